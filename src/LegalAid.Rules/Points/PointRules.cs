using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;
using LegalAid.Rules.Quality;

namespace LegalAid.Rules.Points;

/// <summary>The office's points (积分), in tenths: what each service, opinion, grade and case study is worth. What is taken away stands in <see cref="DeductionRules"/>.</summary>
public sealed record PointRules(ServicePoints Services, SatisfactionPoints Satisfaction, GradePoints Grades, CaseStudyPoints CaseStudies, LedgerRules Ledger);

/// <summary>How the ledger is kept (积分台账): one entry per source and item; what changes after a quarter has closed is booked now (WZ-12.6).</summary>
public sealed record LedgerRules(Setting<bool> OncePerSource, Setting<bool> RestartsEachQuarter, Setting<bool> CorrectedInCurrentQuarter);

/// <summary>What a recipient's opinion is worth (满意度); silence until the end of the clock counts as unanswered (WZ-P5.2).</summary>
public sealed record SatisfactionPoints(
    [Range(-1000, 1000)] Setting<int> SatisfiedTenths,
    [Range(-1000, 1000)] Setting<int> UnansweredTenths,
    [Range(-1000, 1000)] Setting<int> BasicTenths,
    [Range(-1000, 1000)] Setting<int> DissatisfiedTenths,
    [Range(1, 366)] PeriodRule AnswerClock,
    Setting<bool> OncePerCase) : ICheckedRecord
{
    public IEnumerable<string> Faults() => PointScale.WhyNotFalling(
        "满意度", SatisfiedTenths.Value, UnansweredTenths.Value, BasicTenths.Value, DissatisfiedTenths.Value);
}

/// <summary>What the effective grade of a case is worth (案件质量): of the highest level, then the latest (WZ-P6.0).</summary>
public sealed record GradePoints(
    [Range(-1000, 1000)] Setting<int> ExcellentTenths,
    [Range(-1000, 1000)] Setting<int> GoodTenths,
    [Range(-1000, 1000)] Setting<int> QualifiedTenths,
    [Range(-1000, 1000)] Setting<int> UnqualifiedTenths,
    Setting<IReadOnlyList<AssessmentLevel>> LevelOrder,
    Setting<bool> HighestLevelThenLatest) : ICheckedRecord
{
    public IEnumerable<string> Faults() => PointScale.WhyNotFalling(
        "质量等次", ExcellentTenths.Value, GoodTenths.Value, QualifiedTenths.Value, UnqualifiedTenths.Value);
}

/// <summary>
/// What a written case study is worth, level by level (典型案例). One study earns its highest level only; a rise later books the difference (WZ-P8.0).
/// </summary>
public sealed record CaseStudyPoints(
    [Range(0, 1000)] Setting<int> SubmittedTenths,
    [Range(0, 1000)] Setting<int> RecommendedTenths,
    [Range(0, 1000)] Setting<int> CityExcellentTenths,
    [Range(0, 1000)] Setting<int> CityTypicalTenths,
    [Range(0, 1000)] Setting<int> ProvincialTenths,
    Setting<bool> HighestOnly,
    Setting<bool> RiseBooksDifference,
    Setting<bool> ClosedCasesOnly) : ICheckedRecord
{
    public IEnumerable<string> Faults() => PointScale.WhyNotFalling(
        "案例", ProvincialTenths.Value, CityTypicalTenths.Value, CityExcellentTenths.Value, RecommendedTenths.Value, SubmittedTenths.Value);
}

/// <summary>Points that must not rise as what they are given for gets worse.</summary>
internal static class PointScale
{
    public static IEnumerable<string> WhyNotFalling(string of, params int[] bestFirst) =>
        bestFirst.Zip(bestFirst.Skip(1)).Any(pair => pair.Second > pair.First)
            ? [$"{of}较差的分值不能高于较好的（单位：十分之一分）：{string.Join('、', bestFirst)}"]
            : [];
}
