using LegalAid.Rules.Common;

namespace LegalAid.Rules.Registry;

/// <summary>A time away from service. Both days are included; without a last day it lasts until it is ended.</summary>
public sealed record TimeAway(AbsenceKind Kind, DateOnly FirstDay, DateOnly? LastDay)
{
    public bool Contains(DateOnly day) => FirstDay <= day && (LastDay is null || day <= LastDay);

    public bool Overlaps(TimeAway other) => (LastDay is null || other.FirstDay <= LastDay) && (other.LastDay is null || FirstDay <= other.LastDay);
}

/// <summary>When an absence (请假、暂停指派、停止执业、年度考核未通过、执业证注销或者吊销) may be recorded and ended.</summary>
public static class Absences
{
    private const int FurthestYears = 2;

    /// <summary>
    /// Absences of one kind do not overlap, and nobody is on leave from a service that is stopped anyway;
    /// a suspension or a stop of practice may begin in the middle of a leave.
    /// </summary>
    public static Refusal? WhyNotRecord(TimeAway wanted, IReadOnlyList<TimeAway> known, TimeInPool pool, DateOnly today) =>
        wanted.LastDay < wanted.FirstDay ? new("absence-days", "止日不能早于起日。", [])
        : wanted.LastDay < pool.JoinedOn ? new("absence-before-joining", $"这段时间在入库日（{pool.JoinedOn:yyyy-MM-dd}）之前。", [])
        : wanted.FirstDay >= pool.LeftOn ? new("absence-after-leaving", $"此人自{pool.LeftOn:yyyy-MM-dd}起不在库，无须登记。", [])
        : wanted.FirstDay > today.AddYears(FurthestYears) || wanted.FirstDay < today.AddYears(-FurthestYears)
            ? new("absence-far", $"起日与今天相差超过{FurthestYears}年，请核对年份。", [])
        : known.FirstOrDefault(other => (other.Kind == wanted.Kind || wanted.Kind == AbsenceKind.Leave) && other.Overlaps(wanted)) is { } overlapping
            ? new("absence-overlaps", $"与已登记的{NameOf(overlapping.Kind)}（{Span(overlapping)}）重叠。", [])
        : null;

    /// <summary>Ending shortens; a longer absence is a new record.</summary>
    public static Refusal? WhyNotEnd(TimeAway known, DateOnly lastDay, DateOnly today) =>
        known.LastDay < today ? new("absence-over", $"这次{NameOf(known.Kind)}已于{known.LastDay:yyyy-MM-dd}结束。", [])
        : lastDay < known.FirstDay ? new("absence-days", $"止日不能早于起日（{known.FirstDay:yyyy-MM-dd}）。", [])
        : lastDay > known.LastDay ? new("absence-longer", $"止日不能晚于原定的{known.LastDay:yyyy-MM-dd}；需要延长的，请另行登记。", [])
        : null;

    /// <summary>What was recorded by mistake is voided, however long ago; it stays readable and counts for nothing.</summary>
    public static Refusal? WhyNotVoid(bool alreadyVoided) =>
        alreadyVoided ? new("absence-voided", "这条登记已经撤销。", []) : null;

    public static string NameOf(AbsenceKind kind) => kind switch
    {
        AbsenceKind.Leave => "请假",
        AbsenceKind.Suspension => "暂停指派",
        AbsenceKind.PracticeStopped => "停止执业",
        AbsenceKind.AppraisalFailed => "年度考核未通过",
        AbsenceKind.LicenceEnded => "执业证注销、吊销",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of absence."),
    };

    internal static string Span(TimeAway away) => $"{away.FirstDay:yyyy-MM-dd} 至 {(away.LastDay is { } last ? $"{last:yyyy-MM-dd}" : "另行通知")}";
}
