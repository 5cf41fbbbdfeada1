using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Takes back a change recorded ahead before its day, with the reason. The member's row is held, as by the job that does it; two at once meet the row's version.</summary>
public sealed class WithdrawPlannedChange(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<PlannedChange>?> RunAsync(Guid changeId, string reason, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var change = await db.PlannedChanges.SingleOrDefaultAsync(c => c.Id == changeId, ct);
        if (change is null || await LeavingPool.LockAsync(db, change.MembershipId, ct) is null)
        {
            return null;
        }

        if (PlannedChanges.WhyNotWithdraw(change.Status, change.TakesEffectOn, clock.Today) is { } refusal)
        {
            return refusal;
        }

        (change.Status, change.SettledAtUtc, change.SettledById, change.WithdrawnReason) = (PlannedChangeStatus.Withdrawn, clock.UtcNow, officer.Id, reason);
        db.Note(change.OfficeId, clock.UtcNow, Act.PlannedChangeWithdrawn, change.MembershipId, officer.Id, reason, new { planned = change.Id, plannedKind = change.Kind, takesEffectOn = change.TakesEffectOn });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return change;
    }
}
