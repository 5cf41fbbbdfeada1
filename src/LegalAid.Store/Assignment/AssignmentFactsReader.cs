using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Store.Calendar;
using LegalAid.Store.Corps;
using LegalAid.Store.Intake;
using LegalAid.Store.Rulebooks;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>
/// Gathers what an assignment is decided from: the case, every institution with its people and place in the queue, the books and the calendar.
/// Gates and order go by the books of the deciding day, the clocks by those of the day that started them.
/// </summary>
public sealed class AssignmentFactsReader(AidDb db, RuleBooks ruleBooks, ConflictSearch conflictSearch)
{
    private readonly CaseFactsReader cases = new(db);
    private readonly PractitionerFactsReader practitioners = new(db);
    private readonly BookFactsReader more = new(db);

    /// <summary>The queue the case goes through as it stands, without a lock; an empty one where the office has none yet.</summary>
    public async Task<RotationQueue> PresentQueueAsync(AidCase aidCase, CancellationToken ct)
    {
        var kind = QueueOf(aidCase.Kind);
        return await db.RotationQueues.AsNoTracking().Include(q => q.Places).SingleOrDefaultAsync(q => q.Kind == kind, ct)
            ?? new RotationQueue { Id = Guid.Empty, OfficeId = aidCase.OfficeId, Kind = kind, Turn = 0 };
    }

    public static QueueKind QueueOf(CaseKind kind) => kind == CaseKind.Criminal ? QueueKind.Criminal : QueueKind.Other;

    /// <param name="aidCase">With its parties.</param>
    /// <param name="queue">With its places, locked when the decision is to be recorded.</param>
    /// <param name="now">The office's local time.</param>
    /// <param name="outOfTurn">The clerk's request to leave the office's order; null to follow it.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<AssignmentFacts> ReadAsync(AidCase aidCase, RotationQueue queue, DateTime now, OutOfTurn? outOfTurn, CancellationToken ct) =>
        await ReadAsync(aidCase, queue, now, outOfTurn, await ConflictsAsync(aidCase, ct), ct);

    /// <summary>As they would be after proposals that are only sketched so far, on a copy of the queue that counts their turns.</summary>
    public async Task<AssignmentFacts> ReadAfterAsync(AidCase aidCase, RotationQueue queue, DateTime now, IReadOnlyList<Sketch> sketches, CancellationToken ct)
    {
        var facts = await ReadAsync(aidCase, queue, now, null, await conflictSearch.ForAsync(aidCase, sketches, ct), ct);
        return facts with { Institutions = [.. facts.Institutions.Select(institution => After(institution, sketches.Count(sketch => sketch.InstitutionId == institution.Id)))] };
    }

    // A proposal counts for the institution from when it is made, for a person from when a handler is named.
    private static InstitutionFacts After(InstitutionFacts institution, int more) => institution with { OpenCases = institution.OpenCases + more, CasesLastYear = institution.CasesLastYear + more };

    /// <summary>What the conflict check finds for the case; for pages that show it beside the decision.</summary>
    public Task<FoundConflicts> ConflictsAsync(AidCase aidCase, CancellationToken ct) => conflictSearch.ForAsync(aidCase, ct);

