using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;

namespace LegalAid.Rules.Assignment;

/// <summary>What has to happen for a clock of the assignment to stop.</summary>
public enum ClockStop
{
    /// <summary>已指派承办机构</summary>
    InstitutionAssigned = 1,

    /// <summary>已确定承办人</summary>
    HandlerNamed,

    /// <summary>已确定承办律师并告知办案机关</summary>
    AuthorityTold,
}

/// <summary>What has happened so far, in the office's local time.</summary>
public sealed record AssignmentMoments(DateTime? InstitutionAssignedAt = null, DateTime? HandlerNamedAt = null, DateTime? AuthorityToldAt = null)
{
    /// <summary>When a clock stopped; null while it runs. Telling the authority before there is a lawyer to tell of stops nothing.</summary>
    public DateTime? StoppedAt(ClockStop stop) => stop switch
    {
        ClockStop.InstitutionAssigned => InstitutionAssignedAt,
        ClockStop.HandlerNamed => HandlerNamedAt,
        ClockStop.AuthorityTold => HandlerNamedAt is { } named && AuthorityToldAt is { } told ? (told > named ? told : named) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(stop), stop, "Unknown stop of a clock."),
    };
}

/// <summary>How a clock stands at a moment.</summary>
public enum ClockState
{
    /// <summary>计时中</summary>
    Running = 1,

    /// <summary>已逾期，尚未完成</summary>
    Overdue,

    /// <summary>按期完成</summary>
    Met,

    /// <summary>逾期完成</summary>
    MetLate,
}

/// <summary>
/// The two clocks of an assignment side by side. They start together, from the grant of an application or the receipt of a notice, and end at
/// different acts: the office's own with the assignment to the institution (BB-6); the statute's with the naming of the person (LAW-43) or,
/// after a notice, with the lawyer named and the authority told (LAW-36, REG-24).
/// </summary>
public sealed record AssignmentClocks(TwoClocks Deadlines, ClockStop OwnStop, ClockStop StatuteStop)
{
    /// <summary>The clocks of a case; null while an application is not granted, because nothing runs yet.</summary>
    public static AssignmentClocks? For(CaseFacts aidCase, ClockRules rules, WorkCalendar calendar) =>
        aidCase.ClocksStartAt is { } start
            ? new(rules.Count(start, calendar), ClockStop.InstitutionAssigned, StatuteStopOf(aidCase.Source))
            : null;

    /// <summary>What stops the statute's clock: the person named (LAW-43); after a notice, the authority told of the lawyer as well (LAW-36).</summary>
    public static ClockStop StatuteStopOf(CaseSource source) => source == CaseSource.Notification ? ClockStop.AuthorityTold : ClockStop.HandlerNamed;

    /// <summary>The institution's time to name a handler. It has to fit into what is left of the statute's clock.</summary>
    public TwoClocks ForNaming(DateTime assignedAt, AssignmentRules rules, WorkCalendar calendar) =>
        new(Deadlines.Statute, rules.NamingClock is { } period ? Deadline.Count(assignedAt, period, calendar) : null);

    /// <summary>Null where the office has no clock of its own.</summary>
    public ClockState? OwnState(AssignmentMoments moments, DateTime now) => Deadlines.Own is { } own ? StateOf(own, moments.StoppedAt(OwnStop), now) : null;

    public ClockState StatuteState(AssignmentMoments moments, DateTime now) => StateOf(Deadlines.Statute, moments.StoppedAt(StatuteStop), now);

    private static ClockState StateOf(Deadline deadline, DateTime? stoppedAt, DateTime now) =>
        (stoppedAt, deadline.IsOverdue(stoppedAt ?? now)) switch
        {
            (null, false) => ClockState.Running,
            (null, true) => ClockState.Overdue,
            (_, false) => ClockState.Met,
            (_, true) => ClockState.MetLate,
        };
}
