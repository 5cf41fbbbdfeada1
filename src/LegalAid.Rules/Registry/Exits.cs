using LegalAid.Rules.Common;
using LegalAid.Rules.Conduct;

namespace LegalAid.Rules.Registry;

/// <summary>Why somebody asks to leave the pool.</summary>
public enum ExitGround
{
    /// <summary>自愿退出 (WZ-26.1)</summary>
    OwnWill = 1,

    /// <summary>不再符合条件，主动报告 (WZ-27.1)</summary>
    ConditionLost,
}

/// <summary>An application to leave as the rule sees it.</summary>
/// <param name="Ground">Of one's own will, or because a condition is gone.</param>
/// <param name="LostOn">The day the condition went.</param>
/// <param name="HasLetter">The application signed by the person and sealed by the institution is there.</param>
/// <param name="AnotherWaits">One applied before is not decided yet.</param>
/// <param name="LeftOn">The first day outside; null for who is in the pool.</param>
public sealed record ExitApplication(ExitGround Ground, DateOnly? LostOn, bool HasLetter, bool AnotherWaits, DateOnly? LeftOn);

/// <summary>Leaving of one's own will, or because a condition is gone (退出): the letter, the consent, what is finished first (WZ-26, WZ-27, WZ-29.1a).</summary>
public static class Exits
{
    public static Refusal? WhyNotApply(ExitApplication told, ExitRules? rules, DateOnly today) =>
        told.LeftOn is { } left ? new("already-left", $"已登记自{left:yyyy-MM-dd}起离开。", [])
        : told.AnotherWaits ? new("exit-waits", "已有一份退出申请待决定。", [])
        : told.Ground == ExitGround.ConditionLost && told.LostOn is null ? new("lost-on", "请写明从哪一天起不再符合条件。", Clause(rules?.ReportClock.Clause))
        : told.LostOn > today ? new("lost-later", "不再符合条件的日期不能晚于今天。", Clause(rules?.ReportClock.Clause))
        : rules is { SignedAndSealed.Value: true } && !told.HasLetter
            ? new("exit-letter", "请上传本人签名、单位盖章的退出申请书。", [rules.SignedAndSealed.Clause])
        : null;

    /// <summary>The centre decides once; whether the person may leave on that day is a question of departures.</summary>
    public static Refusal? WhyNotDecide(bool isWaiting, bool deciderApplied, ExitRules? rules) =>
        !isWaiting ? new("exit-decided", "这份退出申请已经决定。", Clause(rules?.NeedsConsent.Clause))
        : deciderApplied ? new("exit-own", "代为提交申请的人不能同时审批。", Clause(rules?.NeedsConsent.Clause))
        : null;

    /// <summary>Until when the loss of a condition is reported in time (WZ-27.1); null where the book has no such period.</summary>
    public static Deadline? ReportDue(DateOnly lostOn, ExitRules? rules, WorkCalendar calendar) =>
        rules is null ? null : Deadline.Count(lostOn.ToDateTime(TimeOnly.MinValue), rules.ReportClock, calendar);

    public static string NameOf(ExitGround ground) => ground switch
    {
        ExitGround.OwnWill => "自愿退出",
        ExitGround.ConditionLost => "不再符合条件，主动报告",
        _ => throw new ArgumentOutOfRangeException(nameof(ground), ground, "Unknown ground."),
    };

    private static string[] Clause(string? id) => id is null ? [] : [id];
}
