using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;
using LegalAid.Rules.Corps;
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

/// <summary>案源发布: a waiting case is posted without anybody's name, watched, and taken back where need be (QDN-4.6a).</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class PostingModel(AidDb db, PostingDesk desk, OpenPosting open, WithdrawPosting withdraw, OfficeClock clock, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid CaseId { get; set; }

    [BindProperty]
    public PostingForm Form { get; set; } = new();

    [BindProperty]
    public WithdrawForm Back { get; set; } = new();

    public AidCase Case { get; private set; } = null!;

    /// <summary>The one that stands; null before it is posted.</summary>
    public CasePosting? Posting { get; private set; }

    /// <summary>Postings of the case that were taken back.</summary>
    public IReadOnlyList<EarlierPosting> Earlier { get; private set; } = [];

    /// <summary>Null where the office's book knows no postings.</summary>
    public CorpsPostingRules? Rules { get; private set; }

    /// <summary>Why it cannot be posted whatever the form says; null when it can.</summary>
    public Refusal? WhyNot { get; private set; }

    /// <summary>Why this officer cannot take the posting back; null when they can.</summary>
    public Refusal? WhyNotWithdraw => Rules is null || Posting is null ? null : Postings.WhyNotWithdraw(IsWaiting, Posting.Status == PostingStatus.Chosen, officer.Role == Roles.Director, Rules);

    public int Bids => Posting?.Bids.Count(b => b.WithdrawnAtUtc is null) ?? 0;

    public bool IsClosed => Posting is { } posting && clock.UtcNow >= posting.ClosesAtUtc;

    public bool IsWaiting => Case.Status == CaseStatus.AwaitingAssignment;

    public DateTime? LatestEndUtc => Rules is { } rules && Postings.LatestEnd(PostingDesk.Local(PostingDesk.EarliestDue(Case)), rules) is { } latest ? OfficeClock.ToUtc(latest) : null;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == CaseId, ct) is not { } found)
        {
            return false;
        }

        Case = found;
        Rules = (await desk.RulesAsync(found.OfficeId, ct))?.Posting;
        Posting = await desk.StandingAsync(CaseId, ct);
        Earlier = await desk.EarlierAsync(CaseId, ct);
        if (Rules is not null)
        {
            var due = PostingDesk.Local(PostingDesk.EarliestDue(found));
            var proposed = Postings.EndOf(clock.Now, due, Rules);
            WhyNot = Postings.WhyNotOpen(new(IsWaiting, AlreadyPosted: false, clock.Now, proposed, due), Rules);
            Fill(found, proposed);
        }

        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Form));
        return ModelState.IsValid
            ? await this.AnswerAsync(await open.RunAsync(CaseId, Form.Order, ct), _ => this.Done("已发布，截止以后请在报名人中择优。", RedirectToPage(new { CaseId })), ct)
            : await this.MalformedAsync(ct);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Back));
        return ModelState.IsValid
            ? await this.AnswerAsync(await withdraw.RunAsync(CaseId, Back.Reason.Trim(), ct), _ => this.Done("已撤回发布，本案照常派案。", Redirect($"/cases/{CaseId}")), ct)
            : await this.MalformedAsync(ct);
    }

    // The clerk edits what is shown: the case's own cause may name people.
    private void Fill(AidCase found, DateTime proposed)
    {
        if (HttpMethods.IsGet(Request.Method))
        {
            (Form.Cause, Form.ClosesAtUtc) = (found.Cause, OfficeClock.ToUtc(proposed));
        }
    }
}

/// <summary>What is posted.</summary>
public sealed class PostingForm
{
    [Required, Display(Name = "案由"), StringLength(80)]
    public string Cause { get; set; } = "";

    [Required, Display(Name = "承办要求"), StringLength(500)]
    public string Requirement { get; set; } = "";

    [Display(Name = "补贴标准"), StringLength(100)]
    public string? Rate { get; set; }

    [Display(Name = "报名截止")]
    public DateTime ClosesAtUtc { get; set; }

    internal PostingOrder Order => new(Cause.Trim(), Requirement.Trim(), Rate?.Trim(), ClosesAtUtc);
}

/// <summary>Why a posting is taken back.</summary>
public sealed class WithdrawForm
{
    [Required, Display(Name = "撤回的理由"), StringLength(500)]
    public string Reason { get; set; } = "";
}
