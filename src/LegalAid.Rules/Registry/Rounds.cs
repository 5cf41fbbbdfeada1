using LegalAid.Rules.Common;

namespace LegalAid.Rules.Registry;

/// <summary>A call for people as the centre plans it; without a closing moment it is a channel that stays open.</summary>
public sealed record RoundPlan(Pools Pools, DateTime OpensAtUtc, DateTime? ClosesAtUtc);

/// <summary>When a call for people may be made, and when its end may be moved.</summary>
public static class Rounds
{
    /// <summary>The lists one may apply for at any time (WZ-5.4, QDN-4.1c).</summary>
    public static Pools AlwaysOpen(RecruitmentRules rules) =>
        rules.AlwaysOpen is { Value: true } ? Pools.Duty | Pools.Cases
        : rules.Pools is { } pools ? (pools.Duty.AlwaysOpen.Value ? Pools.Duty : Pools.None) | (pools.Cases.AlwaysOpen.Value ? Pools.Cases : Pools.None)
        : Pools.None;

    /// <summary>Why such a call cannot be made. Between two renewals one may be made at any time (WZ-4.3).</summary>
    public static Refusal? WhyNotPlan(RoundPlan plan, RecruitmentRules? rules) =>
        rules is null ? new("round-none", "本机构的规则本没有招募入库的规定。", [])
        : rules.Entry.Value == EntryMode.Everyone ? new("round-everyone", "在册执业人员全部纳入，不须招募。", [rules.Entry.Clause])
        : plan.Pools == Pools.None ? new("round-pools", "请选择为哪个库招募。", [rules.Entry.Clause])
        : plan.ClosesAtUtc <= plan.OpensAtUtc ? new("round-window", "截止时间须晚于开始时间。", [])
        : plan.ClosesAtUtc is null ? WhyNotKeptOpen(plan.Pools, rules)
        : null;

    /// <summary>延长申报: before the end, to a later one, where the book lets the centre do so (QJ-6.3).</summary>
    public static Refusal? WhyNotExtend(DateTime? closesAtUtc, DateTime laterUtc, DateTime nowUtc, RecruitmentWindow? window) =>
        window is null ? new("extend-unwritten", "规则本没有规定可以延长，另发一个批次即可。", [])
        : !window.Extendable.Value ? new("extend-never", "规则本规定不得延长。", [window.Extendable.Clause])
        : closesAtUtc is not { } closes ? new("extend-open", "常年通道没有截止时间。", [])
        : nowUtc >= closes ? new("extend-late", "已经截止，不能再延长。", [window.Extendable.Clause])
        : laterUtc <= closes ? new("extend-earlier", "延长后的时间须晚于原定截止时间。", [window.Extendable.Clause])
        : null;

    private static Refusal? WhyNotKeptOpen(Pools wanted, RecruitmentRules rules)
    {
        var clause = rules.AlwaysOpen?.Clause ?? rules.Pools?.Cases.AlwaysOpen.Clause ?? rules.Window?.LastDay.Clause;
        return (wanted & ~AlwaysOpen(rules)) == Pools.None ? null
            : new("round-channel", "不是随时可以报名的库，须写明截止时间。", clause is null ? [] : [clause]);
    }
}
