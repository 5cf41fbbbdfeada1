using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Registry;

/// <summary>In which pools somebody is to stand, from which day on, and why.</summary>
public sealed record PoolsOrder(Pools Wanted, DateOnly Day, string Reason);

/// <summary>Moves a member between the pools, or puts them into both (WZ-5.2): today, or kept until the day that was given.</summary>
public sealed class ChangePools(AidDb db, PoolChanges changes, PlannedChangeBook planned, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<Membership>?> RunAsync(Guid membershipId, PoolsOrder order, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await LeavingPool.LockAsync(db, membershipId, ct) is not { LeftOn: null } member)
        {
            return null;
        }

        if (await planned.WhyNotRecordAsync(member, PlannedChangeKind.Pools, order.Day, ct) is { } refusal)
        {
            return refusal;
        }

        if (await changes.WhyNotAsync(member, order.Wanted, order.Day, ct) is { Count: > 0 } refusals)
        {
            return refusals;
        }

        if (PlannedChanges.LiesAhead(order.Day, clock.Today))
        {
            planned.Add(Planned(member, order));
        }
        else
        {
            await changes.DoAsync(member, order.Wanted, new(officer.Id, order.Reason), ct);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return member;
    }

    private PlannedChange Planned(Membership member, PoolsOrder order) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = member.OfficeId,
        MembershipId = member.Id,
        Kind = PlannedChangeKind.Pools,
        TakesEffectOn = order.Day,
        Wanted = order.Wanted,
        Reason = order.Reason,
        PlannedById = officer.Id,
        PlannedAtUtc = clock.UtcNow,
        Status = PlannedChangeStatus.Pending,
    };
}
