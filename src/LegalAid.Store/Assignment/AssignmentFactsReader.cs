using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;
using LegalAid.Store.Calendar;
using LegalAid.Store.Intake;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>Gathers what an assignment is decided from: the case, every institution with its people and place in the queue, the books and the calendar.</summary>
public sealed class AssignmentFactsReader(AidDb db, RuleBooks ruleBooks, ConflictSearch conflictSearch)
{
    public static QueueKind QueueOf(CaseKind kind) => kind == CaseKind.Criminal ? QueueKind.Criminal : QueueKind.Other;

    /// <param name="aidCase">With its parties.</param>
    /// <param name="queue">With its places, locked when the decision is to be recorded.</param>
    /// <param name="now">The office's local time.</param>
    /// <param name="outOfTurn">The clerk's request to leave the office's order; null to follow it.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<AssignmentFacts> ReadAsync(AidCase aidCase, RotationQueue queue, DateTime now, OutOfTurn? outOfTurn, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(now);
        var startsOn = DateOnly.FromDateTime(OfficeClock.ToLocal(aidCase.DecidedAtUtc ?? aidCase.ReceivedAtUtc));
        var office = await db.Offices.Where(o => o.Id == aidCase.OfficeId).Select(o => new { o.BookCode, o.District }).SingleAsync(ct);
        var institutions = await InstitutionsAsync(aidCase, queue, today, ct);
        return new()
        {
            DecidingDay = today,
            District = office.District,
            Case = Describe(aidCase, institutions) with { OutOfTurn = outOfTurn },
            Institutions = institutions,
            QueueTurn = queue.Turn,
            Rules = ruleBooks.InForceOn(office.BookCode, today).Assignment,
            Statute = ruleBooks.National(today).Assignment,
            Calendar = await WorkCalendars.FromAsync(db, startsOn, ct),
        };
    }

    private static CaseFacts Describe(AidCase aidCase, List<InstitutionFacts> institutions) => new()
    {
        Id = aidCase.Id,
        Kind = aidCase.Kind,
        Stage = aidCase.Stage,
        Source = aidCase.Source,
        ReceivedAt = OfficeClock.ToLocal(aidCase.ReceivedAtUtc),
        GrantedAt = aidCase is { Source: CaseSource.Application, DecidedAtUtc: { } granted } ? OfficeClock.ToLocal(granted) : null,
        Ground = aidCase.NotificationGround,
        Flags = aidCase.Flags,
        Headcount = aidCase.Headcount,
        Wish = aidCase.WishedInstitutionId is null && aidCase.WishedMembershipId is null ? null : new(aidCase.WishedInstitutionId, aidCase.WishedMembershipId),
        Help = aidCase switch
        {
            { HelpedByInstitutionId: { } helper } => new(
                institutions.Exists(i => i.Id == helper && i.Kind == InstitutionKind.LegalServiceOffice) ? HelperKind.LegalServiceOffice : HelperKind.LawFirm,
                helper),
            { HelpedByStation: not null } => new(HelperKind.JudicialStation),
            _ => null,
        },
    };

    private async Task<List<InstitutionFacts>> InstitutionsAsync(AidCase aidCase, RotationQueue queue, DateOnly today, CancellationToken ct)
    {
        var conflicts = await conflictSearch.ForAsync(aidCase, ct);
        var open = queue.Places.Where(place => place.ClosedOn is null || place.ClosedOn > today).ToList();
        var places = open.Where(place => place.InstitutionId is not null).ToDictionary(place => place.InstitutionId!.Value, Stand);
        var seats = open.Where(place => place.MembershipId is not null).ToDictionary(place => place.MembershipId!.Value, Stand);
        var people = (await PractitionersAsync(today, conflicts, seats, ct)).ToLookup(person => person.InstitutionId, person => person.Facts);
        var load = await LoadOfInstitutionsAsync(today, ct);
        var ids = people.Select(group => group.Key).Concat(places.Keys).Distinct().ToList();
        var institutions = await db.Institutions.AsNoTracking().Where(i => ids.Contains(i.Id)).OrderBy(i => i.Id).ToListAsync(ct);
        var partyNames = aidCase.Parties.Select(party => party.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. institutions.Select(institution => new InstitutionFacts
            {
                Id = institution.Id,
                Kind = institution.Kind,
                District = institution.District,
                ClosedOn = institution.ClosedOn,
                Practitioners = [.. people[institution.Id]],
                Place = places.GetValueOrDefault(institution.Id),
                OpenCases = load.GetValueOrDefault(institution.Id).Open,
                CasesLastYear = load.GetValueOrDefault(institution.Id).LastYear,
                Conflicts =
                [
                    .. conflicts.Where(conflict => conflict.InstitutionId == institution.Id).Select(conflict => conflict.Verdict.Institution).OfType<ConflictFinding>().Distinct(),
                    .. partyNames.Contains(institution.Name) ? [new ConflictFinding("CF-06", aidCase.Number, "本机构是本案当事人", Bars: true)] : Array.Empty<ConflictFinding>(),
                ],
            }),
        ];
    }

    private async Task<List<(Guid InstitutionId, PractitionerFacts Facts)>> PractitionersAsync(
        DateOnly today, IReadOnlyList<FoundConflict> conflicts, Dictionary<Guid, PlaceFacts> seats, CancellationToken ct)
    {
        var members = await db.Memberships.AsNoTracking().Where(m => m.LeftOn == null || m.LeftOn > today).OrderBy(m => m.Id).ToListAsync(ct);
        var absences = (await db.Absences.AsNoTracking().Where(a => a.LastDay == null || a.LastDay >= today).OrderBy(a => a.Id).ToListAsync(ct)).ToLookup(a => a.MembershipId);
        var grades = (await db.QualityGrades.AsNoTracking()
            .GroupBy(g => new { g.MembershipId, g.Grade })
            .Select(group => new { group.Key.MembershipId, group.Key.Grade, Count = group.Count() })
            .ToListAsync(ct)).ToLookup(g => g.MembershipId, g => (g.Grade, g.Count));
        var scores = await db.ExamResults.AsNoTracking().GroupBy(exam => exam.MembershipId).Select(taken => new { taken.Key, Best = taken.Max(exam => exam.Score) }).ToDictionaryAsync(taken => taken.Key, taken => taken.Best, ct);
        var load = await LoadOfMembersAsync(today, ct);
        return
        [
            .. members.Select(member => (member.InstitutionId, new PractitionerFacts
            {
                Id = member.Id,
                Kind = member.Kind,
                FirstLicensedOn = member.FirstLicensedOn,
                Intents = member.Intents,
                CriminalCases = member.CriminalCases,
                FirstCriminalCaseOn = member.FirstCriminalCaseOn,
                MinorsSpecialist = member.MinorsSpecialist,
                InCasePool = member.InCasePool,
                ExamScore = scores.TryGetValue(member.Id, out var score) ? score : null,
                WillingFromElsewhere = member.WillingFromElsewhereOn <= today,
                Place = seats.GetValueOrDefault(member.Id),
                LeftOn = member.LeftOn,
                Absences = [.. absences[member.Id].Select(a => new AbsenceFacts(a.Kind, a.FirstDay, a.LastDay))],
                OpenCases = load.GetValueOrDefault(member.Id).Open,
                CasesLastYear = load.GetValueOrDefault(member.Id).LastYear,
                Grades = Count(grades[member.Id]),
                Specialities = member.Specialities,
                Conflicts = [.. conflicts.Where(c => c.MembershipId == member.Id).Select(c => c.Verdict.Practitioner).OfType<ConflictFinding>().Distinct()],
            })),
        ];
    }

    private static PlaceFacts Stand(QueuePlace place) => new(place.Id, place.BalanceMillionths, place.DrawnOrder, place.WaitingSinceTurn);

    private static GradeCount Count(IEnumerable<(Grade Grade, int Count)> grades)
    {
        var counts = grades.ToDictionary(grade => grade.Grade, grade => grade.Count);
        return new(counts.GetValueOrDefault(Grade.Excellent), counts.GetValueOrDefault(Grade.Good), counts.GetValueOrDefault(Grade.Qualified), counts.GetValueOrDefault(Grade.Unqualified));
    }

    private async Task<Dictionary<Guid, (int Open, int LastYear)>> LoadOfInstitutionsAsync(DateOnly today, CancellationToken ct)
    {
        var yearAgo = OfficeClock.ToUtc(today.AddYears(-1).ToDateTime(TimeOnly.MinValue));
        var own = await db.Assignments.AsNoTracking().Where(a => a.Status != AssignmentStatus.Rejected)
            .GroupBy(a => a.InstitutionId)
            .Select(group => new { group.Key, Open = group.Count(), LastYear = group.Count(a => a.ProposedAtUtc >= yearAgo) }).ToListAsync(ct);
        var prior = await db.PriorMatters.AsNoTracking()
            .GroupBy(m => m.InstitutionId)
            .Select(group => new { group.Key, Open = group.Count(m => m.ClosedOn == null), LastYear = group.Count(m => m.AssignedOn >= today.AddYears(-1)) }).ToListAsync(ct);
        return own.Concat(prior).GroupBy(row => row.Key).ToDictionary(group => group.Key, group => (group.Sum(row => row.Open), group.Sum(row => row.LastYear)));
    }

    private async Task<Dictionary<Guid, (int Open, int LastYear)>> LoadOfMembersAsync(DateOnly today, CancellationToken ct)
    {
        var yearAgo = OfficeClock.ToUtc(today.AddYears(-1).ToDateTime(TimeOnly.MinValue));
        var own = await (
            from handler in db.CaseHandlers.AsNoTracking()
            join assignment in db.Assignments on handler.AssignmentId equals assignment.Id
            where assignment.Status != AssignmentStatus.Rejected
            group assignment by handler.MembershipId into mine
            select new { mine.Key, Open = mine.Count(), LastYear = mine.Count(a => a.ProposedAtUtc >= yearAgo) }).ToListAsync(ct);
        var prior = await db.PriorMatters.AsNoTracking()
            .GroupBy(m => m.MembershipId)
            .Select(group => new { group.Key, Open = group.Count(m => m.ClosedOn == null), LastYear = group.Count(m => m.AssignedOn >= today.AddYears(-1)) }).ToListAsync(ct);
        return own.Concat(prior).GroupBy(row => row.Key).ToDictionary(group => group.Key, group => (group.Sum(row => row.Open), group.Sum(row => row.LastYear)));
    }
}
