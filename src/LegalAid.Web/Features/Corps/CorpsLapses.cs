using LegalAid.Rules.Training;
using LegalAid.Store;
using LegalAid.Store.Corps;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Corps;

/// <summary>Somebody of the corps whose missed trainings reached the number that ends the membership.</summary>
public sealed record CorpsLapse(Guid MemberId, string Name, MissedCount Missed);

/// <summary>
/// Proposes whom to strike for trainings missed and not made up (QDN-4.7.3): counted by person over every roster in sight, at the prefecture across all its counties. It proposes;
/// the prefecture's head decides.
/// </summary>
public sealed class CorpsLapses(AidDb db, PostingDesk desk, OfficeClock clock)
{
    public async Task<IReadOnlyList<CorpsLapse>> ReachedAsync(Guid officeId, CancellationToken ct)
    {
        if (await desk.RulesAsync(officeId, ct) is not { } rules)
        {
            return [];
        }

        var (now, offices) = (clock.UtcNow, db.Scope.OfficeIds);
        var joined = await CorpsMembers.On(db, clock.Today).AsNoTracking().ToDictionaryAsync(m => m.PersonId, m => m.JoinedOn, ct);
        var people = joined.Keys.ToList();
        var absent = await (
            from a in db.TrainingAttendances.AsNoTracking().Include(a => a.Event)
            join m in db.Memberships on a.MembershipId equals m.Id
            where people.Contains(m.PersonId) && offices.Contains(m.OfficeId) && a.Event.CancelledAtUtc == null && a.Event.EndsAtUtc <= now && a.SignedInAtUtc == null
            orderby m.LeftOn != null, m.Id
            select new { m.PersonId, m.Id, Name = m.RosterName ?? m.Person.Name, Attendance = a, a.Event }).ToListAsync(ct);
        return
        [
            .. (from one in absent.GroupBy(row => row.PersonId)
               let missed = MissedTrainings.Count(
                   one.Select(row => (DateOnly.FromDateTime(OfficeClock.ToLocal(row.Event.StartsAtUtc)), Attending.StateOf(row.Attendance.FactsOf(row.Event), now))),
                   MissedTrainings.CountedSince(rules, joined[one.Key], clock.Today), rules.Cancellation)
               where missed.IsReached
               select new CorpsLapse(one.First().Id, one.First().Name, missed)).OrderBy(lapse => lapse.Name, StringComparer.Ordinal),
        ];
    }
}
