using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Disclosure;

/// <summary>What an office lays open (公开的内容). Figures only, never a recipient.</summary>
public enum DisclosedContent
{
    [Display(Name = "提供法律援助的情况")]
    AidGiven = 1,

    [Display(Name = "补贴发放情况")]
    SubsidiesPaid,
}

/// <summary>What an office publishes of itself, how often, where, and how soon after the period has ended (信息公开).</summary>
public sealed record DisclosureRules(
    [Range(1, 12)] Setting<int> EveryMonths,
    Setting<IReadOnlyList<DisclosedContent>> Contents,
    Setting<string> Channel,
    [Range(1, 90)] PeriodRule PublicationClock) : ICheckedRecord
{
    public IEnumerable<string> Faults()
    {
        if (12 % EveryMonths.Value != 0)
        {
            yield return $"每 {EveryMonths.Value} 个月公开一次，不能整除一年";
        }
    }
}
