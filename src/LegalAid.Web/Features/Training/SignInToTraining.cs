using LegalAid.Rules.Common;
using LegalAid.Rules.Training;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>
/// Somebody invited signs in by the code on the screen (签到). A code that stands there now counts now, whatever the phone's clock says. One sent later counts from when it
/// was typed, once the centre has confirmed it: so a phone without a network loses nothing, and a code passed on by message gains nothing.
/// </summary>
public sealed class SignInToTraining(AidDb db, SignInCodes codes, OwnAttendances own, AttendElsewhere elsewhere, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<TrainingAttendance>?> RunAsync(Guid trainingId, string code, DateTime? typedAtUtc, CancellationToken ct)
    {
        if (await own.Standing().SingleOrDefaultAsync(a => a.EventId == trainingId, ct) is not { } attendance)
        {
            return null;
        }

        var (now, training) = (clock.UtcNow, attendance.Event);
        var typed = codes.Stood(trainingId, code, now) ? now : Attending.TypedAt(typedAtUtc, now);
        if (Attending.WhyNotSignIn(attendance.FactsOf(training), typed, now, attendance.WrongCodes) is { } refusal)
        {
            return refusal;
        }

        if (!codes.Stood(trainingId, code, typed))
        {
            return await WrongAsync(attendance, ct);
        }

        var waits = Attending.NeedsVerifying(typed, now);
        var details = new { training = trainingId, lateMinutes = Attending.LateMinutes(training.StartsAtUtc, typed), waits };
        if (elsewhere.Is(attendance))
        {
            return await elsewhere.SignInAsync(attendance, waits ? null : typed, waits ? typed : null, details, ct);
        }

        (attendance.SignedInAtUtc, attendance.SignInToldAtUtc, attendance.SignInArrivedAtUtc) = (waits ? null : typed, waits ? typed : null, now);
        db.Note(attendance.OfficeId, now, Act.TrainingSignedIn, attendance.SubjectId, officer.Id, details: details);
        await db.SaveChangesAsync(ct);
        return attendance;
    }

    // Counted past the form's own transaction, so that the next code can be sent by the same form.
    private async Task<Refusal> WrongAsync(TrainingAttendance attendance, CancellationToken ct)
    {
        if (elsewhere.Is(attendance))
        {
            await elsewhere.WrongCodeAsync(attendance, ct);
        }
        else
        {
            await db.TrainingAttendances.Where(a => a.Id == attendance.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.WrongCodes, a => a.WrongCodes + 1), ct);
        }

        return new("wrong-code", "签到码不对。请填写大屏上现在的签到码；刚才没有网络的，写明看到签到码的时间。", []);
    }
}