    /// <summary>As above, with the conflicts already looked for.</summary>
    public async Task<AssignmentFacts> ReadAsync(
        AidCase aidCase, RotationQueue queue, DateTime now, OutOfTurn? outOfTurn, FoundConflicts conflicts, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(now);
        var startsOn = DateOnly.FromDateTime(OfficeClock.ToLocal(aidCase.ClocksStartAtUtc ?? aidCase.ReceivedAtUtc));
        var office = await OfficeAsync(aidCase, ct);
        var book = ruleBooks.InForceOn(office.BookCode, today);
        var past = await CasePast.OfAsync(db, aidCase.Id, ct);
        var institutions = await more.AddAsync(await InstitutionsAsync(aidCase, queue, today, conflicts.All, past, ct), aidCase, book, today, ct);
        return new()
        {
            DecidingDay = today,
            District = office.District,
            Case = await cases.ReadAsync(aidCase, outOfTurn, institutions, past, aidCase.Headcount + office.OthersAided, ct) with { Posted = await PostedCases.OfAsync(db, aidCase.Id, book.Corps?.Posting, now, ct) },
            Institutions = institutions,
            QueueTurn = queue.Turn,
            Rules = book.Assignment,
            ColourWeights = book.WeightsFor(institutions),
            MentorNeeded = book.MentorNeeded,
            BeforeWork = book.BeforeWork,
            Elsewhere = book.Elsewhere,
            ServiceNeed = await more.NeedAsync(book, today, ct),
            Statute = ruleBooks.National(today).Assignment,
            ClockRules = aidCase.ClocksStartAtUtc is null ? null
                : ClockRules.For(aidCase.Kind, aidCase.Source, ruleBooks.InForceOn(office.BookCode, startsOn).Assignment, ruleBooks.National(startsOn).Assignment),
            ConflictCheck = conflicts.Check,
            Calendar = await WorkCalendars.FromAsync(db, startsOn, ct),
        };
    }

    private Task<OfficeOfCase> OfficeAsync(AidCase aidCase, CancellationToken ct)
    {
        var others = LinkedCases.OthersOf(db, aidCase);
        return db.Offices.Where(o => o.Id == aidCase.OfficeId).Select(o => new OfficeOfCase(o.BookCode, o.District, others.Sum(c => c.Headcount))).SingleAsync(ct);
    }

    private async Task<List<InstitutionFacts>> InstitutionsAsync(
        AidCase aidCase, RotationQueue queue, DateOnly today, IReadOnlyList<FoundConflict> conflicts, CasePast past, CancellationToken ct)
    {
        var open = queue.Places.Where(place => place.ClosedOn is null || place.ClosedOn > today).ToList();
        var places = open.Where(place => place.InstitutionId is not null).ToDictionary(place => place.InstitutionId!.Value, Stand);
        var seats = open.Where(place => place.MembershipId is not null).ToDictionary(place => place.MembershipId!.Value, Stand);
        var figures = await PoolFigures.ReadAsync(db, today, ct);
        var told = await practitioners.ReadAsync(today, conflicts, seats, figures, ct);
        var people = told.People.ToLookup(person => person.InstitutionId, person => person.Facts);
        var ids = people.Select(group => group.Key).Concat(places.Keys).Concat(past.Holders).Distinct().ToList();     // also one that has closed since
        var institutions = await db.Institutions.AsNoTracking().Where(i => ids.Contains(i.Id)).OrderBy(i => i.Id)
            .Select(i => new { i.Id, i.Kind, i.District, i.ClosedOn, i.Name }).ToListAsync(ct);
        var partyNames = aidCase.Parties.Select(party => party.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from institution in institutions
               let load = figures.OfInstitution(institution.Id)
               select new InstitutionFacts
               {
                   Id = institution.Id,
                   Kind = institution.Kind,
                   District = institution.District,
                   ClosedOn = institution.ClosedOn,
                   Practitioners = [.. people[institution.Id]],
                   Place = places.GetValueOrDefault(institution.Id),
                   OpenCases = load.Open,
                   CasesLastYear = load.LastYear + told.ReportedLastYear[institution.Id].Sum(),
                   Conflicts =
                   [
                       .. conflicts.Where(conflict => conflict.InstitutionId == institution.Id).SelectMany(conflict => conflict.Verdict.Institution).Distinct(),
                       .. partyNames.Contains(institution.Name) ? [Conflicts.OwnInstitution(aidCase.Number)] : Array.Empty<ConflictFinding>(),
                   ],
               },
        ];
    }

    private static PlaceFacts Stand(QueuePlace place) => new(place.Id, place.BalanceMillionths, place.DrawnOrder, place.WaitingSinceTurn);
}

/// <summary>What a case's office says of it: which books, which district, and how many others are aided in the same matter.</summary>
internal sealed record OfficeOfCase(string BookCode, string District, int OthersAided);
