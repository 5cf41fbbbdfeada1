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
/// <param name="ByOneself">Handed in by the member's own account, so that the letter is a file and no paper was shown.</param>
public sealed record ExitApplication(ExitGround Ground, DateOnly? LostOn, bool HasLetter, bool AnotherWaits, DateOnly? LeftOn, bool ByOneself = false);

/// <summary>An application to leave as it is decided.</summary>
/// <param name="IsWaiting">Nobody decided on it yet.</param>
/// <param name="DeciderApplied">The one who decides handed it in.</param>
/// <param name="ByHead">The centre's head decides.</param>
/// <param name="Agrees">Whether to let the member go.</param>
/// <param name="RunningMatters">How many cases given before are under way.</param>
public sealed record ExitDecision(bool IsWaiting, bool DeciderApplied, bool ByHead, bool Agrees, int RunningMatters);

/// <summary>Leaving of one's own will, or because a condition is gone (退出): the letter, the consent, what is finished first (WZ-26, WZ-27, WZ-29.1a).</summary>
public static class Exits
{
    public static Refusal? WhyNotApply(ExitApplication told, ExitRules? rules, DateOnly today) =>
        told.LeftOn is { } left ? new("already-left", $"已登记自{left:yyyy-MM-dd}起离开。", [])
        : told.AnotherWaits ? new("exit-waits", "已有一份退出申请待决定。", [])
        : told.Ground == ExitGround.ConditionLost && told.LostOn is null ? new("lost-on", "请写明从哪一天起不再符合条件。", Clause(rules?.ReportClock.Clause))
        : told.LostOn > today ? new("lost-later", "不再符合条件的日期不能晚于今天。", Clause(rules?.ReportClock.Clause))
        : WhyNotElectronic(told, rules) is { } paper ? paper
        : rules is { SignedAndSealed.Value: true } && !told.HasLetter
            ? new("exit-letter", "请上传本人签名、单位盖章的退出申请书。", [rules.SignedAndSealed.Clause])
        : null;

    /// <summary>Where seals of files do not count (WZ-29.1a), the paper is shown at the centre, which hands the application in.</summary>
    public static bool NeedsPaper(ExitRules? rules) => rules is { SignedAndSealed.Value: true, ElectronicSealCounts.Value: false };

    /// <summary>Whether leaving is agreed to by the head (WZ-29.1b); where it is not, anybody of the centre registers it and nobody refuses it.</summary>
    public static bool NeedsConsent(ExitRules? rules) => rules?.NeedsConsent.Value ?? true;

    /// <summary>Whether who leaves finishes what was given before (WZ-26.2); where not, the cases are given to somebody else first.</summary>
    public static bool LeavesWithMatters(ExitRules? rules) => rules?.RunningMattersFinished.Value ?? true;

    /// <summary>The centre decides once; whether the person may leave on that day is a question of departures.</summary>
    public static Refusal? WhyNotDecide(ExitDecision exit, ExitRules? rules) =>
        !exit.IsWaiting ? new("exit-decided", "这份退出申请已经决定。", Clause(rules?.NeedsConsent.Clause))
        : NeedsConsent(rules) && !exit.ByHead ? new("exit-head", "退出由中心负责人审批。", Clause(rules?.NeedsConsent.Clause))
        : NeedsConsent(rules) && exit.DeciderApplied ? new("exit-own", "代为提交申请的人不能同时审批。", Clause(rules?.NeedsConsent.Clause))
        : !NeedsConsent(rules) && !exit.Agrees ? new("exit-free", "退出不须中心同意，登记离开日即可。", Clause(rules?.NeedsConsent.Clause))
        : exit is { Agrees: true, RunningMatters: > 0 } && !LeavesWithMatters(rules)
            ? new("exit-running", $"还有{exit.RunningMatters}件在办案件，先变更承办人，再退出。", Clause(rules?.RunningMattersFinished.Clause))
        : null;

    /// <summary>Who left of their own will comes back at once, or, where the book bars them like those it removed, when as many years are over (WZ-28.6).</summary>
    public static Refusal? WhyNotComeBack(DateOnly? exitedOn, SanctionRules? rules, DateOnly day) =>
        exitedOn is { } left && rules is { Exit.BarsReturn.Value: true } && rules.Removal.Bars(left, day)
            ? new("exited", $"此人于{left:yyyy-MM-dd}自愿退出，至{Removals.LastBarred(left, rules.Removal):yyyy-MM-dd}不得重新申请。", [rules.Exit.BarsReturn.Clause], $"退出日{left:yyyy-MM-dd}")
            : null;

    private static Refusal? WhyNotElectronic(ExitApplication told, ExitRules? rules) =>
        told.ByOneself && NeedsPaper(rules) ? new("exit-paper", "请把本人签名、单位盖章的纸质申请书交到中心，由中心登记。", Clause(rules?.ElectronicSealCounts.Clause)) : null;

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
