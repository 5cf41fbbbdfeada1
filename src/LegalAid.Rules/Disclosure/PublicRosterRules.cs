using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Disclosure;

/// <summary>What may stand beside a name on a published list (名单载明的内容). Nothing else is ever shown.</summary>
public enum RosterField
{
    [Display(Name = "姓名")]
    Name = 1,

    [Display(Name = "性别")]
    Sex,

    /// <summary>公布之日的周岁，不公开出生日期。</summary>
    [Display(Name = "年龄")]
    Age,

    [Display(Name = "执业时间")]
    PracticeYears,

    [Display(Name = "业务专长")]
    Specialities,
}

/// <summary>
/// The published list of those who take cases (公开名单): what stands on it, what of somebody who has not agreed to more, and for how long it hangs out for objections.
/// </summary>
public sealed record PublicRosterRules(
    Setting<IReadOnlyList<RosterField>> Fields,
    Setting<bool> OwnConsent,
    Setting<IReadOnlyList<RosterField>> WithoutConsent,
    [Range(1, 90)] PeriodRule NoticeClock,
    Setting<bool> FeedbackTaken) : ICheckedRecord
{
    public IEnumerable<string> Faults()
    {
        var beyond = WithoutConsent.Value.Except(Fields.Value).ToList();
        if (beyond.Count > 0)
        {
            yield return $"没有同意的人所列内容超出了名单本身的内容（多 {beyond.Count} 项）";
        }
    }
}
