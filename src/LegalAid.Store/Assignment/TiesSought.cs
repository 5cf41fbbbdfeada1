using LegalAid.Rules.Assignment;
using LegalAid.Store.Registry;
using LegalAid.Store.Search;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>A member's tie with the institution the member belongs to.</summary>
internal sealed record TiedMember(MemberTie Tie, Guid InstitutionId);

/// <summary>What the check looks for among the ties of the office's people.</summary>
/// <param name="Parties">The parties of the case.</param>
/// <param name="View">The case as the rules see it.</param>
/// <param name="Authority">Whose letter the case came by; null where it came by none.</param>
/// <param name="Numbers">The office's and the authority's numbers of the case and its earlier stages.</param>
internal sealed record TiesSought(ConflictParties Parties, ConflictCase View, string? Authority, IReadOnlyList<string> Numbers)
{
    /// <summary>Every tie that may matter, of all kinds at once: one question, whatever the ties are.</summary>
    public Task<List<TiedMember>> ReadAsync(AidDb db, CancellationToken ct)
    {
        var hit = Hit(db);
        return (
            from tie in db.MemberTies.AsNoTracking()
            where tie.RemovedAtUtc == null && (hit.Any(h => h.Id == tie.Id)
                || (tie.Kind == TieKind.DutyHelp && hit.Any(h => h.Kind == TieKind.DutyHelp && h.MembershipId == tie.MembershipId && h.MatterNumber == tie.MatterNumber)))
            join member in db.Memberships on tie.MembershipId equals member.Id
            orderby tie.Id
            select new TiedMember(tie, member.InstitutionId)).ToListAsync(ct);
    }

    private IQueryable<MemberTie> Hit(AidDb db)
    {
        var (shapes, sounds, indexes, organisations, authority, numbers) = (Parties.Shapes, Parties.Sounds, Parties.Indexes, Parties.Organisations, Authority, Numbers);
        var (shape, otherShape) = (NameColumns.ShapeOf(nameof(MemberTie.Name)), NameColumns.ShapeOf(nameof(MemberTie.OtherParty)));
        var (sound, otherSound) = (NameColumns.SoundOf(nameof(MemberTie.Name)), NameColumns.SoundOf(nameof(MemberTie.OtherParty)));
        var earliest = View.Day.AddYears(-2).AddDays(-2);       // what may still bar; the rule says to the day
        return db.MemberTies.AsNoTracking().Where(t => t.RemovedAtUtc == null && (
            (t.Kind != TieKind.FormerName && t.Kind != TieKind.FormerPost && (shapes.Contains(EF.Property<string>(t, shape)) || sounds.Contains(EF.Property<string>(t, sound)) || indexes.Contains(t.IdentityIndex!)))
            || (t.Kind == TieKind.Relative && organisations.Contains(t.Represents!))
            || (t.Kind == TieKind.FormerPost && t.LeftOn >= earliest)
            || ((t.Kind == TieKind.Relative || t.Kind == TieKind.FormerPost) && authority != null && t.Authority == authority)
            || shapes.Contains(EF.Property<string>(t, otherShape)) || sounds.Contains(EF.Property<string>(t, otherSound))
            || numbers.Contains(t.MatterNumber!)));
    }
}
