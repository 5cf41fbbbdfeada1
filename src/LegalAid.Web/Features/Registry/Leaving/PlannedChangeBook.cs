using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Keeps changes recorded ahead (预定变更), in the transaction that holds the member's row; two at once are settled by the unique index.</summary>
public sealed class PlannedChangeBook(AidDb db, OfficeClock clock)
{
    public async Task<Refusal?> WhyNotRecordAsync(Membership member, PlannedChangeKind kind, DateOnly day, CancellationToken ct)
    {
        var pendingOn = await db.PlannedChanges.Where(c => c.MembershipId == member.Id && c.Kind == kind && c.Status == PlannedChangeStatus.Pending).Select(c => (DateOnly?)c.TakesEffectOn).SingleOrDefaultAsync(ct);
        return PlannedChanges.WhyNotRecord(kind, day, member.JoinedOn, pendingOn, clock.Today);
    }

    public void Add(PlannedChange change)
    {
        db.Add(change);
        db.Note(change.OfficeId, clock.UtcNow, Act.ChangePlanned, change.MembershipId, change.PlannedById, change.Reason, new
        {
            planned = change.Id,
            plannedKind = change.Kind,
            takesEffectOn = change.TakesEffectOn,
            kind = change.BecomesKind,
            after = change.InstitutionId,
            pools = change.Wanted,
        });
    }
}
