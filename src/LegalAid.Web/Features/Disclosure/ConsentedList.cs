using LegalAid.Rules.Disclosure;
using LegalAid.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Disclosure;

/// <summary>A kept list as the public may have it today, and what is to be said of the difference.</summary>
public sealed record PublicKeptList(KeptList List, string? Note);

/// <summary>
/// What of a kept list everybody may take away today: of each person only what they agree to now (WZ-8.1), and nobody who was removed since (WZ-29.2b). The list itself stays
/// whole with the office.
/// </summary>
public sealed class ConsentedList(AidDb db, OfficeClock clock)
{
    public async Task<PublicKeptList> OfAsync(KeptList kept, DateOnly publishedOn, PublicRosterRules rules, CancellationToken ct)
    {
        var (today, ids) = (clock.Today, kept.Members.ToList());
        var consenting = await db.Memberships.Where(m => ids.Contains(m.Id) && db.Memberships.Any(now => now.Id == (m.MergedIntoId ?? m.Id) && now.ListConsentOn != null && now.ListConsentOn <= today)).Select(m => m.Id).ToHashSetAsync(ct);
        var removed = await RemovedSinceAsync(ids, publishedOn, ct);
        var open = kept.Heads.Select(head => rules.WithoutConsent.Value.Any(field => PublicRoster.NameOf(field) == head)).ToList();
        var (lines, members, fewer) = (new List<ListLine>(), new List<Guid>(), 0);
        foreach (var (line, member) in kept.Lines.Zip(kept.Members).Where(pair => !removed.Contains(pair.Second)))
        {
            var shown = !rules.OwnConsent.Value || consenting.Contains(member) ? line : new ListLine([.. line.Cells.Select((cell, place) => open[place] ? cell : null)]);
            fewer += shown.Cells.SequenceEqual(line.Cells, StringComparer.Ordinal) ? 0 : 1;
            lines.Add(shown);
            members.Add(member);
        }

        return new(new(kept.Heads, lines, members), NoteOf(removed.Count, fewer));
    }

    // A removal before the list is over for it, and so is one after which the person lawfully came back (WZ-28.6).
    private Task<HashSet<Guid>> RemovedSinceAsync(List<Guid> ids, DateOnly publishedOn, CancellationToken ct) => (
        from m in db.Memberships
        where ids.Contains(m.Id) && db.PoolRemovals.Any(r => r.OfficeId == m.OfficeId && r.IdentityIndex == m.Person.IdentityIndex && r.RevokedAtUtc == null && r.DecidedOn >= publishedOn
            && !db.Memberships.Any(now => now.OfficeId == r.OfficeId && now.Person.IdentityIndex == r.IdentityIndex && now.JoinedOn > r.DecidedOn))
        select m.Id).ToHashSetAsync(ct);

    private static string? NoteOf(int removed, int fewer) => (removed, fewer) switch
    {
        (0, 0) => null,
        (_, 0) => $"注：公布以后清退的 {removed} 人不再列出。",
        (0, _) => $"注：{fewer} 人现在没有同意公开全部内容，只列其中几项。",
        _ => $"注：公布以后清退的 {removed} 人不再列出；{fewer} 人现在没有同意公开全部内容，只列其中几项。",
    };
}
