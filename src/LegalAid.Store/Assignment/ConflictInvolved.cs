using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;
using LegalAid.Store.Intake;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>Looks for a case and its parties among what people declared or did before: other interests (CF-02), matters dealt with in office (CF-04), duty help (CF-12).</summary>
internal sealed class ConflictInvolved(AidDb db)
{
    private const int MostStages = 6;

    public static IEnumerable<FoundConflict> Among(IReadOnlyList<TiedMember> ties, TiesSought sought) =>
    [
        .. ties.Where(row => row.Tie.Kind is TieKind.Interest or TieKind.FormerOfficial).Select(row => Declared(row, sought)),
        .. ties.Where(row => row.Tie.Kind == TieKind.DutyHelp).GroupBy(row => row.Tie.MembershipId).Select(helped => Helped([.. helped], sought)),
    ];

    /// <summary>The office's and the authority's numbers of the case and of its earlier stages; most cases have none of these and cost no question.</summary>
    public async Task<List<string>> NumbersAsync(AidCase aidCase, string? letterNumber, CancellationToken ct)
    {
        List<string?> numbers = [aidCase.Number, letterNumber];
        for (var id = aidCase.PreviousStageId; id is not null && numbers.Count < 2 * MostStages;)
        {
            var stage = await db.Cases.AsNoTracking().Where(c => c.Id == id)
                .Select(c => new { c.Number, c.PreviousStageId, Letter = db.IncomingLetters.Where(l => l.Id == c.LetterId).Select(l => l.LetterNumber).FirstOrDefault() }).SingleOrDefaultAsync(ct);
            numbers.AddRange([stage?.Number, stage?.Letter]);
            id = stage?.PreviousStageId;
        }

        return [.. numbers.OfType<string>().Select(Ties.MatterNumber)];
    }

    private static FoundConflict Declared(TiedMember row, TiesSought sought)
    {
        var (tie, parties) = (row.Tie, sought.Parties);
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
        return new(found with { Relation = tie.Relation, Capacity = tie.Capacity, SameMatter = Same(tie, sought) }, sought.View, hits);
    }

    private static FoundConflict Helped(List<TiedMember> rows, TiesSought sought)
    {
        var parties = sought.Parties;
        var hits = parties.Hits(rows.Select(row => new PartyThere(row.Tie.Name!, row.Tie.IdentityIndex, PartyRole.Recipient)));
        var people = rows.Select(row => row.Tie.IdentityIndex is { } index ? Convert.ToHexString(index) : ConflictNames.Shape(row.Tie.Name!)).Distinct(StringComparer.Ordinal).Count();
        var first = rows[0];
        var found = new CheckedConflict(ConflictSource.DutyHelp, first.Tie.Id, parties.Case.Number, first.InstitutionId, [first.Tie.MembershipId], [.. hits.Select(hit => hit.Hit)]);
        return new(found with { Helped = people, SameMatter = rows.Exists(row => Same(row.Tie, sought) == true) ? true : null }, sought.View, hits);
    }

    private static bool? Same(MemberTie tie, TiesSought sought) => tie.MatterNumber is { } number && sought.Numbers.Contains(number, StringComparer.Ordinal) ? true : null;
}
