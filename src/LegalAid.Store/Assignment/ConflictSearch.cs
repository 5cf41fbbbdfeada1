using LegalAid.Rules.Assignment;
using LegalAid.Rules.Registry;
using LegalAid.Store.Intake;
using LegalAid.Store.Rulebooks;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>Looks for the parties of a case in past and open matters of this office and of others, among its own people and their families (conflict check).</summary>
public sealed class ConflictSearch(AidDb db, RuleBooks ruleBooks, OfficeClock clock)
{
    private static readonly InstitutionKind[] ManyEmployers = [.. Enum.GetValues<InstitutionKind>().Where(PersonKinds.StandsForManyEmployers)];

    private readonly ConflictMatters matters = new(db);
    private readonly ConflictPeople people = new(db);
    private readonly ConflictFamilies families = new(db);
    private readonly ConflictInvolved involved = new(db);
    private readonly ConflictsElsewhere elsewhere = new(db);

    /// <summary>Everything found, namesakes ruled out included: the page shows the ruling and lets it be changed.</summary>
    /// <param name="aidCase">With its parties.</param>
    /// <param name="ct">Gives up.</param>
    public Task<FoundConflicts> ForAsync(AidCase aidCase, CancellationToken ct) => ForAsync(aidCase, [], ct);

    /// <summary>The same after proposals that are only sketched so far.</summary>
    public async Task<FoundConflicts> ForAsync(AidCase aidCase, IReadOnlyList<Sketch> sketches, CancellationToken ct)
    {
        var ((view, authority, letterNumber), homes) = await ViewAsync(aidCase, ct);
        var parties = new ConflictParties(aidCase);
        List<FoundConflict> inMatters = [.. await matters.ReadAsync(parties, view, ct), .. ConflictMatters.Among(sketches, parties, view)];
        var sought = new TiesSought(parties, view, authority, await involved.NumbersAsync(aidCase, letterNumber, ct));
        var ties = await sought.ReadAsync(db, ct);
        List<FoundConflict> found =
        [
            .. inMatters,
            .. await people.ReadAsync(parties, view, ct),
            .. ConflictFamilies.Among(ties, sought),
            .. await families.ActingAsync(parties, inMatters, view, ct),
            .. ConflictInvolved.Among(ties, sought),
            .. await elsewhere.ReadAsync(parties, view, ct),
        ];
        var heard = await HeardAsync(aidCase.Id, found, homes, ct);
        return new(view, parties.Sought, heard.FindAll(conflict => conflict.CanBeRuled || !conflict.Verdict.IsNone));
    }

    /// <summary>What the check finds against the institution and the handlers who have the case; nothing while nobody has it.</summary>
    public async Task<IReadOnlyList<ConflictFinding>> AgainstHoldersAsync(AidCase aidCase, CancellationToken ct)
    {
        var held = await db.Assignments.AsNoTracking().Where(a => a.CaseId == aidCase.Id && !AssignmentStatuses.Undone.Contains(a.Status))
            .Select(a => new { a.InstitutionId, Handlers = a.Handlers.Select(h => h.MembershipId).ToList() }).SingleOrDefaultAsync(ct);
        return held is null ? [] :
        [
            .. (from found in (await ForAsync(aidCase, ct)).All
                let verdict = found.Verdict
                from finding in (found.InstitutionId == held.InstitutionId ? verdict.Institution : []).Concat(found.MembershipIds.Intersect(held.Handlers).Any() ? verdict.Practitioner : [])
                where finding.ConsentedOn is null
                select finding).Distinct(),
        ];
    }

    // With authority and number of the letter the case came by, null where it came by none; and where people of many employers stand together.
    private async Task<((ConflictCase View, string? Authority, string? LetterNumber) Case, IReadOnlyList<Guid> Homes)> ViewAsync(AidCase aidCase, CancellationToken ct)
    {
        var (today, letter) = (clock.Today, aidCase.LetterId);
        var seen = await db.Offices.Where(o => o.Id == aidCase.OfficeId).Select(o => new
        {
            o.BookCode,
            Firms = db.Institutions.Count(i => i.Kind == InstitutionKind.LawFirm && (i.ClosedOn == null || i.ClosedOn > today) && i.District == o.District),
            Homes = db.Institutions.Where(i => ManyEmployers.Contains(i.Kind)).Select(i => i.Id).ToList(),
            Letter = db.IncomingLetters.Where(l => l.Id == letter).Select(l => new { l.Authority, l.LetterNumber }).FirstOrDefault(),
        }).SingleAsync(ct);
        var bars = (ruleBooks.InForceOn(seen.BookCode, today).Assignment.DutyHelpBars ?? ruleBooks.National(today).Assignment.DutyHelpBars) is { Value: true };
        return ((new(aidCase.Kind, today, seen.Firms) { DutyHelpBars = bars }, seen.Letter?.Authority, seen.Letter?.LetterNumber), seen.Homes);
    }

    // What clerks ruled on namesakes, and the consents on file.
    private async Task<List<FoundConflict>> HeardAsync(Guid caseId, List<FoundConflict> found, IReadOnlyList<Guid> homes, CancellationToken ct)
    {
        if (found.Count == 0)
        {
            return found;
        }

        var rulings = await db.ConflictRulings.AsNoTracking().Where(r => r.CaseId == caseId).ToDictionaryAsync(r => r.SourceId, ct);
        var consents = await db.ConflictConsents.AsNoTracking().Where(c => c.CaseId == caseId && c.WithdrawnAtUtc == null).ToDictionaryAsync(c => (c.Source, c.SourceId), c => new ConsentFacts(c.GivenOn, c.BothSides), ct);
        return found.ConvertAll(conflict =>
        {
            var ruling = conflict.Source == ConflictSource.Elsewhere ? null : rulings.GetValueOrDefault(conflict.SourceId);
            return conflict with
            {
                Checked = conflict.Checked with { InNameOnly = homes.Contains(conflict.InstitutionId) ? true : null, SamePerson = ruling?.SamePerson, Consent = consents.GetValueOrDefault((conflict.Source, conflict.SourceId)) },
                RulingReason = ruling?.Reason,
            };
        });
    }
}
