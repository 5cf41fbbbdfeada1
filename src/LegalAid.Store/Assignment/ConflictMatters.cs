using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Store.Intake;
using LegalAid.Store.Registry;
using LegalAid.Store.Search;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>Looks for the parties of a case in the office's past and open matters.</summary>
internal sealed class ConflictMatters(AidDb db)
{
    public async Task<List<FoundConflict>> ReadAsync(ConflictParties parties, ConflictCase view, CancellationToken ct) =>
        [.. await InPriorMattersAsync(parties, view, ct), .. await InOwnCasesAsync(parties, view, ct)];

    /// <summary>The same among proposals that are only sketched so far.</summary>
    public static IEnumerable<FoundConflict> Among(IReadOnlyList<Sketch> sketches, ConflictParties parties, ConflictCase view) =>
        from sketch in sketches
        let there = sketch.Case.Parties.Where(party => party.Role != PartyRole.Applicant).OrderBy(party => party.Order)
        let hits = parties.Hits(there.Select(party => new PartyThere(party.Name, party.IdentityIndex, party.Role)))
        where hits.Count > 0
        select new FoundConflict(
            new(ConflictSource.Case, sketch.Case.Id, sketch.Case.Number, sketch.InstitutionId, sketch.MembershipId is { } person ? [person] : [], [.. hits.Select(found => found.Hit)]),
            view, hits);

    private async Task<IEnumerable<FoundConflict>> InPriorMattersAsync(ConflictParties parties, ConflictCase view, CancellationToken ct)
    {
        var (shapes, sounds) = (parties.Shapes, parties.Sounds);
        var (recipient, opponent) = (nameof(PriorMatter.Recipient), nameof(PriorMatter.Opponent));
        var (recipientShape, opponentShape) = (NameColumns.ShapeOf(recipient), NameColumns.ShapeOf(opponent));
        var (recipientSound, opponentSound) = (NameColumns.SoundOf(recipient), NameColumns.SoundOf(opponent));
        var matters = await db.PriorMatters.AsNoTracking()
            .Where(m => shapes.Contains(EF.Property<string>(m, recipientShape)) || shapes.Contains(EF.Property<string>(m, opponentShape))
                || sounds.Contains(EF.Property<string>(m, recipientSound)) || sounds.Contains(EF.Property<string>(m, opponentSound)))
            .OrderBy(m => m.CaseNumber)
            .ToListAsync(ct);
        return
            from matter in matters
            let hits = parties.Hits(new(matter.Recipient, null, PartyRole.Recipient), new(matter.Opponent, null, PartyRole.Opponent))
            select new FoundConflict(
                new(ConflictSource.PriorMatter, matter.Id, matter.CaseNumber, matter.InstitutionId, [matter.MembershipId], [.. hits.Select(found => found.Hit)]) { EndedOn = matter.ClosedOn },
                view, hits);
    }

    private async Task<IEnumerable<FoundConflict>> InOwnCasesAsync(ConflictParties parties, ConflictCase view, CancellationToken ct)
    {
        var (shapes, sounds, indexes, caseId) = (parties.Shapes, parties.Sounds, parties.Indexes, parties.Case.Id);
        var (shape, sound) = (NameColumns.ShapeOf(nameof(CaseParty.Name)), NameColumns.SoundOf(nameof(CaseParty.Name)));
        var rows = await (
            from party in db.CaseParties.AsNoTracking()
            where party.CaseId != caseId && party.Role != PartyRole.Applicant
                && (shapes.Contains(EF.Property<string>(party, shape)) || sounds.Contains(EF.Property<string>(party, sound)) || (party.IdentityIndex != null && indexes.Contains(party.IdentityIndex)))
            join other in db.Cases on party.CaseId equals other.Id
            join assignment in db.Assignments on other.Id equals assignment.CaseId
            where !AssignmentStatuses.Undone.Contains(assignment.Status)
            orderby other.Number, party.Order
            select new
            {
                other.Id,
                other.Number,
                assignment.InstitutionId,
                Proposed = assignment.MembershipId,
                Handlers = assignment.Handlers.Select(handler => handler.MembershipId).ToList(),
                Party = new PartyThere(party.Name, party.IdentityIndex, party.Role, false),
            }).ToListAsync(ct);
        return
            from row in rows
            group row by row.Id into matter
            let first = matter.First()
            let hits = parties.Hits(matter.Select(row => row.Party))
            let handlers = first.Handlers.Concat(first.Proposed is { } proposed ? [proposed] : []).Distinct()
            select new FoundConflict(new(ConflictSource.Case, matter.Key, first.Number, first.InstitutionId, [.. handlers], [.. hits.Select(found => found.Hit)]), view, hits);
    }
}
