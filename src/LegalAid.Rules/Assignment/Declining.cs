using System.ComponentModel.DataAnnotations;
using System.Reflection;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Assignment;

/// <summary>What declining is judged by. Moments are the office's local time.</summary>
/// <param name="Open">The institution has not named its handler yet, the person has not accepted yet.</param>
/// <param name="Declined">It was declined once already, ruled on or not.</param>
/// <param name="Now">The moment of declining.</param>
/// <param name="NamingDueAt">Until when the institution has to name its handler; null without such a clock.</param>
/// <param name="ServedAt">When it was opened; null where it was not.</param>
/// <param name="HasEvidence">A file is added.</param>
public sealed record DeclineFacts(bool Open, bool Declined, DateTime Now, DateTime? NamingDueAt, DateTime? ServedAt, bool HasEvidence);

/// <summary>What a ruling does.</summary>
/// <param name="EndsAssignment">The case waits for another; otherwise it stays where it is.</param>
/// <param name="KeepsTurn">The turn counts as if the case had been taken.</param>
/// <param name="Justified">Passed over for this case because of a good reason (LAW-46), and not by the head's decision.</param>
/// <param name="ConductMatter">To be looked into as a matter of conduct.</param>
public sealed record DeclineConsequence(bool EndsAssignment, bool KeepsTurn, bool Justified, bool ConductMatter);

/// <summary>Declining an assigned case, and the ruling on it (LAW-46, WZ-22.1, QJ-5.4b, QDN-10.1).</summary>
public static class Declining
{
    public static string WordOf(DeclineGround ground) =>
        typeof(DeclineGround).GetField(ground.ToString())?.GetCustomAttribute<DisplayAttribute>()?.Name
        ?? throw new ArgumentOutOfRangeException(nameof(ground), ground, "Unknown ground.");

    /// <summary>The end of the time to decline: the office's own from service on, and never later than the time to name a handler; null without either.</summary>
    public static DateTime? DueAt(DeclineFacts facts, DeclineRules rules, WorkCalendar calendar)
    {
        DateTime? own = rules.Clock is { } period && facts.ServedAt is { } served ? Deadline.Count(served, period, calendar).DueAt : null;
        return own is null || facts.NamingDueAt < own ? facts.NamingDueAt ?? own : own;
    }

    /// <summary>Why it cannot be declined now; null when it can. The end of the time itself is too late.</summary>
    public static Refusal? WhyNotDecline(DeclineFacts facts, DeclineRules rules, WorkCalendar calendar) =>
        facts.Declined ? new("decline-twice", "已经辞接过一次，以负责人的裁定为准。", [rules.AfterUnjustified.Clause])
        : !facts.Open ? new("decline-not-now", "已安排承办人或者已接受指派，不能辞接；需要更换承办人的，按更换程序办理。", [rules.JustifiedBy.Clause])
        : DueAt(facts, rules, calendar) is { } due && facts.Now >= due ? new("decline-late", "已过可以辞接的期限，请直接联系中心。", [rules.Clock?.Clause ?? rules.JustifiedBy.Clause], $"期限到{due:yyyy-MM-dd HH:mm}")
        : rules.EvidenceRequired.Value && !facts.HasEvidence ? new("decline-no-evidence", "辞接须附证明材料。", [rules.EvidenceRequired.Clause])
        : null;

    public static DeclineConsequence Judge(bool justified, DeclineRules rules)
    {
        var moves = justified || rules.AfterUnjustified.Value == AfterDecline.NextInLine;
        return new(
            EndsAssignment: moves,
            KeepsTurn: moves && (justified ? !rules.JustifiedKeepsBalance.Value : rules.UnjustifiedPaysTurn.Value),
            justified,
            ConductMatter: !justified && rules.ConductMatter.Value);
    }

    /// <summary>The clauses a ruling rests on.</summary>
    public static IReadOnlyList<string> ClausesOf(bool justified, DeclineRules rules) =>
        justified ? Distinct(rules.JustifiedBy.Clause, rules.JustifiedKeepsBalance.Clause)
        : Distinct(rules.AfterUnjustified.Clause, rules.UnjustifiedPaysTurn.Clause, rules.ConductMatter.Clause);

    private static List<string> Distinct(params string[] clauses) => [.. clauses.Distinct(StringComparer.Ordinal)];
}
