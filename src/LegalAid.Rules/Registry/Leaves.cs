using LegalAid.Rules.Common;

namespace LegalAid.Rules.Registry;

/// <summary>What a member asks leave for (请假的类别). Of all absences this is the only one a member may ask for; the others are found or imposed.</summary>
public enum LeaveKind
{
    /// <summary>事假</summary>
    Personal = 1,

    /// <summary>病假</summary>
    Sick,

    /// <summary>产假、陪产假、护理假</summary>
    Family,

    /// <summary>外出学习、出差</summary>
    Away,

    /// <summary>其他</summary>
    Other,
}

/// <summary>What a leave is judged by beside itself: the absences on record, what the member asked for and nobody answered yet, the time in the pool.</summary>
public sealed record LeaveFacts(IReadOnlyList<TimeAway> Recorded, IReadOnlyList<TimeAway> Waiting, TimeInPool Pool);

/// <summary>When a member may ask for leave (请假), what the centre may answer, and when the member may come back before its end (销假).</summary>
public static class Leaves
{
    /// <summary>No text of any office bounds a leave, so this is the program's: what is longer is looked at and recorded by the centre.</summary>
    public const int LongestDays = 180;

    /// <summary>From today on, not too long, and over nothing that is on record or asked for already.</summary>
    public static Refusal? WhyNotAsk(DateOnly first, DateOnly last, LeaveFacts known, DateOnly today)
    {
        var wanted = new TimeAway(AbsenceKind.Leave, first, last);
        return last < first ? new("leave-days", "止日不能早于起日。", [])
            : first < today ? new("leave-past", "请假从今天起；已经过去的日子，请联系中心登记。", [])
            : last.DayNumber - first.DayNumber >= LongestDays ? new("leave-long", $"一次请假不超过{LongestDays}天，更长的请联系中心登记。", [])
            : known.Waiting.FirstOrDefault(wanted.Overlaps) is { } asked ? new("leave-asked", $"与正在等待答复的请假（{Absences.Span(asked)}）重叠。", [])
            : Absences.WhyNotRecord(wanted, known.Recorded, known.Pool, today);
    }

    /// <summary>Answered once; a "no" has its reason. Asked in time, a leave may be agreed to after it began.</summary>
    public static Refusal? WhyNotAnswer(bool waits, bool agrees, string? note) =>
        !waits ? new(Refusal.StaleCode, "这份请假申请已经办理过。", [])
        : !agrees && string.IsNullOrWhiteSpace(note) ? new("leave-reason", "不同意的，请写明理由。", [])
        : null;

    public static Refusal? WhyNotWithdraw(bool waits) =>
        waits ? null : new(Refusal.StaleCode, "这份请假申请已经答复，不能再撤回。", []);

    /// <summary>The day of coming back is the first one at work again: today at the earliest, and before the day the leave ends by itself.</summary>
    public static Refusal? WhyNotReturn(TimeAway leave, DateOnly back, DateOnly today) =>
        leave.LastDay < today ? new("leave-over", $"这次请假已于{leave.LastDay:yyyy-MM-dd}结束。", [])
        : back < today ? new("leave-back-past", "返岗日从今天起填写。", [])
        : back > leave.LastDay ? new("leave-back-late", $"原定{leave.LastDay?.AddDays(1):yyyy-MM-dd}返岗，提前返岗的日期应早于这一天；需要延长的，另行申请。", [])
        : null;

    /// <summary>Whether somebody who comes back on this day was never away: the leave then falls away as a whole.</summary>
    public static bool FallsAway(TimeAway leave, DateOnly back) => back <= leave.FirstDay;

    public static string NameOf(LeaveKind kind) => kind switch
    {
        LeaveKind.Personal => "事假",
        LeaveKind.Sick => "病假",
        LeaveKind.Family => "产假、陪产假、护理假",
        LeaveKind.Away => "外出学习、出差",
        LeaveKind.Other => "其他",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of leave."),
    };
}
