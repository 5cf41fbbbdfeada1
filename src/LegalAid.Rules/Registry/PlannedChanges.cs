using LegalAid.Rules.Common;

namespace LegalAid.Rules.Registry;

/// <summary>What may be recorded before its day (预定变更).</summary>
public enum PlannedChangeKind
{
    /// <summary>转所、转任</summary>
    Firm = 1,

    /// <summary>变更库别</summary>
    Pools,
}

/// <summary>How far a change recorded ahead has come.</summary>
public enum PlannedChangeStatus
{
    /// <summary>尚未生效</summary>
    Pending = 1,

    /// <summary>已生效</summary>
    Done,

    /// <summary>已撤回</summary>
    Withdrawn,

    /// <summary>未生效: it no longer held when its day came.</summary>
    Failed,
}

/// <summary>When a change of firm or of pools may be recorded for a later day, and until when it is withdrawn. No text speaks of it, so the numbers are the program's.</summary>
public static class PlannedChanges
{
    /// <summary>So far ahead a change may lie.</summary>
    public const int FurthestYears = 1;

    public static bool LiesAhead(DateOnly day, DateOnly today) => day > today;

    /// <summary>
    /// A change of firm is often recorded after it happened. A pool is never entered or left for days gone by: who was given cases as a member of it was one.
    /// </summary>
    /// <param name="kind">Of what.</param>
    /// <param name="day">From which day on.</param>
    /// <param name="joinedOn">The day of the last admission.</param>
    /// <param name="pendingOn">The day of a change of this kind that waits; null when none does.</param>
    /// <param name="today">Of the office.</param>
    public static Refusal? WhyNotRecord(PlannedChangeKind kind, DateOnly day, DateOnly joinedOn, DateOnly? pendingOn, DateOnly today) =>
        pendingOn is { } waits ? new("change-waits", $"已有一项{NameOf(kind)}登记自{waits:yyyy-MM-dd}起生效，请先撤回。", [])
        : day > today.AddYears(FurthestYears) ? new("change-far", $"生效日最晚为{today.AddYears(FurthestYears):yyyy-MM-dd}（一年以内），请核对年份。", [])
        : kind == PlannedChangeKind.Pools && day < today ? new("change-past", "库别自今天或者以后的日期起变更，不能倒填。", [])
        : day < joinedOn ? new("change-before-joining", $"日期早于入库日（{joinedOn:yyyy-MM-dd}）。", [])
        : null;

    /// <summary>Until the day before; from the day on it acts, or is told as not done.</summary>
    public static Refusal? WhyNotWithdraw(PlannedChangeStatus status, DateOnly day, DateOnly today) =>
        status != PlannedChangeStatus.Pending ? new("change-settled", "这项变更已经生效、撤回或者没有生效，不能撤回。", [])
        : today >= day ? new("change-due", $"已到生效日（{day:yyyy-MM-dd}），不能撤回；确须改正的，生效以后另行登记。", [])
        : null;

    /// <summary>Only what did not take effect is taken note of, once.</summary>
    public static Refusal? WhyNotNote(PlannedChangeStatus status, bool alreadyNoted) =>
        status != PlannedChangeStatus.Failed || alreadyNoted ? new("change-noted", "这项变更没有待知悉的结果。", []) : null;

    /// <summary>Nothing is changed of who has left, or is recorded to leave, when the day comes.</summary>
    public static Refusal? WhyGone(DateOnly? leftOn, string? exitClause) =>
        leftOn is { } left ? new("change-gone", $"此人已登记自{left:yyyy-MM-dd}起离开资源库。", exitClause is null ? [] : [exitClause]) : null;

    public static string NameOf(PlannedChangeKind kind) => kind switch
    {
        PlannedChangeKind.Firm => "转所、转任",
        PlannedChangeKind.Pools => "变更库别",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of change."),
    };
}
