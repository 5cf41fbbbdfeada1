using LegalAid.Rules.Common;

namespace LegalAid.Rules.Assignment;

/// <summary>What somebody may decide in the head's stead (代行事项).</summary>
public enum ActingPower
{
    /// <summary>普通指派意见的决定（BB-5.1）</summary>
    Proposals = 1,

    /// <summary>撤销中心负责人同意过的指派</summary>
    Revocations,

    /// <summary>工作人员的回避（BB-8.2）</summary>
    Recusals,
}

/// <summary>An authority as it is about to be granted.</summary>
/// <param name="FirstDay">The first day on which it holds.</param>
/// <param name="LastDay">The last day on which it holds.</param>
/// <param name="HasPower">At least one thing may be decided by it.</param>
/// <param name="Today">The day of the grant.</param>
/// <param name="ToOneself">The head and the acting officer would be the same.</param>
/// <param name="Overlaps">The officer has another authority on one of these days.</param>
public sealed record AuthorityRequest(DateOnly FirstDay, DateOnly LastDay, bool HasPower, DateOnly Today, bool ToOneself, bool Overlaps);

/// <summary>An act in the head's stead.</summary>
/// <param name="PrincipalMadeIt">The head proposed or reported what would be decided.</param>
/// <param name="ActingMadeIt">The acting officer did.</param>
/// <param name="PrincipalStandsAside">The head is recused from the case, or waits for that decision.</param>
public sealed record ActingUse(bool PrincipalMadeIt, bool ActingMadeIt, bool PrincipalStandsAside);

/// <summary>
/// Deciding in the head's stead (授权代行): by letter, for a time, for what the letter names. No text of the five speaks of it; it moves the signature of BB-5.1
/// and gives nobody a decision that the head could not have taken.
/// </summary>
public static class ActingAuthorityRules
{
    /// <summary>The longest a letter may run: a year, then it is looked at again. The texts are silent.</summary>
    public const int LongestDays = 366;

    public static Refusal? WhyNotGrant(AuthorityRequest request, string clause) =>
        request.ToOneself ? new("authority-oneself", "不能授权给本人。", [clause])
        : !request.HasPower ? new("authority-scope", "请至少选择一个代行事项。", [clause])
        : request.LastDay < request.FirstDay ? new("authority-days", "截止日期早于起始日期。", [clause])
        : request.LastDay < request.Today ? new("authority-over", "授权期间已经过去；事后不能补办授权。", [clause])
        : request.FirstDay < request.Today ? new("authority-back", "授权不能溯及以前，起始日期最早为今天。", [clause])
        : request.LastDay.DayNumber - request.FirstDay.DayNumber + 1 > LongestDays ? new("authority-long", "授权期间最长一年，到期后重新授权。", [clause])
        : request.Overlaps ? new("authority-overlaps", "该人员在这一期间已有授权，请先结束原来的授权。", [clause])
        : null;

    /// <summary>Both days count; ended early it holds no more.</summary>
    public static bool Holds(DateOnly firstDay, DateOnly lastDay, bool ended, DateOnly day) => !ended && firstDay <= day && day <= lastDay;

    /// <summary>Nobody decides the own proposal, neither with the own hand nor by another's.</summary>
    public static Refusal? WhyNotAct(ActingUse use, string clause) =>
        use.ActingMadeIt ? new("own-proposal", "提出意见的人不能自己决定，代行时也不例外，请由负责人决定。", [clause])
        : use.PrincipalMadeIt ? new("principals-own", "这是授权人本人提出的，不能代其决定，请由另一位负责人决定。", [clause])
        : use.PrincipalStandsAside ? new("principal-recused", "授权人已从本案回避或者正在等待回避决定，不能代其决定，请由另一位负责人决定。", RecusedClauses(clause))
        : null;

    private static string[] RecusedClauses(string clause) => [clause, "CF-14"];
}
