using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;
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

    /// <summary>What the conflict check finds for the case; for pages that show it beside the decision.</summary>
    public Task<FoundConflicts> ConflictsAsync(AidCase aidCase, CancellationToken ct) => conflictSearch.ForAsync(aidCase, ct);

    /// <summary>As above, with the conflicts already looked for.</summary>
    public async Task<AssignmentFacts> ReadAsync(
        AidCase aidCase, RotationQueue queue, DateTime now, OutOfTurn? outOfTurn, FoundConflicts conflicts, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(now);
        var startsOn = DateOnly.FromDateTime(OfficeClock.ToLocal(aidCase.ClocksStartAtUtc ?? aidCase.ReceivedAtUtc));
        var office = await db.Offices.Where(o => o.Id == aidCase.OfficeId).Select(o => new { o.BookCode, o.District }).SingleAsync(ct);
        var book = ruleBooks.InForceOn(office.BookCode, today);
        var institutions = await more.AddAsync(await InstitutionsAsync(aidCase, queue, today, conflicts.All, ct), aidCase, book, today, ct);
        return new()
        {
            DecidingDay = today,
            District = office.District,
            Case = await AddAsync(Describe(aidCase, institutions) with { OutOfTurn = outOfTurn, Posted = await PostedCases.OfAsync(db, aidCase.Id, book.Corps?.Posting, now, ct) }, aidCase, ct),
            Institutions = institutions,
            QueueTurn = queue.Turn,
            Rules = book.Assignment,
            ColourWeights = book.WeightsFor(institutions),
            MentorNeeded = book.MentorNeeded,
            Elsewhere = book.Elsewhere,
            ServiceNeed = await more.NeedAsync(book, today, ct),
            Statute = ruleBooks.National(today).Assignment,
            ClockRules = aidCase.ClocksStartAtUtc is null ? null
                : ClockRules.For(aidCase.Kind, aidCase.Source, ruleBooks.InForceOn(office.BookCode, startsOn).Assignment, ruleBooks.National(startsOn).Assignment),
            ConflictCheck = conflicts.Check,
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
        Wish = aidCase.WishedInstitutionId is null && aidCase.WishedMembershipId is null ? null : new(aidCase.WishedInstitutionId, aidCase.WishedMembershipId),
        Needs = aidCase is { NeededLanguage: null, NeededGender: null, NeedsBarrierFree: false } ? null : new(aidCase.NeededLanguage, aidCase.NeededGender, aidCase.NeedsBarrierFree),
        PartyPlaces = aidCase.PartyPlaces is { Count: > 0 } places ? places : null,
        Help = aidCase switch
        {
            { HelpedByInstitutionId: { } helper } => new(
                institutions.Exists(i => i.Id == helper && i.Kind == InstitutionKind.LegalServiceOffice) ? HelperKind.LegalServiceOffice : HelperKind.LawFirm,
                helper),
            { HelpedByStation: not null } => new(HelperKind.JudicialStation),
            _ => null,
        },
    };

    private async Task<CaseFacts> AddAsync(CaseFacts facts, AidCase aidCase, CancellationToken ct)
    {
        var declines = await JustifiedDeclines.OfAsync(db, aidCase.Id, ct);
        return facts with
        {
            Headcount = await LinkedCases.HeadcountAsync(db, aidCase, ct),
            SetAside = await SetAsideAsync(aidCase.Id, ct),
            EarlierStage = await StageBefore.OfAsync(db, aidCase, ct),
            DeclinedBy = [.. declines.Select(d => d.CandidateId)],
            Declines = declines.Count > 0 ? declines : null,
        };
    }

    private async Task<List<Guid>> SetAsideAsync(Guid caseId, CancellationToken ct) =>
        await db.Assignments.AsNoTracking().Where(a => a.CaseId == caseId && a.SetsAside).Select(a => a.MembershipId ?? a.InstitutionId).Distinct().OrderBy(id => id).ToListAsync(ct);

    private async Task<List<InstitutionFacts>> InstitutionsAsync(
        AidCase aidCase, RotationQueue queue, DateOnly today, IReadOnlyList<FoundConflict> conflicts, CancellationToken ct)
    {
        var open = queue.Places.Where(place => place.ClosedOn is null || place.ClosedOn > today).ToList();
        var places = open.Where(place => place.InstitutionId is not null).ToDictionary(place => place.InstitutionId!.Value, Stand);
        var seats = open.Where(place => place.MembershipId is not null).ToDictionary(place => place.MembershipId!.Value, Stand);
        var people = (await practitioners.ReadAsync(today, conflicts, seats, ct)).ToLookup(person => person.InstitutionId, person => person.Facts);
        var load = await CaseLoads.OfInstitutionsAsync(db, today, ct);
        var assigned = await db.Assignments.Where(a => a.CaseId == aidCase.Id && !AssignmentStatuses.Undone.Contains(a.Status)).Select(a => a.InstitutionId).ToListAsync(ct);     // also one that has closed since
        var ids = people.Select(group => group.Key).Concat(places.Keys).Concat(assigned).Distinct().ToList();
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
                OpenCases = load.GetValueOrDefault(institution.Id, CaseLoad.None).Open,
                CasesLastYear = load.GetValueOrDefault(institution.Id, CaseLoad.None).LastYear,
                Conflicts =
                [
                    .. conflicts.Where(conflict => conflict.InstitutionId == institution.Id).SelectMany(conflict => conflict.Verdict.Institution).Distinct(),
                    .. partyNames.Contains(institution.Name) ? [Conflicts.OwnInstitution(aidCase.Number)] : Array.Empty<ConflictFinding>(),
                ],
            }),
        ];
    }

    private static PlaceFacts Stand(QueuePlace place) => new(place.Id, place.BalanceMillionths, place.DrawnOrder, place.WaitingSinceTurn);
}
