using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;
using LegalAid.Store.Intake;
using LegalAid.Store.Registry;
using LegalAid.Store.Search;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>Looks for a case and its parties among what people declared or did before: other interests (CF-02), matters dealt with in office (CF-04), duty help (CF-12).</summary>
internal sealed class ConflictInvolved(AidDb db)
{
    private const int MostStages = 6;
    private static readonly TieKind[] Kinds = [TieKind.Interest, TieKind.FormerOfficial, TieKind.DutyHelp];

    public async Task<List<FoundConflict>> ReadAsync(ConflictParties parties, ConflictCase view, CancellationToken ct)
    {
        var numbers = await NumbersAsync(parties.Case, ct);
        var (shapes, indexes) = (parties.Shapes, parties.Indexes);
        var (shape, otherShape) = (NameColumns.ShapeOf(nameof(MemberTie.Name)), NameColumns.ShapeOf(nameof(MemberTie.OtherParty)));
        var hit = db.MemberTies.AsNoTracking().Where(t => t.RemovedAtUtc == null && Kinds.Contains(t.Kind)
            && (shapes.Contains(EF.Property<string>(t, shape)) || shapes.Contains(EF.Property<string>(t, otherShape)) || indexes.Contains(t.IdentityIndex!) || numbers.Contains(t.MatterNumber!)));
        var rows = await (
            from tie in db.MemberTies.AsNoTracking()
            where tie.RemovedAtUtc == null && (hit.Any(h => h.Id == tie.Id)
                || (tie.Kind == TieKind.DutyHelp && hit.Any(h => h.Kind == TieKind.DutyHelp && h.MembershipId == tie.MembershipId && h.MatterNumber == tie.MatterNumber)))
            join member in db.Memberships on tie.MembershipId equals member.Id
            orderby tie.Id
            select new Involved(tie, member.InstitutionId)).ToListAsync(ct);
        return
        [
            .. rows.Where(row => row.Tie.Kind != TieKind.DutyHelp).Select(row => Declared(row, parties, numbers, view)),
            .. rows.Where(row => row.Tie.Kind == TieKind.DutyHelp).GroupBy(row => row.Tie.MembershipId).Select(helped => Helped([.. helped], parties, numbers, view)),
        ];
    }

    // The office's and the authority's numbers of the case and of its earlier stages.
    private async Task<List<string>> NumbersAsync(AidCase aidCase, CancellationToken ct)
    {
        List<string> numbers = [];
        for (Guid? id = aidCase.Id; id is not null && numbers.Count < 2 * MostStages;)
        {
            var stage = await db.Cases.AsNoTracking().Where(c => c.Id == id)
                .Select(c => new { c.Number, c.PreviousStageId, Letter = db.IncomingLetters.Where(l => l.Id == c.LetterId).Select(l => l.LetterNumber).FirstOrDefault() }).SingleOrDefaultAsync(ct);
            numbers.AddRange(new[] { stage?.Number, stage?.Letter }.OfType<string>().Select(Ties.MatterNumber));
            id = stage?.PreviousStageId;
        }

        return numbers;
    }

    private static FoundConflict Declared(Involved row, ConflictParties parties, List<string> numbers, ConflictCase view)
    {
        var tie = row.Tie;
        var official = tie.Kind == TieKind.FormerOfficial;
        List<PartyThere> there = [];
        if (tie.Name is { } name)
        {
            there.Add(new(name, tie.IdentityIndex, PartyRole.Recipient));
        }

        if (tie.OtherParty is { } other)
        {
            there.Add(new(other, null, PartyRole.Opponent));
        }

        // One organisation may have had many matters before an authority: its full name alone does not say that it is this one.
        var hits = parties.Hits(there).ConvertAll(found => official && found.Hit.Match == PartyMatch.Certain ? found with { Hit = found.Hit with { Match = PartyMatch.NameOnly } } : found);
        var found = new CheckedConflict(official ? ConflictSource.FormerOfficial : ConflictSource.Interest, tie.Id, parties.Case.Number, row.InstitutionId, [tie.MembershipId], [.. hits.Select(hit => hit.Hit)]);
        return new(found with { Relation = tie.Relation, Capacity = tie.Capacity, SameMatter = Same(tie, numbers) }, view, hits);
    }

    private static FoundConflict Helped(List<Involved> rows, ConflictParties parties, List<string> numbers, ConflictCase view)
    {
        var hits = parties.Hits(rows.Select(row => new PartyThere(row.Tie.Name!, row.Tie.IdentityIndex, PartyRole.Recipient)));
        var people = rows.Select(row => row.Tie.IdentityIndex is { } index ? Convert.ToHexString(index) : ConflictNames.Shape(row.Tie.Name!)).Distinct(StringComparer.Ordinal).Count();
        var first = rows[0];
        var found = new CheckedConflict(ConflictSource.DutyHelp, first.Tie.Id, parties.Case.Number, first.InstitutionId, [first.Tie.MembershipId], [.. hits.Select(hit => hit.Hit)]);
        return new(found with { Helped = people, SameMatter = rows.Exists(row => Same(row.Tie, numbers) == true) ? true : null }, view, hits);
    }

    private static bool? Same(MemberTie tie, List<string> numbers) => tie.MatterNumber is { } number && numbers.Contains(number, StringComparer.Ordinal) ? true : null;

    private sealed record Involved(MemberTie Tie, Guid InstitutionId);
}
