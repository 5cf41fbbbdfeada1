using LegalAid.Rules.Common;
using LegalAid.Rules.Training;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>The centre records that somebody was there: without a phone, or invited after the training was planned.</summary>
public sealed class SignInByHand(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<TrainingAttendance>?> RunAsync(Guid trainingId, ByHandForm form, CancellationToken ct)
    {
        var training = await db.TrainingEvents.SingleOrDefaultAsync(t => t.Id == trainingId && t.CancelledAtUtc == null, ct);
        if (training is null || await AttendanceAsync(training, form.AttendeeId!.Value, ct) is not { } attendance)
        {
            return null;
        }

        var at = form.SignedInAtUtc!.Value;
        if (Attending.WhyNotSignInByHand(attendance.FactsOf(training), at, clock.UtcNow) is { } refusal)
        {
            return refusal;
        }

        (attendance.SignedInAtUtc, attendance.SignInArrivedAtUtc, attendance.SignedInById) = (at, clock.UtcNow, officer.Id);
        db.Note(officer.OfficeId, clock.UtcNow, Act.TrainingSignedIn, attendance.SubjectId, officer.Id, details: new { training = trainingId, lateMinutes = Attending.LateMinutes(training.StartsAtUtc, at) });
        await db.SaveChangesAsync(ct);
        return attendance;
    }

    // A guest is marked by the row that invited them; a member of the roster who was not invited is now.
    private async Task<TrainingAttendance?> AttendanceAsync(TrainingEvent training, Guid attendeeId, CancellationToken ct) =>
        await db.TrainingAttendances.SingleOrDefaultAsync(a => a.EventId == training.Id && (a.MembershipId == attendeeId || (a.Id == attendeeId && a.GuestName != null)), ct)
            ?? (await db.Memberships.AnyAsync(m => m.Id == attendeeId, ct) ? Invite(training, attendeeId) : null);

    private TrainingAttendance Invite(TrainingEvent training, Guid memberId)
    {
        var attendance = new TrainingAttendance { Id = Guid.CreateVersion7(), OfficeId = training.OfficeId, EventId = training.Id, MembershipId = memberId };
        db.Add(attendance);
        return attendance;
    }
}
