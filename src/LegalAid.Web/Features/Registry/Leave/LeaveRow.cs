using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>A request for leave with what became of it, as lists and its own pages show it.</summary>
public sealed record LeaveRow(
    Guid Id,
    Guid MembershipId,
    string Name,
    PractitionerKind Practitioner,
    string Institution,
    LeaveKind Kind,
    DateOnly FirstDay,
    DateOnly LastDay,
    Sealed Reason,
    DateTime AskedAtUtc,
    LeaveStatus Status,
    string? DecidedBy,
    string? DecisionNote,
    DateOnly? AwayThrough,
    bool FellAway)
{
    public int Days => LastDay.DayNumber - FirstDay.DayNumber + 1;

    /// <summary>The last day as it stands now: earlier than asked for after an early return.</summary>
    public DateOnly StandingLastDay => AwayThrough ?? LastDay;

    public bool EndedEarly => !FellAway && AwayThrough < LastDay;

    public (string Word, Tone Tone) State => FellAway ? ("已取消", Tone.Ended) : (LeaveWords.Of(Status), Status switch
    {
        LeaveStatus.Waiting => Tone.Attention,
        LeaveStatus.Granted => Tone.Good,
        LeaveStatus.Refused => Tone.Bad,
        _ => Tone.Ended,
    });

    /// <summary>Agreed to, and a day of it not over yet.</summary>
    public bool MayReturn(DateOnly today) => Status == LeaveStatus.Granted && !FellAway && StandingLastDay >= today;

    /// <summary>What waits first, the nearest leave before the others; then the latest.</summary>
    public static IQueryable<LeaveRow> Of(AidDb db, IQueryable<LeaveRequest> requests) =>
        from r in requests.AsNoTracking()
        join m in db.Memberships on r.MembershipId equals m.Id
        join a in db.Absences on r.AbsenceId equals a.Id into absences
        from absence in absences.DefaultIfEmpty()
        orderby r.Status == LeaveStatus.Waiting descending, r.Status == LeaveStatus.Waiting ? r.FirstDay : (DateOnly?)null, r.AskedAtUtc descending, r.Id
        select new LeaveRow(
            r.Id, m.Id, m.RosterName ?? m.Person.Name, m.Kind, m.Institution.Name, r.Kind, r.FirstDay, r.LastDay, r.Reason, r.AskedAtUtc, r.Status,
            db.Users.Where(u => u.Id == r.DecidedById).Select(u => u.DisplayName).FirstOrDefault(), r.DecisionNote, absence.LastDay, absence.VoidedAtUtc != null);
}
