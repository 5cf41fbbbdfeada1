using LegalAid.Rules.Common;

namespace LegalAid.Rules.Registry;

/// <summary>How often everybody in the pool is looked at anew, and whether between two times is allowed (集中更新, WZ-4.2, WZ-4.3, QDN-4.1b, QDN-4.1d).</summary>
/// <param name="EveryYears">几年一次</param>
/// <param name="Between">可以不定期调整</param>
/// <param name="Month">The month it begins with; null where the years run from day to day.</param>
/// <param name="OfCorps">It is the service corps that is looked at, not the pool.</param>
public sealed record RenewalRules(Setting<int> EveryYears, Setting<bool> Between, Setting<int>? Month = null, bool OfCorps = false);

/// <summary>When a round of renewal is due and may be opened.</summary>
public static class Renewals
{
    /// <summary>The years run from the last round, and from the book's first day where there was none; where the book names a month, it is due on the first of it in that year.</summary>
    public static DateOnly DueOn(DateOnly? lastOpenedOn, DateOnly bookFrom, RenewalRules rules) =>
        (lastOpenedOn ?? bookFrom).AddYears(rules.EveryYears.Value) is var due && rules.Month is { } month ? new(due.Year, month.Value, 1) : due;

    public static Refusal? WhyNotOpen(DateOnly dueOn, bool anotherOpen, string? reason, RenewalRules? rules, DateOnly today) =>
        rules is null ? new("renewal-unknown", "本机构的规则没有集中更新。", [])
        : anotherOpen ? new("renewal-open", "上一次集中更新还没有结束。", [rules.EveryYears.Clause])
        : today < dueOn && string.IsNullOrWhiteSpace(reason)
            ? new("renewal-early", $"自上次起满{rules.EveryYears.Value}年为{dueOn:yyyy-MM-dd}；提前更新的，请写明理由。", [rules.EveryYears.Clause, rules.Between.Clause])
        : today < dueOn && !rules.Between.Value ? new("renewal-between", $"{dueOn:yyyy-MM-dd}以前不能更新。", [rules.Between.Clause])
        : null;

    /// <summary>The person confirms before the office decides: without that word, and to let somebody go, a reason is written down.</summary>
    public static Refusal? WhyNotDecide(bool keeps, bool confirmed, string? reason, RenewalRules? rules) =>
        !string.IsNullOrWhiteSpace(reason) ? null
        : !keeps ? new("renewal-reason", "不再续任的，请写明理由。", rules is null ? [] : [rules.EveryYears.Clause])
        : !confirmed ? new("renewal-unconfirmed", "本人还没有确认档案。先行决定的，请写明理由。", rules is null ? [] : [rules.EveryYears.Clause])
        : null;

    public static Refusal? WhyNotClose(int waiting, RenewalRules? rules) =>
        waiting > 0 ? new("renewal-waits", $"还有 {waiting} 人没有决定。", rules is null ? [] : [rules.EveryYears.Clause]) : null;
}
