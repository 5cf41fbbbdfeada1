using System.ComponentModel.DataAnnotations;

namespace LegalAid.Store.Rulebooks.Outlines;

/// <summary>Kinds of provision that cannot be carried out until certain questions are answered.</summary>
public enum MeasureKind
{
    /// <summary>So many times, and then.</summary>
    [Display(Name = "计次")]
    Count = 1,

    /// <summary>Nothing of a kind in the past.</summary>
    [Display(Name = "回溯")]
    LookBack,

    /// <summary>So many years of something.</summary>
    [Display(Name = "年资")]
    Seniority,

    /// <summary>The first and the last so many percent.</summary>
    [Display(Name = "排名")]
    Ranking,

    /// <summary>Several people on one case.</summary>
    [Display(Name = "共同承办")]
    SharedWork,

    /// <summary>Points are taken off.</summary>
    [Display(Name = "扣分")]
    Deduction,

    /// <summary>Work is stopped for a while.</summary>
    [Display(Name = "暂停")]
    Suspension,
}

/// <summary>The questions each kind of provision asks.</summary>
internal static class MeasureQuestions
{
    public static IReadOnlyList<string> Of(MeasureKind kind) => kind switch
    {
        MeasureKind.Count => ["计数周期"],
        MeasureKind.LookBack => ["回溯期限"],
        MeasureKind.Seniority => ["起算点"],
        MeasureKind.Ranking => ["取整", "并列", "参评人员"],
        MeasureKind.SharedWork => ["分责", "分积分", "分补贴"],
        MeasureKind.Deduction => ["从何扣减"],
        MeasureKind.Suspension => ["起止"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };
}
