using LegalAid.Store;
using LegalAid.Store.Offices;
using LegalAid.Store.Registry;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Joining;

/// <summary>The public page of an office's calls for people: what stands in the notice, and the way in. Says nothing of anybody.</summary>
[AllowAnonymous]
public sealed class JoinModel(AidDb db, RoundBooks books, OfficeClock clock) : PageModel
{
    private const int Most = 20;
    private const int WithdrawnShownDays = 30;

    [FromRoute]
    public string OfficeCode { get; set; } = "";

    public Office Office { get; private set; } = null!;

    public IReadOnlyList<Row> Rounds { get; private set; } = [];

    /// <summary>Lists of chosen people that hang out.</summary>
    public IReadOnlyList<ListRow> Lists { get; private set; } = [];

    public ILookup<Guid, RoundChange> Changes { get; private set; } = Array.Empty<RoundChange>().ToLookup(change => change.RoundId);

    public DateOnly Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await PublicOffices.FindAsync(db, OfficeCode, ct) is not { } office)
        {
            return NotFound();
        }

        Office = office;
        var now = clock.UtcNow;
        var since = now.AddDays(-WithdrawnShownDays);
        var shown = await db.RecruitmentRounds.AsNoTracking().Where(r => r.PublishedAtUtc != null
                && ((r.Status == RoundStatus.Published && (r.ClosesAtUtc == null || r.ClosesAtUtc > now)) || (r.Status == RoundStatus.Withdrawn && r.WithdrawnAtUtc > since)))
            .OrderBy(r => r.Status).ThenBy(r => r.OpensAtUtc).ThenBy(r => r.Id).Take(Most).ToListAsync(ct);
        var rows = new List<Row>();
        foreach (var round in shown)
        {
            rows.Add(new(round.Id, RoundText.Of(round, office, await books.OfAsync(round, now, ct)), round.OpensAtUtc, round.ClosesAtUtc, RecruitmentWords.Of(round.Status, round.OpensAtUtc, round.ClosesAtUtc, now), round.WithdrawnReason));
        }

        Rounds = rows;
        Changes = await RoundChange.ReadAsync(db, rows.ConvertAll(row => row.Id), ct);
        Lists = await PublishedLists.Shown(db, now).AsNoTracking().OrderByDescending(r => r.ResultsPublishedAtUtc).ThenBy(r => r.Id).Take(Most).Select(r => new ListRow(r.Id, r.Title, r.PublishedHeadcount, r.ResultsPublishedAtUtc, r.ObjectionsUntil)).ToListAsync(ct);
        return Page();
    }

    /// <summary>A published list.</summary>
    public sealed record ListRow(Guid Id, string Title, int? Headcount, DateTime? PublishedAtUtc, DateOnly? ObjectionsUntil);

    /// <summary>A call for people as anybody may read it.</summary>
    public sealed record Row(Guid Id, RoundText Text, DateTime OpensAtUtc, DateTime? ClosesAtUtc, (string Word, Tone Tone) State, string? WithdrawnReason);
}
