using LegalAid.Rules.Registry;
using LegalAid.Rules.Training;
using LegalAid.Store.Training;

namespace LegalAid.Web.Features.Training;

/// <summary>One invited person's attendance with the training it is of. <paramref name="MembershipId"/> and <paramref name="Kind"/> are null for a guest, whose unit stands in the institution's place.</summary>
public sealed record AttendanceRow(Guid Id, Guid? MembershipId, string Name, string Institution, PractitionerKind? Kind, TrainingEvent Event, TrainingAttendance Attendance)
{
    public AttendeeGroup Group => Attendees.GroupOf(Kind, Attendance.CorpsMemberId is not null);

    /// <summary>In the order given: a row is not sorted any more.</summary>
    public static IQueryable<AttendanceRow> Of(IQueryable<TrainingAttendance> attendances) => attendances.Select(a => new AttendanceRow(
        a.Id, a.MembershipId, a.GuestName ?? a.Member!.RosterName ?? a.Member!.Person.Name, a.GuestUnit ?? a.Member!.Institution.Name, a.Member == null ? null : (PractitionerKind?)a.Member.Kind, a.Event, a));

    /// <summary>Who still has to be dealt with first, then by institution and name.</summary>
    public static IQueryable<TrainingAttendance> InOrder(IQueryable<TrainingAttendance> attendances) => attendances
        .OrderBy(a => a.SignedInAtUtc != null || a.SignInToldAtUtc == null).ThenBy(a => a.GuestUnit ?? a.Member!.Institution.Name).ThenBy(a => a.GuestName ?? a.Member!.RosterName ?? a.Member!.Person.Name).ThenBy(a => a.Id);

    public AttendanceState StateAt(DateTime nowUtc) => Attending.StateOf(Attendance.FactsOf(Event), nowUtc);

    public int LateMinutes => Attendance.SignedInAtUtc is { } at ? Attending.LateMinutes(Event.StartsAtUtc, at) : 0;

    /// <summary>The code arrived later than it was typed, and waits for the centre.</summary>
    public bool ToVerify => Attendance is { SignedInAtUtc: null, SignInToldAtUtc: not null };
}
