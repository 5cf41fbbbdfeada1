using System.Text;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Corps;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Corps;

/// <summary>案源报名: what a practitioner may bid for now, with one button each, and what became of earlier bids (QDN-4.6a, QDN-4.6b).</summary>
[Authorize(Policy = Policies.Practitioner)]
public sealed class PostingsModel(AidDb db, OpenPostings open, PostingDesk desk, PlaceBid place, CurrentOfficer officer) : PageModel, IFormPage
{
    private const int Remembered = 20;

    [BindProperty]
    public BidForm Form { get; set; } = new();

    public IReadOnlyList<PostingCard> Cards { get; private set; } = [];

    /// <summary>Why nothing of the own office is shown; null when it is, or where there are no postings.</summary>
    public Refusal? WhyNotHere { get; private set; }

    public IReadOnlyList<EndedBid> Ended { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await open.BidderAsync(ct) is not { } bidder)
        {
            return true;
        }

        var rules = await desk.RulesAsync(officer.OfficeId, ct);
        WhyNotHere = rules is null ? null : LegalAid.Rules.Corps.Postings.WhyNotBid(bidder, isOpen: true, DateTime.MinValue, DateTime.MaxValue, rules);
        Cards = await open.ReadAsync(bidder, rules, ct);
        Ended = await EndedAsync(ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(await place.RunAsync(Form.PostingId, Form.TakesBack, ct), bid => this.Done(bid.TakenBack ? "已撤回报名。" : "已报名，截止以后由中心择优。", RedirectToPage()), ct)
            : await this.MalformedAsync(ct);

    /// <summary>The draw of a posting one had bid for, to be checked by hand.</summary>
    public async Task<IActionResult> OnGetLotAsync([FromQuery] Guid posting, CancellationToken ct)
    {
        var found = await db.CasePostings.AsNoTracking().SingleOrDefaultAsync(p => p.Id == posting && p.Bids.Any(b => b.MembershipId == officer.MembershipId), ct);
        return found?.Publication is { } publication ? File(Encoding.UTF8.GetBytes(publication.Text()), "text/plain; charset=utf-8", "报名抽签.txt") : NotFound();
    }

    private Task<List<EndedBid>> EndedAsync(CancellationToken ct) => db.CasePostings.AsNoTracking()
        .Where(p => p.Status != PostingStatus.Open && p.Bids.Any(b => b.MembershipId == officer.MembershipId && b.WithdrawnAtUtc == null))
        .OrderByDescending(p => p.WithdrawnAtUtc ?? p.ChosenAtUtc).ThenBy(p => p.Id).Take(Remembered)
        .Select(p => new EndedBid(p.Id, p.Kind, p.Cause, p.WithdrawnAtUtc ?? p.ChosenAtUtc, p.Status == PostingStatus.Chosen, p.Seed != null)).ToListAsync(ct);
}

/// <summary>Which posting is bid for, or no longer.</summary>
public sealed class BidForm
{
    public Guid PostingId { get; set; }

    public bool TakesBack { get; set; }
}

/// <summary>A posting one had bid for that is over.</summary>
public sealed record EndedBid(Guid Id, CaseKind Kind, string Cause, DateTime? EndedAtUtc, bool Chosen, bool Drawn);
