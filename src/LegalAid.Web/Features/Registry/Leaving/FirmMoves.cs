using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>Where somebody is to practise: at an institution, or as a public or company lawyer of an employer.</summary>
public sealed record FirmTarget(Guid? InstitutionId, PoolPerson? As, string? Employer);

/// <summary>Pools and services a change of firm costs: what is not met there is lost, and nothing else.</summary>
public sealed record FirmLoss(Pools Pools, ServiceIntents Intents)
{
    public bool IsNothing => Pools == Pools.None && Intents == ServiceIntents.None;

    /// <summary>Goes along with the form, so that nobody confirms a loss that was not shown.</summary>
    public string Token => $"{(int)Pools}-{(int)Intents}";
}

/// <summary>A change of firm looked at for a day: the place, as what, what the second look found, what it costs, every reason why it cannot be.</summary>
public sealed record FirmCheck(Institution Place, PractitionerKind Kind, VettingDecision Decision, FirmLoss Loses, IReadOnlyList<Refusal> WhyNot)
{
    /// <summary>The reasons why it is not done now, one of them that the loss was not the one that was shown.</summary>
    public List<Refusal> WhyNotDo(string? shown) =>
        WhyNot.Count > 0 || Loses.IsNothing || shown == Loses.Token ? [.. WhyNot]
        : [new("firm-loses", "到新的机构以后有的库别或者服务不再符合条件，请看过核对结果再登记。", [.. Decision.Findings.Where(f => f.Verdict == Verdict.NotMet).SelectMany(f => f.ClauseIds).Distinct(StringComparer.Ordinal)])];
}

/// <summary>By whom a change is recorded, why, and by which change recorded ahead; the program itself is nobody.</summary>
public sealed record ChangedBy(Guid? OfficerId, string Reason, Guid? PlannedId = null);

/// <summary>Looks at a change of firm (转所、转任) by the rules of the vetting, and does it: at once, or on the day it was recorded for.</summary>
public sealed class FirmMoves(AidDb db, RosterRulesReader reader, RecheckFactsReader facts, OwnHomes homes, QueueReturns queues, OfficeClock clock)
{
    /// <returns>Null when there is no such institution; a refusal when it is not clear where to.</returns>
    public async Task<Outcome<FirmCheck>?> CheckAsync(Membership member, FirmTarget target, DateOnly day, CancellationToken ct)
    {
        if (EntryByHand.WhyNotMove(member.Kind, target.As, target.InstitutionId is not null, target.Employer is not null) is { } incomplete)
        {
            return incomplete;
        }

        var kind = target.As is { } person ? PersonKinds.PractitionerOf(person) : PersonKinds.IsLawyer(member.Kind) ? PractitionerKind.Lawyer : member.Kind;
        var place = target.InstitutionId is { } id ? await db.Institutions.SingleOrDefaultAsync(i => i.Id == id, ct) : await homes.OfAsync(member.OfficeId, kind, ct);
        if (place is null)
        {
            return null;
        }

        var held = PoolChanges.HeldBy(member, day);
        var decision = PoolRecheck.Decide(await facts.ReadAsync(member, new(kind, place.District, held, day), ct));
        var rules = await reader.ReadAsync(day, ct);
        return new FirmCheck(place, kind, decision, new(held & ~decision.Pools, member.Intents & ~decision.Intents), [.. WhyNotThere(member, kind, place, day, rules), .. decision.Refusals, .. WhyElsewhere(place, decision, rules)]);
    }

    /// <summary>In the caller's transaction, which holds the member's row; a firm that comes new gets its places.</summary>
    public async Task DoAsync(Membership member, FirmCheck check, FirmTarget target, ChangedBy by, CancellationToken ct)
    {
        var (today, loses) = (clock.Today, check.Loses);
        db.Note(member.OfficeId, clock.UtcNow, Act.FirmChanged, member.Id, by.OfficerId, by.Reason, new
        {
            kind = check.Kind == member.Kind ? (PoolPerson?)null : PersonKinds.PersonOf(check.Kind),
            before = member.InstitutionId,
            after = check.Place.Id,
            lostPools = loses.Pools == Pools.None ? (Pools?)null : loses.Pools,
            lostIntents = loses.Intents == ServiceIntents.None ? (ServiceIntents?)null : loses.Intents,
            planned = by.PlannedId,
        });
        (member.InstitutionId, member.Kind, member.Employer) = (check.Place.Id, check.Kind, target.InstitutionId is null ? target.Employer : null);
        member.Intents &= ~loses.Intents;
        foreach (var pool in new[] { Pools.Duty, Pools.Cases }.Where(pool => loses.Pools.HasFlag(pool)))
        {
            PoolStandings.Set(db, member, pool, stands: false, today);
        }

        if (PoolChanges.HeldBy(member, today).HasFlag(Pools.Cases) && !loses.Pools.HasFlag(Pools.Cases) && check.Place.ClosedOn is null)
        {
            await queues.JoinAsync([check.Place], [member], today, ct);
        }
    }

    private static IEnumerable<Refusal> WhyNotThere(Membership member, PractitionerKind kind, Institution place, DateOnly day, RosterRules rules)
    {
        if (place.Id == member.InstitutionId && PersonKinds.HasPractice(place.Kind))
        {
            return [new("firm-same", "就是现在的机构。", [])];
        }

        if (place.ClosedOn <= day)
        {
            return [new("institution-closed", $"该机构已登记自{place.ClosedOn:yyyy-MM-dd}起注销。", [])];
        }

        // The licence's number and the years were looked at when they came.
        var candidate = new RosterCandidate(kind, null, place.Kind, null, member.FirstLicensedOn, member.Intents) { Pools = PoolChanges.HeldBy(member, day) };
        return RosterAdmission.WhyNotList(candidate, day, rules);
    }

    // Where assigning reaches no further than the district, nobody outside it stays on the roster, in a pool or not.
    private static IEnumerable<Refusal> WhyElsewhere(Institution place, VettingDecision decision, RosterRules rules) =>
        rules.Reaches(place.District) || decision.Findings.Any(found => found is { Criterion: VettingCriterion.District, Verdict: Verdict.NotMet }) ? []
        : [new("elsewhere", $"该机构登记在{place.District}，不在本区；不再符合条件的，请办理退出。", [rules.Reach.Clause])];
}
