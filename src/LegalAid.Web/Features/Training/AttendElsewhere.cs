using System.Text.Json;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>
/// Writes what somebody on a county's roster does at a training of the prefecture's, whose row it is (QDN-4.5a): through two database functions that reach the own attendance and nothing else.
/// The form's key is saved in the same transaction.
/// </summary>
public sealed class AttendElsewhere(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    /// <summary>Whether the attendance is another office's, so that it is written here.</summary>
    public bool Is(TrainingAttendance attendance) => attendance.OfficeId != officer.OfficeId;

    public Task<Outcome<TrainingAttendance>> SignInAsync(TrainingAttendance attendance, DateTime? signedUtc, DateTime? toldUtc, object details, CancellationToken ct) =>
        WriteAsync(attendance, Attend(attendance, nameof(Act.TrainingSignedIn), (signedUtc, toldUtc), null, details), ct);

    public Task<Outcome<TrainingAttendance>> ExplainAsync(TrainingAttendance attendance, string reason, object details, CancellationToken ct) =>
        WriteAsync(attendance, Attend(attendance, nameof(Act.AbsenceExplained), default, reason, details), ct);

    public Task<Outcome<TrainingAttendance>> MakeUpAsync(TrainingAttendance attendance, MakeUpProof proof, object details, CancellationToken ct) =>
        WriteAsync(
            attendance,
            $"""select make_up_elsewhere({officer.MembershipId}, {attendance.Id}, {proof.Type.ToString()}, {proof.Content.Bytes}, {proof.Bytes}, {JsonSerializer.Serialize(details)}, {proof.SentAtUtc}) as "Value" """,
            ct);

    /// <summary>Counts a wrong code past the form's own transaction, so that the next one can be sent by the same form.</summary>
    public Task WrongCodeAsync(TrainingAttendance attendance, CancellationToken ct) =>
        db.Database.SqlQuery<bool>(Attend(attendance, "WrongCode", default, null, new { })).ToListAsync(ct);

    private FormattableString Attend(TrainingAttendance attendance, string done, (DateTime? SignedUtc, DateTime? ToldUtc) at, string? words, object details) =>
        $"""select attend_elsewhere({officer.MembershipId}, {attendance.Id}, {done}, {at.SignedUtc}::timestamptz, {at.ToldUtc}::timestamptz, {words}::text, {JsonSerializer.Serialize(details)}, {clock.UtcNow}) as "Value" """;

    private async Task<Outcome<TrainingAttendance>> WriteAsync(TrainingAttendance attendance, FormattableString sql, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!(await db.Database.SqlQuery<bool>(sql).ToListAsync(ct)).Single())
        {
            return new Refusal(Refusal.StaleCode, "刚刚办理过，请核对现在的情况。", []);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        await db.Entry(attendance).ReloadAsync(ct);
        return attendance;
    }
}
