using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>Looks for the parties of a case among the families of the office's people, and for posts that they or their families have or had.</summary>
internal sealed class ConflictFamilies(AidDb db)
{
    public static IEnumerable<FoundConflict> Among(IEnumerable<TiedMember> ties, TiesSought sought) =>
        ties.Where(row => row.Tie.Kind is TieKind.Relative or TieKind.FormerPost)
            .SelectMany(row => new TieView(row.Tie, row.InstitutionId, sought.Authority).Conflicts(sought.Parties, sought.View));

    /// <summary>Near relatives of one's own people who act for the other side in the same dispute (CF-03).</summary>
    public async Task<List<FoundConflict>> ActingAsync(ConflictParties parties, IReadOnlyList<FoundConflict> matters, ConflictCase view, CancellationToken ct)
    {
        var acting = matters.Where(m => m.Verdict.Practitioner.Any(f => f is { Rule: "CF-01", Bars: true })).SelectMany(m => m.MembershipIds).Distinct().ToList();
        if (acting.Count == 0)
        {
            return [];
        }

        var related = await (
            from tie in db.MemberTies.AsNoTracking()
            where tie.RemovedAtUtc == null && tie.Kind == TieKind.Relative && tie.IdentityIndex != null
            join person in db.Memberships on tie.IdentityIndex equals person.Person.IdentityIndex
            where acting.Contains(person.Id)
            join member in db.Memberships on tie.MembershipId equals member.Id
            orderby tie.Id
            select new { Tie = tie, member.InstitutionId }).ToListAsync(ct);
        return related.ConvertAll(row => new TieView(row.Tie, row.InstitutionId, null).Acting(parties, view));
    }

    private sealed record TieView(MemberTie Tie, Guid InstitutionId, string? Authority)
    {
        private bool AtAuthority => Authority is not null && Tie.Authority == Authority;

        public IEnumerable<FoundConflict> Conflicts(ConflictParties parties, ConflictCase view)
        {
            if (Tie.Kind == TieKind.FormerPost)
            {
                yield return new(Checked(ConflictSource.FormerPost, parties, []) with { LeftPostOn = Tie.LeftOn, AtAuthority = AtAuthority }, view, []);
                yield break;
            }

            if (Tie.Name is { } name && parties.Hits(new PartyThere(name, Tie.IdentityIndex, PartyRole.Applicant)) is { Count: > 0 } hits)
            {
                yield return new(Checked(ConflictSource.Relative, parties, hits), view, hits);
            }

            if (Tie.Represents is { } organisation && parties.Hits(new PartyThere(organisation, null, PartyRole.Applicant)).FindAll(hit => hit.Hit.Match == PartyMatch.Certain) is { Count: > 0 } led)
            {
                yield return new(Checked(ConflictSource.RelativeRepresents, parties, led), view, led);
            }

            if (AtAuthority)
            {
                yield return new(Checked(ConflictSource.RelativePost, parties, []) with { AtAuthority = true }, view, []);
            }
        }

        public FoundConflict Acting(ConflictParties parties, ConflictCase view) =>
            new(Checked(ConflictSource.RelativeActs, parties, []) with { Parties = [new(PartyRole.Opponent, PartyMatch.Certain, PartyRole.Recipient)] }, view, []);

        private CheckedConflict Checked(ConflictSource source, ConflictParties parties, List<FoundParty> hits) =>
            new(source, Tie.Id, parties.Case.Number, InstitutionId, [Tie.MembershipId], [.. hits.Select(found => found.Hit)]) { Relation = Tie.Relation };
    }
}
