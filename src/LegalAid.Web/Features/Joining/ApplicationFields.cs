using Microsoft.AspNetCore.Mvc.Rendering;

namespace LegalAid.Web.Features.Joining;

/// <summary>Which step of the form a page is.</summary>
public sealed record StepsRow(Guid Id, int Current, bool CanEdit);

/// <summary>What the form's choices offer.</summary>
public static class ApplicationFields
{
    public static IReadOnlyList<SelectListItem> Genders { get; } = Words("男", "女");

    public static IReadOnlyList<SelectListItem> PoliticalStatuses { get; } = Words("中共党员", "中共预备党员", "共青团员", "民主党派成员", "无党派人士", "群众");

    public static IReadOnlyList<SelectListItem> Educations { get; } = Words("大专", "本科", "硕士研究生", "博士研究生", "其他");

    public static IReadOnlyList<SelectListItem> YesNo(string no, string yes) => [new(no, "false"), new(yes, "true")];

    private static List<SelectListItem> Words(params string[] words) => [.. words.Select(word => new SelectListItem(word, word))];
}
