using LegalAid.Rules.Training;
using LegalAid.Store.Training;

namespace LegalAid.Web.Features.Training;

/// <summary>One invited person's attendance with the training it is of.</summary>
public sealed record AttendanceRow(Guid Id, Guid MembershipId, string Name, string Institution, TrainingEvent Event, TrainingAttendance Attendance)
{
    /// <summary>In the order given: a row is not sorted any more.</summary>
    public static IQueryable<AttendanceRow> Of(IQueryable<TrainingAttendance> attendances) =>
        attendances.Select(a => new AttendanceRow(a.Id, a.MembershipId, a.Member.RosterName ?? a.Member.Person.Name, a.Member.Institution.Name, a.Event, a));

    public AttendanceState StateAt(DateTime nowUtc) => Attending.StateOf(Attendance.FactsOf(Event), nowUtc);

    public int LateMinutes => Attendance.SignedInAtUtc is { } at ? Attending.LateMinutes(Event.StartsAtUtc, at) : 0;

    /// <summary>The code arrived later than it was typed, and waits for the centre.</summary>
    public bool ToVerify => Attendance is { SignedInAtUtc: null, SignInToldAtUtc: not null };
}
