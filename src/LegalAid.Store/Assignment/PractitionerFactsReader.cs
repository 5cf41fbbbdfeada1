using LegalAid.Rules.Assignment;
using LegalAid.Rules.Registry;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>Gathers the office's people as the assignment rules see them, one query for each kind of fact however many they are.</summary>
internal sealed class PractitionerFactsReader(AidDb db)
{
    public async Task<List<(Guid InstitutionId, PractitionerFacts Facts)>> ReadAsync(
        DateOnly today, IReadOnlyList<FoundConflict> conflicts, Dictionary<Guid, PlaceFacts> seats, CancellationToken ct)
    {
        var people = await PeopleAsync(today, ct);
        var absences = (await AbsencesAsync(today, ct)).ToLookup(a => a.MembershipId, a => a.Facts);
        var grades = (await GradesAsync(ct)).ToLookup(g => g.MembershipId, g => (g.Grade, g.Count));
        var scores = await db.ExamResults.AsNoTracking().GroupBy(exam => exam.MembershipId).Select(taken => new { taken.Key, Best = taken.Max(exam => exam.Score) }).ToDictionaryAsync(taken => taken.Key, taken => taken.Best, ct);
        var loads = await CaseLoads.OfMembersAsync(db, today, ct);
        var findings = conflicts.SelectMany(c => c.MembershipIds, (c, member) => (Member: member, Found: c.Verdict.Practitioner)).ToLookup(found => found.Member, found => found.Found);
        return people.ConvertAll(person => (person.InstitutionId, person.Facts with
        {
            ExamScore = scores.TryGetValue(person.Facts.Id, out var score) ? score : null,
            Place = seats.GetValueOrDefault(person.Facts.Id),
            Absences = [.. absences[person.Facts.Id]],
            OpenCases = loads.GetValueOrDefault(person.Facts.Id, CaseLoad.None).Open,
            CasesLastYear = loads.GetValueOrDefault(person.Facts.Id, CaseLoad.None).LastYear,
            CriminalCases = person.Facts.CriminalCases + loads.GetValueOrDefault(person.Facts.Id, CaseLoad.None).CriminalSince,
            Grades = Count(grades[person.Facts.Id]),
            Conflicts = [.. findings[person.Facts.Id].SelectMany(found => found).Distinct()],
        }));
    }

    // Only what the rules look at: no sealed number leaves the database for a decision.
    private async Task<List<(Guid InstitutionId, PractitionerFacts Facts)>> PeopleAsync(DateOnly today, CancellationToken ct)
    {
        var rows = await db.Memberships.AsNoTracking().Where(m => m.LeftOn == null || m.LeftOn > today).OrderBy(m => m.Id)
            .Select(m => new
            {
                m.InstitutionId,
                Facts = new PractitionerFacts
                {
                    Id = m.Id,
                    Kind = m.Kind,
                    FirstLicensedOn = m.FirstLicensedOn,
                    Intents = m.Intents,
                    CriminalCases = m.CriminalCases,
                    FirstCriminalCaseOn = m.FirstCriminalCaseOn,
                    MinorsSpecialist = m.MinorsSpecialist,
                    InCasePool = m.Standings.Any(s => s.Pool == Pools.Cases && s.EnteredOn <= today && (s.LeftOn == null || s.LeftOn > today)),
                    WillingFromElsewhere = m.WillingFromElsewhereOn != null && m.WillingFromElsewhereOn <= today,
                    LeftOn = m.LeftOn,
                    Specialities = m.Specialities,
                },
            }).ToListAsync(ct);
        return rows.ConvertAll(row => (row.InstitutionId, row.Facts));
    }

    private async Task<List<(Guid MembershipId, AbsenceFacts Facts)>> AbsencesAsync(DateOnly today, CancellationToken ct)
    {
        var rows = await db.Absences.AsNoTracking().Where(a => a.VoidedAtUtc == null).Where(a => a.LastDay == null || a.LastDay >= today).OrderBy(a => a.Id)
            .Select(a => new { a.MembershipId, a.Kind, a.FirstDay, a.LastDay }).ToListAsync(ct);
        return rows.ConvertAll(a => (a.MembershipId, new AbsenceFacts(a.Kind, a.FirstDay, a.LastDay)));
    }

    private async Task<List<(Guid MembershipId, Grade Grade, int Count)>> GradesAsync(CancellationToken ct)
    {
        var rows = await db.QualityGrades.AsNoTracking().GroupBy(g => new { g.MembershipId, g.Grade })
            .Select(group => new { group.Key.MembershipId, group.Key.Grade, Count = group.Count() }).ToListAsync(ct);
        return rows.ConvertAll(g => (g.MembershipId, g.Grade, g.Count));
    }

    private static GradeCount Count(IEnumerable<(Grade Grade, int Count)> grades)
    {
        var counts = grades.ToDictionary(grade => grade.Grade, grade => grade.Count);
        return new(counts.GetValueOrDefault(Grade.Excellent), counts.GetValueOrDefault(Grade.Good), counts.GetValueOrDefault(Grade.Qualified), counts.GetValueOrDefault(Grade.Unqualified));
    }
}
