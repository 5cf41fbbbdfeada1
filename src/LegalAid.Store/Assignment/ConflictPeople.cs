using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Store.Registry;
using LegalAid.Store.Search;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>Looks for the parties of a case among the office's own people, by their present and former names, and among those its institutions advise.</summary>
internal sealed class ConflictPeople(AidDb db)
{
    public async Task<List<FoundConflict>> ReadAsync(ConflictParties parties, ConflictCase view, CancellationToken ct) =>
        [.. await MembersAsync(parties, view, ct), .. await AdvisersAsync(parties, view, ct)];

    private async Task<IEnumerable<FoundConflict>> MembersAsync(ConflictParties parties, ConflictCase view, CancellationToken ct)
    {
        var (shapes, sounds, indexes) = (parties.Shapes, parties.Sounds, parties.Indexes);
        var (shape, sound) = (NameColumns.ShapeOf(nameof(Person.Name)), NameColumns.SoundOf(nameof(Person.Name)));
        var (rosterShape, rosterSound) = (NameColumns.ShapeOf(nameof(Membership.RosterName)), NameColumns.SoundOf(nameof(Membership.RosterName)));
        var (formerShape, formerSound) = (NameColumns.ShapeOf(nameof(MemberTie.Name)), NameColumns.SoundOf(nameof(MemberTie.Name)));
        var members = await db.Memberships.AsNoTracking()
            .Where(m => m.MergedIntoId == null)
            .Where(m => (m.RosterName == null
                    ? shapes.Contains(EF.Property<string>(m.Person, shape)) || sounds.Contains(EF.Property<string>(m.Person, sound))
                    : shapes.Contains(EF.Property<string>(m, rosterShape)) || sounds.Contains(EF.Property<string>(m, rosterSound)))
                || indexes.Contains(m.Person.IdentityIndex)
                || db.MemberTies.Any(t => t.MembershipId == m.Id && t.Kind == TieKind.FormerName && t.RemovedAtUtc == null
                    && (shapes.Contains(EF.Property<string>(t, formerShape)) || sounds.Contains(EF.Property<string>(t, formerSound)))))
            .OrderBy(m => m.Id)
            .Select(m => new
            {
                m.Id,
                m.InstitutionId,
                Name = m.RosterName ?? m.Person.Name,
                m.Person.IdentityIndex,
                Former = db.MemberTies.Where(t => t.MembershipId == m.Id && t.Kind == TieKind.FormerName && t.RemovedAtUtc == null).Select(t => t.Name!).ToList(),
            })
            .ToListAsync(ct);
        return
            from member in members
            let names = member.Former.Select(name => new PartyThere(name, member.IdentityIndex, PartyRole.Applicant, IsFormerName: true)).Prepend(new(member.Name, member.IdentityIndex, PartyRole.Applicant))
            let hits = parties.Hits(names).Where(party => party.Hit.Role != PartyRole.Applicant).DistinctBy(party => (party.Name, party.Hit.Role)).ToList()
            select new FoundConflict(new(ConflictSource.Member, member.Id, parties.Case.Number, member.InstitutionId, [member.Id], [.. hits.Select(found => found.Hit)]), view, hits);
    }

    private async Task<IEnumerable<FoundConflict>> AdvisersAsync(ConflictParties parties, ConflictCase view, CancellationToken ct)
    {
        var organisations = parties.Organisations;
        if (organisations.Count == 0)
        {
            return [];
        }

        var relations = await db.AdviserRelations.AsNoTracking()
            .Where(r => r.RemovedAtUtc == null && r.FirstOn <= view.Day && (r.LastOn == null || r.LastOn >= view.Day) && organisations.Contains(r.Client))
            .OrderBy(r => r.Id).ToListAsync(ct);
        return
            from relation in relations
            let hits = parties.Hits(new PartyThere(relation.Client, null, PartyRole.Applicant))
            select new FoundConflict(new(ConflictSource.Adviser, relation.Id, parties.Case.Number, relation.InstitutionId, [], [.. hits.Select(found => found.Hit)]), view, hits);
    }
}
