using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Conduct;

/// <summary>For what reason a case may be declined without blame (拒绝指派的正当理由).</summary>
public enum RefusalGround
{
    [Display(Name = "利害关系或者利益冲突")]
    Conflict = 1,

    [Display(Name = "重病")]
    Illness,

    [Display(Name = "停止执业")]
    PracticeStopped,

    [Display(Name = "出庭时间冲突")]
    CourtClash,
}

/// <summary>
/// What makes the centre open a matter against somebody in its pool (处理). Which measure follows is not written down:
/// the text refers to a regulation it does not carry, so a person decides each time.
/// </summary>
public sealed record HandlingRules(
    Setting<bool> UnjustifiedRefusal,
    Setting<IReadOnlyList<RefusalGround>> JustifiedRefusals,
    Setting<bool> UnapprovedHandlerChange,
    Setting<bool> DutyBreach,
    Setting<bool> UnqualifiedWork);
