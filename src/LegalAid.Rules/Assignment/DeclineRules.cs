using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Assignment;

/// <summary>Why somebody who was assigned a case declines it (辞接的理由).</summary>
public enum DeclineGround
{
    [Display(Name = "利害关系或者利益冲突")]
    Conflict = 1,

    [Display(Name = "超出执业范围")]
    OutsidePractice,

    [Display(Name = "停业、歇业或者停止执业")]
    PracticeStopped,

    [Display(Name = "重病")]
    Illness,

    [Display(Name = "出庭时间冲突")]
    CourtClash,

    /// <summary>其他；没有一本规则把它列为正当理由，由负责人看情况认定</summary>
    [Display(Name = "其他")]
    Other,
}

/// <summary>Where a case goes after its declining was found to be without good reason.</summary>
public enum AfterDecline
{
    [Display(Name = "仍由其承办")]
    MustTake = 1,

    [Display(Name = "改由下一顺位承办")]
    NextInLine,
}

/// <summary>
/// Declining an assigned case (辞接): which reasons the text counts as good ones, what has to be shown, and what each ruling does to turn and case.
/// What is a good reason in the end the centre rules (WZ-22.1, QJ-5.4b).
/// </summary>
/// <param name="Clock">How long after service one may decline; null: until handler or acceptance.</param>
public sealed record DeclineRules(
    Setting<IReadOnlyList<DeclineGround>> JustifiedBy,
    Setting<bool> EvidenceRequired,
    Setting<bool> JustifiedKeepsBalance,
    Setting<bool> UnjustifiedPaysTurn,
    Setting<AfterDecline> AfterUnjustified,
    Setting<bool> ConductMatter,
    [Range(1, 240)] PeriodRule? Clock = null)
{
    private const string Statute = "LAW-46";

    /// <summary>For an office whose text does not speak of it: nobody declines without good reason (LAW-46), so whoever has none has to take the case.</summary>
    public static DeclineRules Unwritten { get; } = new(
        new([DeclineGround.Conflict, DeclineGround.OutsidePractice, DeclineGround.PracticeStopped], Statute, "法律只说正当理由，没有列举；是否成立由中心认定。"),
        new(false, Statute, "法律没有要求附证据。"),
        new(true, Statute, "法律没有写轮次；既不吃亏也不占便宜。"),
        new(true, Statute, "法律没有写轮次；辞接不能使别人多接。"),
        new(AfterDecline.MustTake, Statute),
        new(true, Statute));
}
