using LegalAid.Rules.Common;
using LegalAid.Rules.Quality;

namespace LegalAid.Rules.Registry.Vetting;

/// <summary>What stands against somebody: penalties, complaints found true, party discipline, cases found unqualified.</summary>
internal static class RecordFindings
{
    public static IEnumerable<Finding> Of(VettingFacts facts) => facts.Rules.Recruitment switch
    {
        { Pools: { } pools } when !facts.ConditionsApply() =>
            [new(VettingCriterion.WrittenFor, [pools.Conditions.WrittenFor.Clause], $"年限、记录和品行各项条件不是对{VettingWords.Of(facts.As)}写的", Verdict.NotApplicable)],
        { Pools.Conditions: { } asked } => [Sanctions(facts, asked.SanctionLookBackYears), Party(facts, asked), RecentGrades(facts, asked.UnqualifiedLookBackYears)],
        { Conditions: { } asked } =>
            [Sanctions(facts, asked.SanctionLookBackYears), Complaints(facts, asked.ComplaintLookBackYears), .. asked.WholeHistoryQualified.Value ? [WholeHistory(facts, asked.WholeHistoryQualified)] : Array.Empty<Finding>()],
        _ => [],
    };

    private static Finding Sanctions(VettingFacts facts, Setting<int> years)
    {
        var recorded = facts.Records.Where(r => r.Kind is OfficialRecordKind.AdministrativePenalty or OfficialRecordKind.IndustrySanction).Select(r => r.EffectiveOn);
        var found = LookBack(facts, VettingCriterion.Sanctions, years, recorded, "行政处罚、行业惩戒");
        return found.Verdict == Verdict.Met && Stated(facts, years) is { } stated ? stated : found;
    }

    // What the person states and no record tells of is neither passed over nor held against them: somebody looks into it.
    private static Finding? Stated(VettingFacts facts, Setting<int> years)
    {
        var counted = facts.CountedTo();
        var within = facts.StatedSanctions.Where(day => day.AddYears(years.Value) >= counted).Order().ToList();
        var told = $"本人申报{string.Join('、', within.Select(day => $"{day:yyyy-MM-dd}"))}受过处罚、惩戒，官方记录中没有";
        return within.Count == 0 ? null : facts.Confirmations.FirstOrDefault(confirmed => confirmed.Criterion == VettingCriterion.Sanctions) switch
        {
            null => new(VettingCriterion.Sanctions, [years.Clause], $"{told}，核实以后登记或者确认", Verdict.NeedsPerson),
            { Met: true } => new(VettingCriterion.Sanctions, [years.Clause], $"{told}；经办人核实不属于此项", Verdict.Met),
            _ => new(VettingCriterion.Sanctions, [years.Clause], $"{told}；经办人核实属于此项", Verdict.NotMet),
        };
    }

    private static Finding Complaints(VettingFacts facts, Setting<int> years) =>
        LookBack(facts, VettingCriterion.Complaints, years, facts.Records.Where(r => r.Kind == OfficialRecordKind.VerifiedComplaint).Select(r => r.EffectiveOn), "查证属实的投诉");

    // The day itself does not count, so the period's last day is the anniversary (民法典第二百零一条、第二百零二条); what came after the counting day counts all the same.
    private static Finding LookBack(VettingFacts facts, VettingCriterion criterion, Setting<int> years, IEnumerable<DateOnly> days, string what)
    {
        var counted = facts.CountedTo();
        var within = days.Where(day => day.AddYears(years.Value) >= counted).Order().ToList();
        return within.Count == 0
            ? new(criterion, [years.Clause], $"至{counted:yyyy-MM-dd}近{years.Value}年没有{what}的记录", Verdict.Met)
            : new(criterion, [years.Clause], $"近{years.Value}年有{what}：{string.Join('、', within.Select(day => $"{day:yyyy-MM-dd}生效"))}", Verdict.NotMet) { PassesOn = within[^1].AddYears(years.Value).AddDays(1) };
    }

    private static Finding Party(VettingFacts facts, PoolConditions asked) => facts.PartyDiscipline switch
    {
        null => new(VettingCriterion.PartyDiscipline, [asked.PartyDisciplineDeclared.Clause], "没有声明近三年是否受过党纪处理", Verdict.NeedsPerson),
        true => new(VettingCriterion.PartyDiscipline, [asked.PartyDisciplineDeclared.Clause], "本人声明近三年受过党纪处理", Verdict.NotMet),
        false => new(VettingCriterion.PartyDiscipline, [asked.PartyDisciplineDeclared.Clause], "本人声明近三年没有受过党纪处理", Verdict.Met),
    };

    private static Finding RecentGrades(VettingFacts facts, Setting<int> years)
    {
        var counted = facts.CountedTo();
        var poor = Effective(facts).Where(grade => grade.Unqualified && grade.EffectiveOn.AddYears(years.Value) >= counted).ToList();
        return NoHistory(facts, VettingCriterion.Grades, years.Clause)
            ?? (poor.Count == 0
                ? new(VettingCriterion.Grades, [years.Clause], $"至{counted:yyyy-MM-dd}近{years.Value}年没有不合格的案件", Verdict.Met)
                : Poor(years.Clause, poor) with { PassesOn = poor.Max(grade => grade.EffectiveOn).AddYears(years.Value).AddDays(1) });
    }

    private static Finding WholeHistory(VettingFacts facts, Setting<bool> asked)
    {
        var graded = Effective(facts);
        var poor = graded.Where(grade => grade.Unqualified).ToList();
        return NoHistory(facts, VettingCriterion.Grades, asked.Clause)
            ?? (poor.Count > 0 ? Poor(asked.Clause, poor) : new(VettingCriterion.Grades, [asked.Clause], $"在本区办过案，已评估的{graded.Count}件均合格", Verdict.Met));
    }

    // Never silently passed: who has no graded case is told apart from who has good ones.
    private static Finding? NoHistory(VettingFacts facts, VettingCriterion criterion, string clause) =>
        facts.Grades.Count > 0 ? null
        : new(criterion, [clause], facts.CasesHere == 0 ? "没有在本机构办过案" : $"在本机构办过{facts.CasesHere}件，都没有评估", Verdict.NotApplicable);

    private static Finding Poor(string clause, List<CaseGradeFact> poor) =>
        new(VettingCriterion.Grades, [clause], $"有不合格的案件：{string.Join('、', poor.Select(grade => $"{grade.CaseNumber}（{grade.EffectiveOn:yyyy-MM-dd}）"))}", Verdict.NotMet);

    // The effective grade of a case is the highest body's, and of one level the latest (WZ-P6.0); of one day the last told.
    private static List<CaseGradeFact> Effective(VettingFacts facts) =>
        [.. facts.Grades.GroupBy(grade => grade.CaseNumber, StringComparer.Ordinal)
            .Select(of => of.OrderByDescending(grade => grade.Level is { } level ? (int)level : AssessmentLevels.NoLevel).ThenBy(grade => grade.EffectiveOn).Last())
            .OrderBy(grade => grade.CaseNumber, StringComparer.Ordinal)];
}
