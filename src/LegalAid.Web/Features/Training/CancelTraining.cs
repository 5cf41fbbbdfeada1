using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Notices;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using LegalAid.Web.Sending;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>Cancels a training before it is over; nobody missed it.</summary>
public sealed class CancelTraining(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<TrainingEvent>?> RunAsync(Guid trainingId, string reason, CancellationToken ct)
    {
        if (await db.TrainingEvents.SingleOrDefaultAsync(t => t.Id == trainingId, ct) is not { } training)
        {
            return null;
        }

        if (training.CancelledAtUtc is not null || training.EndsAtUtc <= clock.UtcNow)
        {
            return new Refusal("not-cancellable", training.CancelledAtUtc is not null ? "已经取消。" : "培训已经结束，不能取消。", []);
        }

        (training.CancelledAtUtc, training.Reason) = (clock.UtcNow, reason.Trim());
        var invited = await db.TrainingAttendances.Where(a => a.EventId == trainingId && a.MembershipId != null && db.Memberships.Any(m => m.Id == a.MembershipId && m.OfficeId == officer.OfficeId)).Select(a => a.MembershipId!.Value).ToListAsync(ct);
        db.TellOfTraining(NoticeKind.TrainingCancelled, officer.OfficeId, invited, clock.UtcNow);
        db.Note(officer.OfficeId, clock.UtcNow, Act.TrainingCancelled, training.Id, officer.Id);
        await db.SaveChangesAsync(ct);
        return training;
    }
}
