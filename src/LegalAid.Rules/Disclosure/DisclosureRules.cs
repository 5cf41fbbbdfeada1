using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Disclosure;

/// <summary>What an office lays open (公开的内容): figures, or its own people; never a recipient.</summary>
public enum DisclosedContent
{
    [Display(Name = "提供法律援助的情况")]
    AidGiven = 1,

    [Display(Name = "补贴发放情况")]
    SubsidiesPaid,

    [Display(Name = "办案人员名单")]
    CasePool,
}

/// <summary>What an office publishes of itself, how often, where, and how soon after the period has ended (信息公开).</summary>
public sealed record DisclosureRules(
    [Range(1, 12)] Setting<int> EveryMonths,
    Setting<IReadOnlyList<DisclosedContent>> Contents,
    Setting<string> Channel,
    [Range(1, 90)] PeriodRule PublicationClock,
    PublicRosterRules? Roster = null) : ICheckedRecord
{
    public IEnumerable<string> Faults()
    {
        if (12 % EveryMonths.Value != 0)
        {
            yield return $"每 {EveryMonths.Value} 个月公开一次，不能整除一年";
        }

        if (Contents.Value.Contains(DisclosedContent.CasePool) != (Roster is not null))
        {
            yield return "公开的内容含办案人员名单的，须写名单（roster）；不含的，不写";
        }
    }
}
