using LegalAid.Rules.Assignment;
using LegalAid.Rules.Registry;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>The office's people as the assignment rules see them, and what the years reported for each institution's people still add to its 近一年.</summary>
internal sealed record PeopleFacts(IReadOnlyList<(Guid InstitutionId, PractitionerFacts Facts)> People, ILookup<Guid, int> ReportedLastYear);

/// <summary>Gathers the office's people as the assignment rules see them, in one question however many they are; the figures come along.</summary>
internal sealed class PractitionerFactsReader(AidDb db)
{
    public async Task<PeopleFacts> ReadAsync(DateOnly today, IReadOnlyList<FoundConflict> conflicts, Dictionary<Guid, PlaceFacts> seats, PoolFigures figures, CancellationToken ct)
    {
        var rows = (await RowsAsync(today, ct)).ConvertAll(row => (row.InstitutionId, row.IsHere, row.Absences, row.Facts, Reported: BroughtAlong.LastYear(row.Reported, row.AsOf, today)));
        var findings = conflicts.SelectMany(c => c.MembershipIds, (c, member) => (Member: member, Found: c.Verdict.Practitioner)).ToLookup(found => found.Member, found => found.Found);
        var people = rows.FindAll(row => row.IsHere).ConvertAll(person => (person.InstitutionId, Told(person.Facts, person.Reported, figures) with
        {
            Place = seats.GetValueOrDefault(person.Facts.Id),
            Absences = [.. person.Absences.Select(a => new AbsenceFacts(a.Kind, a.FirstDay, a.LastDay))],
            Conflicts = [.. findings[person.Facts.Id].SelectMany(found => found).Distinct()],
        }));
        return new(people, rows.ToLookup(row => row.InstitutionId, row => row.Reported));
    }

    private static PractitionerFacts Told(PractitionerFacts person, int reported, PoolFigures figures)
    {
        var load = figures.OfMember(person.Id);
        return person with
        {
            ExamScore = figures.BestScore(person.Id),
            OpenCases = load.Open,
            CasesLastYear = load.LastYear + reported,
            CriminalCases = person.CriminalCases + load.CriminalSince,
            Grades = figures.GradesOf(person.Id),
        };
    }

    // Only what the rules look at: no sealed number leaves the database for a decision. Who left is read where a reported year counts on: what their institution handled, it handled.
    private Task<List<Row>> RowsAsync(DateOnly today, CancellationToken ct) => db.Memberships.AsNoTracking()
        .Where(m => m.LeftOn == null || m.LeftOn > today || m.PriorAidCasesLastYear > 0).OrderBy(m => m.Id)
        .Select(m => new Row
        {
            InstitutionId = m.InstitutionId,
            IsHere = m.LeftOn == null || m.LeftOn > today,
            Reported = m.PriorAidCasesLastYear,
            AsOf = m.ExperienceAsOf,
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
            Absences = m.Absences.Where(a => a.VoidedAtUtc == null && (a.LastDay == null || a.LastDay >= today)).OrderBy(a => a.Id).ToList(),
        }).ToListAsync(ct);

    private sealed class Row
    {
        public required Guid InstitutionId { get; init; }

        public required bool IsHere { get; init; }

        public required int Reported { get; init; }

        public required DateOnly? AsOf { get; init; }

        public required PractitionerFacts Facts { get; init; }

        public required List<Absence> Absences { get; init; }
    }
}
