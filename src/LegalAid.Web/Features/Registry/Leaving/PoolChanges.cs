using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Looks at a change of pools (变更库别, WZ-5.2) and does it: at once, or on the day it was recorded for. Whoever enters a pool meets its own terms and gets a place in the queues with the case pool.</summary>
public sealed class PoolChanges(AidDb db, OfficeBooks books, RecheckFactsReader facts, QueueReturns queues, OfficeClock clock)
{
    private static readonly Pools[] Each = [Pools.Duty, Pools.Cases];

    public async Task<List<Refusal>> WhyNotAsync(Membership member, Pools wanted, DateOnly day, CancellationToken ct)
    {
        var held = HeldBy(member, day);
        if (wanted.HasFlag(Pools.Cases) && PersonKinds.WhyNotHandle(member.Kind) is { } never)
        {
            return [never];
        }

        var rules = (await books.InForceOnAsync(member.OfficeId, day, ct)).Recruitment?.Pools;
        if (PoolMoves.WhyNot(rules, held, wanted, member.FirstLicensedOn, day) is { Count: > 0 } refusals)
        {
            return [.. refusals];
        }

        var district = await db.Institutions.Where(i => i.Id == member.InstitutionId).Select(i => i.District).SingleAsync(ct);
        return [.. PoolRecheck.WhyNotEnter(await facts.ReadAsync(member, new(member.Kind, district, wanted & ~held, day), ct))];
    }

    /// <summary>In the caller's transaction, which holds the member's row.</summary>
    public async Task DoAsync(Membership member, Pools wanted, ChangedBy by, CancellationToken ct)
    {
        var (today, held) = (clock.Today, HeldBy(member, clock.Today));
        foreach (var pool in Each)
        {
            PoolStandings.Set(db, member, pool, wanted.HasFlag(pool), today);
        }

        if (wanted.HasFlag(Pools.Cases) && !held.HasFlag(Pools.Cases))
        {
            await queues.JoinAsync(await db.Institutions.Where(i => i.Id == member.InstitutionId && i.ClosedOn == null).ToListAsync(ct), [member], today, ct);
        }

        db.Note(member.OfficeId, clock.UtcNow, Act.PoolsChanged, member.Id, by.OfficerId, by.Reason, new { before = held, after = wanted, planned = by.PlannedId });
    }

    internal static Pools HeldBy(Membership member, DateOnly day) => Each.Where(pool => PoolStandings.Holds(member, pool, day)).Aggregate(Pools.None, (held, pool) => held | pool);
}
