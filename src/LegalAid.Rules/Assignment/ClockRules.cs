using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;

namespace LegalAid.Rules.Assignment;

/// <summary>
/// The periods by which the clocks of an assignment run: the statute's and, if the office's text has one, its own. They are those of the books of the
/// day that starts the clocks: a book that comes into force later changes gates and order, but no clock that runs already.
/// </summary>
public sealed record ClockRules(PeriodRule Statute, PeriodRule? Own = null)
{
    /// <summary>The periods that concern such a case, from the books of the day its clocks start.</summary>
    public static ClockRules For(CaseKind kind, CaseSource source, AssignmentRules own, NationalAssignmentRules statute) =>
        new(source == CaseSource.Notification ? statute.AfterNotice : statute.AfterGrant, own.OwnClock(kind == CaseKind.Criminal));

    public TwoClocks Count(DateTime startedAt, WorkCalendar calendar) =>
        new(Deadline.Count(startedAt, Statute, calendar), Own is { } period ? Deadline.Count(startedAt, period, calendar) : null);
}
