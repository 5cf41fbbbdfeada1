using LegalAid.Rules.Registry;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>How each factor of a selection (QJ-6.6) stands in the comparison: its heading, by what it sorts, and what it says of an applicant.</summary>
internal static class FactorColumns
{
    public static string TitleOf(SelectionFactor factor) => factor switch
    {
        SelectionFactor.PracticeYears => "执业年限",
        SelectionFactor.CaseCount => "本机构办案",
        SelectionFactor.Competence => "专业能力",
        SelectionFactor.Engagement => "参与积极性",
        _ => throw new ArgumentOutOfRangeException(nameof(factor), factor, "Unknown factor."),
    };

    public static string SortOf(SelectionFactor factor) => factor switch
    {
        SelectionFactor.PracticeYears => "years",
        SelectionFactor.CaseCount => "cases",
        SelectionFactor.Competence => "competence",
        SelectionFactor.Engagement => "engagement",
        _ => throw new ArgumentOutOfRangeException(nameof(factor), factor, "Unknown factor."),
    };

    public static string? ClassOf(SelectionFactor factor) => factor is SelectionFactor.PracticeYears or SelectionFactor.CaseCount ? "figure" : null;

    /// <summary>What is known here, and what was stated beside it.</summary>
    public static (string Value, string? Why) Of(ComparedApplicant row, SelectionFactor factor) => factor switch
    {
        SelectionFactor.PracticeYears => (row.PracticeYears is { } years ? $"{years} 年" : "—", row.Vetted.CareerYears is { } told ? $"执业经历合计 {told} 年" : null),
        SelectionFactor.CaseCount => ($"{row.CasesHere} 件", $"自报法援 {row.Application.PriorAidCases} 件"),
        SelectionFactor.Competence => (row.Grades, string.Join('、', row.Application.Specialities)),
        SelectionFactor.Engagement => (row.Engagement, null),
        _ => throw new ArgumentOutOfRangeException(nameof(factor), factor, "Unknown factor."),
    };
}
