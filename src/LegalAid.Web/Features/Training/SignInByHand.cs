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
        var member = await db.Memberships.Where(m => m.Id == form.MembershipId).Select(m => (Guid?)m.Id).SingleOrDefaultAsync(ct);
        if (training is null || member is not { } memberId)
        {
            return null;
        }

        var attendance = await db.TrainingAttendances.SingleOrDefaultAsync(a => a.EventId == trainingId && a.MembershipId == memberId, ct) ?? Invite(training, memberId);
        var at = form.SignedInAtUtc!.Value;
        if (WhyNot(training, attendance, at) is { } refusal)
        {
            return refusal;
        }

        (attendance.SignedInAtUtc, attendance.SignInArrivedAtUtc, attendance.SignedInById) = (at, clock.UtcNow, officer.Id);
        db.Note(officer.OfficeId, clock.UtcNow, Act.TrainingSignedIn, memberId, officer.Id, details: new { training = trainingId, lateMinutes = Attending.LateMinutes(training.StartsAtUtc, at) });
        await db.SaveChangesAsync(ct);
        return attendance;
    }

    private TrainingAttendance Invite(TrainingEvent training, Guid memberId)
    {
        var attendance = new TrainingAttendance { Id = Guid.CreateVersion7(), OfficeId = training.OfficeId, EventId = training.Id, MembershipId = memberId };
        db.Add(attendance);
        return attendance;
    }

    private Refusal? WhyNot(TrainingEvent training, TrainingAttendance attendance, DateTime at) =>
        attendance.SignedInAtUtc is not null ? new("signed-in", "已经签到。", [])
        : at > clock.UtcNow ? new("sign-in-later", "签到时间不能晚于现在。", [])
        : at < training.StartsAtUtc - Attending.OpensBefore || at > training.EndsAtUtc ? new("sign-in-over", "签到时间须在开始前三十分钟至结束之间。", [])
        : null;
}
