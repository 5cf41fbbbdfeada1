using LegalAid.Rules.Common;

namespace LegalAid.Rules.Training;

/// <summary>A newcomer as probation sees them.</summary>
public sealed record Newcomer(bool ForDuty, DateOnly? QualifiedOn, DateOnly LicensedOn, DateOnly JoinedOn);

/// <summary>The one proposed as companion: whether it is the newcomer, in the pool, on probation as well, and the first aid case anywhere.</summary>
public sealed record CompanionFacts(bool IsNewcomer, bool InPool, bool OnProbation, DateOnly? FirstAidCaseOn);

/// <summary>Probation on duty (试用期, WZ-19.1–19.3): who has one, how long, beside whom, and what follows.</summary>
public static class OnProbation
{
    /// <summary>
    /// Whether the newcomer needs one; null where the day of the certificate is not known and the licence does not count. 不满一年: whoever joins on the first
    /// anniversary of the certificate needs none.
    /// </summary>
    public static bool? IsNeeded(Newcomer newcomer, ProbationRules rules) =>
        !newcomer.ForDuty ? false
        : rules.LicenceCountsToo.Value && IsYoung(newcomer.LicensedOn, newcomer.JoinedOn, rules) ? true
        : newcomer.QualifiedOn is { } qualified ? IsYoung(qualified, newcomer.JoinedOn, rules)
        : IsYoung(newcomer.LicensedOn, newcomer.JoinedOn, rules) ? null       // the certificate is older than the licence: only a young licence leaves it open
        : false;

    /// <summary>The last day: three months from the 5th end with the 4th.</summary>
    public static DateOnly EndsOn(DateOnly startsOn, ProbationRules rules) => startsOn.AddMonths(rules.Months.Value).AddDays(-1);

    /// <summary>Where beginners are paired (WZ-19.2), nobody begins without a companion.</summary>
    public static Refusal? WhyNotAlone(bool hasCompanion, ProbationRules rules) =>
        rules.Paired.Value && !hasCompanion ? new("probation-alone", $"资格证不满{rules.CertificateBelowYears.Value}年，须试用，请选择带班人。", [rules.Months.Clause, rules.Paired.Clause]) : null;

    public static IEnumerable<Refusal> WhyNotCompanion(CompanionFacts companion, ProbationRules rules, DateOnly day)
    {
        if (companion.IsNewcomer)
        {
            yield return new("companion-self", "本人不能带自己。", [rules.Paired.Clause]);
        }

        if (!companion.InPool || companion.OnProbation)
        {
            yield return new("companion-not-senior", companion.OnProbation ? "试用期内的人员不能带班。" : "带班人须是现在在库的人员。", [rules.Paired.Clause]);
        }

        if (companion.FirstAidCaseOn is not { } first || first.AddYears(rules.CompanionYears.Value) > day)
        {
            yield return new(
                "companion-years",
                $"带班人办理法律援助案件须满{rules.CompanionYears.Value}年。",
                [rules.CompanionYears.Clause],
                companion.FirstAidCaseOn is { } known ? $"首件{known:yyyy-MM-dd}" : "没有首件法律援助案件的记录，请填写日期");
        }
    }

    /// <summary>The centre judges when the time is over (期满), on its last day at the earliest; where the book asks for no assessment there is nothing to judge.</summary>
    public static Refusal? WhyNotAssess(DateOnly endsOn, DateOnly today, ProbationRules rules) =>
        !rules.EndsWithAssessment.Value ? new("probation-unjudged", $"本机构的试用期满不考核，{endsOn:yyyy年M月d日}后自行转正。", [rules.EndsWithAssessment.Clause])
        : today < endsOn ? new("probation-running", $"试用期至{endsOn:yyyy年M月d日}，期满考核。", [rules.EndsWithAssessment.Clause]) : null;

    /// <summary>Over without an assessment: from the day after the last one, where the book asks for none.</summary>
    public static bool IsOverByItself(DateOnly endsOn, DateOnly today, ProbationRules rules) => !rules.EndsWithAssessment.Value && today > endsOn;

    public static Refusal? WhyNotExtend(int extensions, ProbationRules rules) =>
        extensions >= rules.Extensions.Value ? new("probation-extended", rules.Extensions.Value == 0 ? "试用期不能延长。" : $"试用期已经延长 {extensions} 次，不能再延长。", [rules.Extensions.Clause]) : null;

    private static bool IsYoung(DateOnly since, DateOnly joinedOn, ProbationRules rules) => since.AddYears(rules.CertificateBelowYears.Value) > joinedOn;
}
