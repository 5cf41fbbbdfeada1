using LegalAid.Rules.Common;

namespace LegalAid.Rules.Registry;

/// <summary>What is under way with two records and cannot be under way with one.</summary>
public enum MergeClash
{
    /// <summary>两条记录承办同一件指派</summary>
    SameCase = 1,

    /// <summary>指派正在决定</summary>
    Undecided,

    /// <summary>互为导师或者带班人</summary>
    Guides,

    /// <summary>退出或者清退待决定</summary>
    Leaving,

    /// <summary>集中更新待决定</summary>
    Renewal,

    /// <summary>都在试用期</summary>
    Probation,

    /// <summary>有没有交的答卷</summary>
    Sitting,

    /// <summary>都报名了同一件发布的案件</summary>
    Bids,

    /// <summary>都在服务团</summary>
    Corps,
}

/// <summary>Two records of the roster as a merge finds them.</summary>
/// <param name="SameRecord">One record was named twice.</param>
/// <param name="MergedAlready">One of them went into another record before.</param>
/// <param name="KeptHasLeft">The one to be kept is outside the pool and the other is not.</param>
/// <param name="HeldElsewhere">Another office has one of the two persons.</param>
/// <param name="Clashes">What is under way.</param>
public sealed record MergeFacts(bool SameRecord, bool MergedAlready, bool KeptHasLeft, bool HeldElsewhere, IReadOnlyList<MergeClash> Clashes);

/// <summary>
/// Two records of one human become one (合并重复人员). No text speaks of it: it is a correction of the register, proposed by one and confirmed by another because nothing undoes it.
/// </summary>
public static class Merges
{
    public static List<Refusal> WhyNot(MergeFacts facts)
    {
        Refusal? whole =
            facts.SameRecord ? new("merge-same", "请另选一条人员记录，同一条记录不能与自己合并。", [])
            : facts.MergedAlready ? new("merge-done", "其中一条记录已经合并到另一条，不能再合并。", [])
            : facts.HeldElsewhere ? new("merge-elsewhere", "另有机构的名册用到其中一个人，本机构不能单独合并，请报上级机构协调。", [])
            : facts.KeptHasLeft ? new("merge-kept-left", "要保留的一条已经离开资源库，另一条还在库。请保留在库的一条，或者先办理重新入库。", [])
            : null;
        return whole is not null ? [whole] : [.. facts.Clashes.Select(clash => new Refusal($"merge-{clash}".ToLowerInvariant(), Sentence(clash), []))];
    }

    /// <summary>Whoever proposes does not confirm.</summary>
    public static Refusal? WhyNotDecide(bool isWaiting, bool proposedByDecider) =>
        !isWaiting ? new("merge-decided", "这份合并建议已经决定。", [])
        : proposedByDecider ? new("merge-own", "提出合并的人不能同时决定，请由另一位负责人决定。", [])
        : null;

    /// <summary>In how many places two numbers differ; null where their lengths do.</summary>
    public static int? Differing(string one, string other) => one.Length == other.Length ? one.Zip(other).Count(pair => pair.First != pair.Second) : null;

    private static string Sentence(MergeClash clash) => clash switch
    {
        MergeClash.SameCase => "两条记录是同一件指派的承办人，请先变更承办人。",
        MergeClash.Undecided => "其中一条记录有指派正在决定或者等待安排承办人，请先办结。",
        MergeClash.Guides => "一条记录是另一条的导师或者带班人，请先改正。",
        MergeClash.Leaving => "其中一条记录有退出申请或者清退建议待决定，请先决定。",
        MergeClash.Renewal => "两条记录都在集中更新中待决定，请先决定其中一条。",
        MergeClash.Probation => "两条记录都在试用期，请先结束其中一条的试用期。",
        MergeClash.Sitting => "其中一条记录有没有交的答卷，请等考试结束。",
        MergeClash.Bids => "两条记录都报名了同一件发布的案件，请先撤回其中一条。",
        MergeClash.Corps => "两条记录都在服务团，请先登记其中一条离团。",
        _ => throw new ArgumentOutOfRangeException(nameof(clash), clash, "Unknown clash."),
    };
}
