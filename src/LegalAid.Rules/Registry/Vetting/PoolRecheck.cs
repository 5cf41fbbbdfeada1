using LegalAid.Rules.Common;

namespace LegalAid.Rules.Registry.Vetting;

/// <summary>A member whose place or pools change, as the second look sees them.</summary>
/// <param name="Member">As an application on the day of the change would tell it; the pools are those held, or those to be entered.</param>
/// <param name="IsNewKind">They come as another kind of lawyer, for whom years may be asked for the first time (WZ-6.6 is written for social lawyers).</param>
/// <param name="Absences">Those that count.</param>
public sealed record RecheckFacts(VettingFacts Member, bool IsNewKind, IReadOnlyList<TimeAway> Absences);

/// <summary>
/// Looks again at a member who changes firm or enters another pool (复核入库条件, QJ-2.2, WZ-5.2), by the rules of the vetting: place, removal, penalties, complaints, and whether the licence is in force.
/// What only an application brings – papers, opinions, a declaration – is not asked anew; years only grow; the quality of cases has consequences of its own.
/// </summary>
public static class PoolRecheck
{
    /// <summary>停止执业、年度考核未通过、执业证注销: a licence that is not in force (CF-20).</summary>
    private const string InForceClause = "CF-20";

    private static readonly VettingCriterion[] OfRecord = [VettingCriterion.WrittenFor, VettingCriterion.Sanctions, VettingCriterion.Complaints];

    public static VettingDecision Decide(RecheckFacts facts) => OneCulture.Write(() => Judge(facts));

    /// <summary>Every reason why the member cannot enter these pools (互通须各自满足门槛, WZ-5.2); whether both at once, and the years, <see cref="PoolMoves"/> says.</summary>
    public static IReadOnlyList<Refusal> WhyNotEnter(RecheckFacts facts) =>
        facts.Member.Rules.Recruitment.Pools is { TermsHoldOnMove.Value: true } && facts.Member.Pools != Pools.None
            ? [.. Decide(facts).Findings.Where(finding => finding.Verdict == Verdict.NotMet).Select(PoolVetting.Refuse)]
            : [];

    private static VettingDecision Judge(RecheckFacts facts)
    {
        var member = facts.Member;
        List<Finding> findings = StandsOutside(member) ? [.. Licence(facts)]
            : [.. Licence(facts), .. PlaceFindings.Of(member).Where(finding => IsAsked(finding, facts)), .. facts.IsNewKind ? YearFindings.Of(member) : [], .. RecordFindings.Of(member).Where(finding => OfRecord.Contains(finding.Criterion))];
        var failed = findings.Where(finding => finding.Verdict == Verdict.NotMet).ToList();
        var (intents, pools) = (failed.Aggregate(member.Intents, (left, finding) => left & ~finding.Intents), failed.Aggregate(member.Pools, (left, finding) => left & ~finding.Pools));
        return new(findings, intents, pools, [.. findings.Where(finding => finding.Stops).Select(PoolVetting.Refuse), .. WhyNothingLeft(member, failed, pools)]);
    }

    // That somebody may stand in both pools, and come as what they are, was said when they came.
    private static bool IsAsked(Finding finding, RecheckFacts facts) => finding.Criterion != VettingCriterion.BothPools && (facts.IsNewKind || finding.Criterion != VettingCriterion.OpenTo);

    // Who stands in neither pool is on the roster only to be given a case (WZ-9.1); the pools' terms are not theirs.
    private static bool StandsOutside(VettingFacts member) => member.Rules.Recruitment.Pools is not null && member.Pools == Pools.None;

    private static IEnumerable<Finding> Licence(RecheckFacts facts)
    {
        if (!ApplicationRules.IsLicensed(facts.Member.As))
        {
            yield break;
        }

        var stopped = facts.Absences.Where(away => MemberStates.Of(away.Kind) == MemberState.PracticeStopped && away.Contains(facts.Member.SubmittedOn)).ToList();
        yield return stopped.Count == 0
            ? new(VettingCriterion.Licence, [InForceClause], "没有停止执业、年度考核未通过或者执业证注销的登记", Verdict.Met)
            : new(VettingCriterion.Licence, [InForceClause], string.Join('、', stopped.Select(away => $"{away.FirstDay:yyyy-MM-dd}起{Absences.NameOf(away.Kind)}")), Verdict.NotMet)
            {
                PassesOn = stopped.TrueForAll(away => away.LastDay is not null) ? stopped.Max(away => away.LastDay)!.Value.AddDays(1) : null,
            };
    }

    private static IEnumerable<Refusal> WhyNothingLeft(VettingFacts member, List<Finding> failed, Pools pools)
    {
        if (member.Pools != Pools.None && pools == Pools.None)
        {
            var ofPools = failed.Where(finding => !finding.IsOfPerson).ToList();
            yield return new(
                "recheck-nothing-left", "所在的库都不再符合条件，请办理退出。", [.. ofPools.SelectMany(finding => finding.ClauseIds).Distinct(StringComparer.Ordinal)],
                ofPools.Select(finding => finding.PassesOn).Min() is { } day ? $"最早自{day:yyyy-MM-dd}起符合" : null);
        }
    }
}
