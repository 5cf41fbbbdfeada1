using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Registry.Vetting;

/// <summary>Years of practice, asked for each intent (QJ-2.3a, QJ-2.3b) or each pool (WZ-6.5, WZ-6.6) by itself. The anniversary itself counts as a full year (满).</summary>
internal static class YearFindings
{
    public static IEnumerable<Finding> Of(VettingFacts facts)
    {
        List<Finding> findings = [.. LawyersOnly(facts)];
        if (facts.Rules.Recruitment.Conditions is { } conditions)
        {
            findings.AddRange(Intents(facts, conditions));
        }

        if (facts.Rules.Recruitment.Pools is { } pools && facts.ConditionsApply())
        {
            findings.AddRange(EachPool(facts, pools));
        }

        return findings;
    }

    private static IEnumerable<Finding> LawyersOnly(VettingFacts facts)
    {
        if (facts.As is PoolPerson.LegalWorker or PoolPerson.CentreStaff && facts.Intents.HasFlag(ServiceIntents.CriminalDefence) && facts.Rules.LawyersOnlyForDefence.Value)
        {
            yield return new(VettingCriterion.LawyersOnly, [facts.Rules.LawyersOnlyForDefence.Clause], $"{VettingWords.Of(facts.As)}不能办理刑事辩护", Verdict.NotMet) { Intents = ServiceIntents.CriminalDefence };
        }
    }

    private static IEnumerable<Finding> Intents(VettingFacts facts, RecruitmentConditions conditions)
    {
        if (facts.Intents.HasFlag(ServiceIntents.CriminalDefence) && facts.As != PoolPerson.LegalWorker)
        {
            yield return Years(facts, VettingCriterion.CriminalYears, conditions.CriminalYears, (facts.FirstCriminalCaseOn, "首件刑事案件")) with { Intents = ServiceIntents.CriminalDefence };
        }

        var others = facts.Intents & ~ServiceIntents.CriminalDefence;
        if (others != ServiceIntents.None)
        {
            yield return Years(facts, VettingCriterion.OtherYears, conditions.OtherYears, (facts.FirstLicensedOn, "首次领取执业证")) with { Intents = others };
        }

        if (facts.Pools.HasFlag(Pools.Duty))
        {
            yield return Years(facts, VettingCriterion.DutyYears, conditions.DutyYears, (facts.FirstLicensedOn, "首次领取执业证")) with { Pools = Pools.Duty };
        }
    }

    private static IEnumerable<Finding> EachPool(VettingFacts facts, PoolRules pools)
    {
        if (facts.Pools.HasFlag(Pools.Duty))
        {
            yield return Years(facts, VettingCriterion.DutyYears, pools.Duty.LicenceYears, (facts.FirstLicensedOn, "首次领取执业证")) with { Pools = Pools.Duty };
        }

        if (facts.Pools.HasFlag(Pools.Cases))
        {
            yield return Years(facts, VettingCriterion.CasePoolYears, pools.Cases.LicenceYears, (facts.FirstLicensedOn, "首次领取执业证")) with { Pools = Pools.Cases };
        }
    }

    // From 29 February a full year ends on 28 February where there is no 29th (民法典第二百零二条: the last day of the month).
    private static Finding Years(VettingFacts facts, VettingCriterion criterion, Setting<int> years, (DateOnly? Day, string What) since)
    {
        var counted = facts.CountedTo();
        if (years.Value == 0)
        {
            return new(criterion, [years.Clause], "不看执业年限", Verdict.Met);
        }

        if (since.Day is not { } first)
        {
            return new(criterion, [years.Clause], $"没有填写{since.What}的日期，须满{years.Value}年", Verdict.NotMet);
        }

        var passes = first.AddYears(years.Value);
        var told = $"{since.What}{first:yyyy-MM-dd}，至{counted:yyyy-MM-dd}满{Math.Max(0, Experience.FullYears(first, counted))}年，须满{years.Value}年";
        return passes <= counted ? new(criterion, [years.Clause], told, Verdict.Met) : new(criterion, [years.Clause], told, Verdict.NotMet) { PassesOn = passes };
    }
}
