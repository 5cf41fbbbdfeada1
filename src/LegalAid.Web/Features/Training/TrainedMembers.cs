using LegalAid.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>One member's trainings in a year.</summary>
public sealed record TrainedMember(Guid Id, string Name, string Institution, int Invited, int Came, int Late, int MadeUp, int Missed, int HourTenths);

/// <summary>Everybody's trainings and hours in a year (年度学时): who came or made up for it has the hours.</summary>
internal static class TrainedMembers
{
    public static IQueryable<TrainedMember> In(AidDb db, int year, DateOnly today, DateTime nowUtc)
    {
        var (from, to) = (OfficeClock.ToUtc(new(year, 1, 1)), OfficeClock.ToUtc(new(year + 1, 1, 1)));
        var held = db.TrainingAttendances.Where(a => a.Event.CancelledAtUtc == null && a.Event.StartsAtUtc >= from && a.Event.StartsAtUtc < to);
        return
            from m in db.Memberships.AsNoTracking()
            where m.LeftOn == null || m.LeftOn > today || held.Any(a => a.MembershipId == m.Id)
            orderby m.Institution.Name, m.RosterName ?? m.Person.Name, m.Id
            select new TrainedMember(
                m.Id,
                m.RosterName ?? m.Person.Name,
                m.Institution.Name,
                held.Count(a => a.MembershipId == m.Id),
                held.Count(a => a.MembershipId == m.Id && a.SignedInAtUtc != null),
                held.Count(a => a.MembershipId == m.Id && a.SignedInAtUtc >= a.Event.StartsAtUtc.AddMinutes(1)),
                held.Count(a => a.MembershipId == m.Id && a.SignedInAtUtc == null && a.MadeUp),
                held.Count(a => a.MembershipId == m.Id && a.SignedInAtUtc == null && a.SignInToldAtUtc == null && a.MakeUpSentAtUtc == null && a.Event.EndsAtUtc <= nowUtc && (a.MakeUpDueAtUtc == null || a.MakeUpDueAtUtc <= nowUtc)),
                held.Where(a => a.MembershipId == m.Id && (a.SignedInAtUtc != null || a.MadeUp)).Sum(a => a.Event.HourTenths));
    }
}
