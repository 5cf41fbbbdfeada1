using LegalAid.Rules.Training;
using LegalAid.Store;
using LegalAid.Store.Corps;
using LegalAid.Store.Training;
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

        var now = clock.UtcNow;
        var joined = await CorpsMembers.On(db, clock.Today).AsNoTracking().ToDictionaryAsync(m => m.PersonId, m => m.JoinedOn, ct);
        var reached = (await AbsentAsync([.. joined.Keys], ct)).GroupBy(row => row.PersonId)
            .Select(one => (PersonId: one.Key, Missed: MissedTrainings.Count(
                one.Select(row => (DateOnly.FromDateTime(OfficeClock.ToLocal(row.Attendance.Event.StartsAtUtc)), Attending.StateOf(row.Attendance.FactsOf(row.Attendance.Event), now))),
                MissedTrainings.CountedSince(rules, joined[one.Key], clock.Today), rules.Cancellation)))
            .Where(one => one.Missed.IsReached).ToDictionary(one => one.PersonId, one => one.Missed);
        var (people, offices) = (reached.Keys.ToList(), db.Scope.OfficeIds);
        var lines = await db.Memberships.AsNoTracking().Where(m => people.Contains(m.PersonId) && offices.Contains(m.OfficeId)).OrderBy(m => m.LeftOn != null).ThenBy(m => m.Id)
            .Select(m => new { m.PersonId, m.Id, Name = m.RosterName ?? m.Person.Name }).ToListAsync(ct);
        return [.. lines.DistinctBy(line => line.PersonId).Select(line => new CorpsLapse(line.Id, line.Name, reached[line.PersonId])).OrderBy(lapse => lapse.Name, StringComparer.Ordinal)];
    }

    // At trainings of the offices in sight, and at the prefecture's own to which it invited its corps (QDN-4.5a).
    private async Task<List<Absent>> AbsentAsync(List<Guid> people, CancellationToken ct)
    {
        var now = clock.UtcNow;
        return await TrainingsInSight.Attendances(db).AsNoTracking().Include(a => a.Event)
            .Where(a => a.Event.CancelledAtUtc == null && a.Event.EndsAtUtc <= now && a.SignedInAtUtc == null && (people.Contains(a.Member!.PersonId) || people.Contains(a.CorpsMember!.PersonId)))
            .Select(a => new Absent(a.Member == null ? a.CorpsMember!.PersonId : a.Member.PersonId, a)).ToListAsync(ct);
    }

    private sealed record Absent(Guid PersonId, TrainingAttendance Attendance);
}
