using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>
/// Does one change recorded ahead, on its day or as soon after as the program runs: it is looked at as if recorded today. One that no longer holds – whoever it is of left, the firm closed,
/// a penalty came – is not done and says why, for the centre to take note of.
/// </summary>
public sealed class ActOnPlannedChange(AidDb db, FirmMoves firms, PoolChanges pools, OfficeBooks books, OfficeClock clock)
{
    /// <returns>The change as it now stands; null when there was nothing to do.</returns>
    public async Task<PlannedChange?> RunAsync(Guid changeId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var membershipId = await db.PlannedChanges.Where(c => c.Id == changeId).Select(c => c.MembershipId).SingleAsync(ct);
        var member = await LeavingPool.LockAsync(db, membershipId, ct) ?? throw new InvalidOperationException("A membership is never deleted.");
        var change = await db.PlannedChanges.SingleAsync(c => c.Id == changeId, ct);       // read behind the member's lock: withdrawn meanwhile, it is seen to be
        if (change.Status != PlannedChangeStatus.Pending || PlannedChanges.LiesAhead(change.TakesEffectOn, clock.Today))
        {
            return null;
        }

        var refusals = await ActAsync(member, change, ct);
        (change.Status, change.SettledAtUtc) = (refusals.Count == 0 ? PlannedChangeStatus.Done : PlannedChangeStatus.Failed, clock.UtcNow);
        if (refusals.Count > 0)
        {
            change.Refusals = [.. refusals.Select(refusal => refusal.Fact is { } fact ? $"{refusal.Message}（{fact}）" : refusal.Message)];
            change.RefusalClauses = [.. refusals.SelectMany(refusal => refusal.ClauseIds).Distinct(StringComparer.Ordinal)];
            db.Note(change.OfficeId, clock.UtcNow, Act.PlannedChangeFailed, member.Id, officerId: null, details: new { planned = change.Id, plannedKind = change.Kind, takesEffectOn = change.TakesEffectOn });
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return change;
    }

    private async Task<IReadOnlyList<Refusal>> ActAsync(Membership member, PlannedChange change, CancellationToken ct)
    {
        var exit = (await books.InForceOnAsync(member.OfficeId, clock.Today, ct)).Sanctions?.Exit.NeedsConsent.Clause;
        return PlannedChanges.WhyGone(member.LeftOn, exit) is { } gone ? [gone] : change.Kind switch
        {
            PlannedChangeKind.Firm => await MoveAsync(member, change, ct),
            PlannedChangeKind.Pools => await EnterAsync(member, change, ct),
            _ => throw new InvalidOperationException($"Unknown kind of change {change.Kind}."),
        };
    }

    private async Task<IReadOnlyList<Refusal>> MoveAsync(Membership member, PlannedChange change, CancellationToken ct)
    {
        var target = new FirmTarget(change.InstitutionId, change.BecomesKind, change.Employer);
        var looked = await firms.CheckAsync(member, target, clock.Today, ct) ?? throw new InvalidOperationException("An institution is never deleted.");
        if (looked.Value is not { } check)
        {
            return looked.Refusals;
        }

        var refusals = check.WhyNotDo(new FirmLoss(change.LosesPools, change.LosesIntents).Token);
        if (refusals.Count == 0)
        {
            await firms.DoAsync(member, check, target, By(change), ct);
        }

        return refusals;
    }

    private async Task<IReadOnlyList<Refusal>> EnterAsync(Membership member, PlannedChange change, CancellationToken ct)
    {
        var wanted = change.Wanted ?? throw new InvalidOperationException("A change of pools names them.");
        var refusals = await pools.WhyNotAsync(member, wanted, clock.Today, ct);
        if (refusals.Count == 0)
        {
            await pools.DoAsync(member, wanted, By(change), ct);
        }

        return refusals;
    }

    private static ChangedBy By(PlannedChange change) => new(OfficerId: null, change.Reason, change.Id);
}
