using LegalAid.Rules.Common;

namespace LegalAid.Rules.Registry.Vetting;

/// <summary>
/// Vets an application for a pool against the office's book (入库审核): every criterion with its clause, fact and verdict. Who lacks what one intent or one pool asks loses that alone (QJ-2.3a);
/// nothing is weighed against anything and no score is made.
/// </summary>
public static class PoolVetting
{
    public static VettingDecision Decide(VettingFacts facts) => OneCulture.Write(() => Judge(facts));

    private static VettingDecision Judge(VettingFacts facts)
    {
        List<Finding> findings = [.. PlaceFindings.Of(facts), .. YearFindings.Of(facts), .. RecordFindings.Of(facts), .. PersonFindings.Of(facts)];
        var (intents, pools) = Granted(facts, findings);
        return new(findings, intents, pools, [.. findings.Where(finding => finding.Stops).Select(Refuse), .. WhyNothingLeft(facts, findings, pools)]);
    }

    // In an office with one list the cases' one follows the intents: who keeps none handles no case.
    private static (ServiceIntents Intents, Pools Pools) Granted(VettingFacts facts, List<Finding> findings)
    {
        var failed = findings.Where(finding => finding.Verdict == Verdict.NotMet).ToList();
        var intents = failed.Aggregate(facts.Intents, (left, finding) => left & ~finding.Intents);
        var pools = failed.Aggregate(facts.Pools, (left, finding) => left & ~finding.Pools);
        return facts.Rules.Recruitment.Pools is not null ? (intents, pools)
            : (intents, intents == ServiceIntents.None ? pools & ~Pools.Cases : pools | Pools.Cases);
    }

    internal static Refusal Refuse(Finding finding) => new(
        finding.Verdict == Verdict.NotMet ? "vetting-not-met" : "vetting-open",
        finding.Verdict == Verdict.NotMet ? $"不符合：{finding.Fact}" : $"尚待确认：{finding.Fact}",
        finding.ClauseIds,
        finding.PassesOn is { } day ? $"自{day:yyyy-MM-dd}起符合" : null);

    private static IEnumerable<Refusal> WhyNothingLeft(VettingFacts facts, List<Finding> findings, Pools pools)
    {
        if (pools != Pools.None)
        {
            yield break;
        }

        var failed = findings.Where(finding => finding.Verdict == Verdict.NotMet && !finding.IsOfPerson).ToList();
        var earliest = failed.Select(finding => finding.PassesOn).Min();
        yield return facts is { Intents: ServiceIntents.None, Pools: Pools.None }
            ? new("vetting-nothing-asked", "没有申报任何意向或者库别。", [])
            : new("vetting-nothing-left", "所报的意向和库别都不符合条件。", [.. failed.SelectMany(finding => finding.ClauseIds).Distinct(StringComparer.Ordinal)], earliest is { } day ? $"最早自{day:yyyy-MM-dd}起符合" : null);
    }
}
