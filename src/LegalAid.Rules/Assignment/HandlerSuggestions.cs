using System.ComponentModel.DataAnnotations;
using System.Reflection;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Assignment;

/// <summary>What the centre suggests about naming somebody.</summary>
public enum SuggestedNaming
{
    [Display(Name = "建议优先")]
    Prefer = 1,

    [Display(Name = "建议回避")]
    Avoid,
}

/// <summary>What a suggestion rests on (BB-9.2).</summary>
public enum SuggestionGround
{
    [Display(Name = "办案质量")]
    Quality = 1,

    [Display(Name = "回访满意度")]
    ReturnVisit,

    [Display(Name = "办案机关评价")]
    Authority,
}

/// <summary>
/// The centre's suggestions to an institution on whom to name (BB-9.2): drawn from quality, return visits and the authorities' opinion, made by a person with a reason.
/// No gate and no weight: the institution decides in the end.
/// </summary>
public static class HandlerSuggestions
{
    private const string Clause = "BB-9.2";

    /// <summary>What the quality grades speak for: any case found 不合格 against, an excellent one for; null where they say nothing.</summary>
    public static SuggestedNaming? FromGrades(GradeCount grades) =>
        grades.Unqualified > 0 ? SuggestedNaming.Avoid : grades.Excellent > 0 ? SuggestedNaming.Prefer : null;

    public static Refusal? WhyNotSuggest(bool inPool, bool standing) =>
        !inPool ? new("suggest-left", "该人员已不在库，不需要建议。", [Clause])
        : standing ? new("suggest-standing", "对该人员已有一项建议，请先撤回。", [Clause])
        : null;

    public static string WordOf(SuggestedNaming naming) => Display(naming);

    public static string WordOf(SuggestionGround ground) => Display(ground);

    private static string Display<T>(T value)
        where T : struct, Enum =>
        typeof(T).GetField(value.ToString())?.GetCustomAttribute<DisplayAttribute>()?.Name ?? throw new ArgumentOutOfRangeException(nameof(value), value, "Unknown value.");
}
