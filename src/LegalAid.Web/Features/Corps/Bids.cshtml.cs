using System.ComponentModel.DataAnnotations;
using System.Text;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Corps;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Corps;

/// <summary>择优: everybody who bid side by side, with the gates and the figures, and the centre's finding with its reason (QDN-4.6b).</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class BidsModel(AidDb db, PostingDesk desk, BidComparison comparison, ChooseBidder choose, OfficeClock clock) : PageModel, IFormPage
{
    [FromRoute]
    public Guid CaseId { get; set; }

    [BindProperty]
    public ChoiceForm Form { get; set; } = new();

    public AidCase Case { get; private set; } = null!;

    public CasePosting? Posting { get; private set; }

    /// <summary>Postings of the case that were taken back.</summary>
    public IReadOnlyList<EarlierPosting> Earlier { get; private set; } = [];

    public ComparedBids? Compared { get; private set; }

    public bool IsClosed => Posting is { } posting && clock.UtcNow >= posting.ClosesAtUtc;

    public bool CanChoose => IsClosed && Posting is { Status: PostingStatus.Open } && Case.Status == CaseStatus.AwaitingAssignment && Compared is { Rows.Count: > 0 };

    /// <summary>The draw among equals, line by line; empty where there was none.</summary>
    public IReadOnlyList<DrawnLine> Drawn => Posting is { Seed: { } seed, Drawn: { } entries } ? Lottery.Draw(seed, entries).Lines : [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.Cases.AsNoTracking().Include(c => c.Parties).SingleOrDefaultAsync(c => c.Id == CaseId, ct) is not { } found)
        {
            return false;
        }

        Case = found;
        Posting = await desk.StandingAsync(CaseId, ct);
        Earlier = await desk.EarlierAsync(CaseId, ct);
        Compared = IsClosed && await desk.RulesAsync(found.OfficeId, ct) is not null ? await comparison.DrawAsync(found, ct) : null;
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await choose.RunAsync(CaseId, new MeritFinding([.. Form.Best.Distinct()], Form.Reason.Trim()), ct),
                posting => this.Done(posting.Seed is null ? "已择优，请提出指派意见。" : "已抽签，请提出指派意见。", RedirectToPage(new { CaseId })),
                ct)
            : await this.MalformedAsync(ct);

    /// <summary>The draw as it is published and as <c>./legalaid lottery verify</c> reads it.</summary>
    public async Task<IActionResult> OnGetLotAsync(CancellationToken ct) =>
        (await desk.StandingAsync(CaseId, ct))?.Publication is { } publication
            ? File(Encoding.UTF8.GetBytes(publication.Text()), "text/plain; charset=utf-8", "报名抽签.txt")
            : NotFound();
}

/// <summary>Whom the centre found best; several are equal.</summary>
public sealed class ChoiceForm
{
    [MaxLength(200)]
    public List<Guid> Best { get; set; } = [];

    [Required, Display(Name = "择优的理由"), StringLength(500)]
    public string Reason { get; set; } = "";
}
