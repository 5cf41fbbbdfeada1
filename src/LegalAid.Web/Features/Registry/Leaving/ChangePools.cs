using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Moves a member between the pools, or puts them into both, from today on (WZ-5.2). Whoever enters a pool meets its own terms; whoever enters the case pool gets a place in the queues.</summary>
public sealed class ChangePools(AidDb db, OfficeBooks books, QueueReturns queues, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<Membership>?> RunAsync(Guid membershipId, Pools wanted, string reason, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await LeavingPool.LockAsync(db, membershipId, ct) is not { LeftOn: null } member)
        {
            return null;
        }

        var today = clock.Today;
        var rules = (await books.InForceOnAsync(member.OfficeId, today, ct)).Recruitment?.Pools;
        var held = HeldBy(member, today);
        if (wanted.HasFlag(Pools.Cases) && PersonKinds.WhyNotHandle(member.Kind) is { } never)
        {
            return never;
        }

        if (PoolMoves.WhyNot(rules, held, wanted, member.FirstLicensedOn, today) is { Count: > 0 } refusals)
        {
            return refusals.ToList();
        }

        foreach (var pool in new[] { Pools.Duty, Pools.Cases })
        {
            PoolStandings.Set(db, member, pool, wanted.HasFlag(pool), today);
        }

        if (wanted.HasFlag(Pools.Cases) && !held.HasFlag(Pools.Cases))
        {
            await queues.JoinAsync([await db.Institutions.SingleAsync(i => i.Id == member.InstitutionId, ct)], [member], today, ct);
        }

        db.Note(member.OfficeId, clock.UtcNow, Act.PoolsChanged, member.Id, officer.Id, reason, new { before = held, after = wanted });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return member;
    }

    internal static Pools HeldBy(Membership member, DateOnly day) =>
        new[] { Pools.Duty, Pools.Cases }.Where(pool => PoolStandings.Holds(member, pool, day)).Aggregate(Pools.None, (held, pool) => held | pool);
}
