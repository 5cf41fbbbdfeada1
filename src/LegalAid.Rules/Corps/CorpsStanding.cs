using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Corps;

/// <summary>How a membership of the corps came to its end.</summary>
public enum CorpsEnd
{
    /// <summary>本人退出</summary>
    [Display(Name = "退出")]
    Left = 1,

    /// <summary>取消资格（QDN-4.7）</summary>
    [Display(Name = "取消资格")]
    Cancelled,

    /// <summary>年度调整或者不定期调整中不再保留（QDN-4.1b、QDN-4.1d）</summary>
    [Display(Name = "调整退出")]
    Adjusted,
}

/// <summary>Who joins the service corps and who leaves it (QDN-4.2a): the prefecture alone says so, the counties read it.</summary>
public static class CorpsStanding
{
    /// <summary>Why this office may not say so; null when it may.</summary>
    public static Refusal? WhyNotHere(bool isPrefecture, CorpsRules? rules) =>
        rules is null ? new("no-corps", "本机构的规则没有服务团。", ["QDN-4.2a"])
        : rules.Membership.DecidedBy.Value == CorpsDecider.Prefecture && !isPrefecture
            ? new("prefecture-only", "成员身份由州司法局登记，县（市）只能查看。", [rules.Membership.DecidedBy.Clause])
        : null;

    public static Refusal? WhyNotJoin(bool isMember, DateOnly on, DateOnly today, CorpsMembershipRules rules) =>
        isMember ? new("in-corps", "已经是服务团成员。", [rules.DecidedBy.Clause])
        : on > today ? new("corps-later", "入团的日期不能晚于今天。", [rules.DecidedBy.Clause])
        : null;

    /// <param name="joinedOn">Null for somebody who is not in the corps.</param>
    /// <param name="on">The first day outside.</param>
    /// <param name="today">The day it is recorded.</param>
    /// <param name="rules">The book's.</param>
    public static Refusal? WhyNotEnd(DateOnly? joinedOn, DateOnly on, DateOnly today, CorpsMembershipRules rules) =>
        joinedOn is not { } joined ? new("not-in-corps", "现在不是服务团成员。", [rules.DecidedBy.Clause])
        : on <= joined ? new("corps-end-first", "离团的日期须晚于入团的日期。", [rules.DecidedBy.Clause])
        : on > today ? new("corps-later", "离团的日期不能晚于今天。", [rules.DecidedBy.Clause])
        : null;
}
