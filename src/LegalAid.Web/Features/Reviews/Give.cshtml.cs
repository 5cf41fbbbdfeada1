using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Reviews;

/// <summary>交付质量评查: the centre's head says who reviews a case, and until when.</summary>
[Authorize(Policy = Policies.Director)]
public sealed class GiveModel(AidDb db, GiveReview give, TakeReviewBack takeBack, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ReviewForm Form { get; set; } = new();

    public string Number { get; private set; } = "";

    public string Cause { get; private set; } = "";

    public IReadOnlyList<SelectListItem> Reviewers { get; private set; } = [];

    public IReadOnlyList<GivenRow> Given { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.Cases.Where(c => c.Id == Id).Select(c => new { c.Number, c.Cause }).SingleOrDefaultAsync(ct) is not { } found)
        {
            return false;
        }

        (Number, Cause) = (found.Number, found.Cause);
        Reviewers = await db.Users.Where(u => u.OfficeId == officer.OfficeId && u.Role == Roles.Reviewer && u.LockoutEnd != DateTimeOffset.MaxValue)
            .OrderBy(u => u.DisplayName).ThenBy(u => u.UserName).Select(u => new SelectListItem(u.DisplayName + "（" + u.UserName + "）", u.Id.ToString())).ToListAsync(ct);
        Given = await db.CaseReviews.Where(r => r.CaseId == Id && r.TakenBackAtUtc == null).OrderBy(r => r.DueOn).ThenBy(r => r.Id)
            .Select(r => new GivenRow(r.Id, db.Users.Where(u => u.Id == r.ReviewerId).Select(u => u.DisplayName).First(), r.DueOn)).ToListAsync(ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await give.RunAsync(Id, Form.ReviewerId!.Value, Form.DueOn!.Value, ct),
                _ => this.Done("已交付评查。", Redirect($"/cases/{Id}")),
                ct)
            : await this.MalformedAsync(ct);

    public async Task<IActionResult> OnPostTakeBackAsync([FromForm] Guid reviewId, CancellationToken ct)
    {
        if (await takeBack.RunAsync(Id, reviewId, ct) is null)
        {
            return NotFound();
        }

        this.Tell("已收回评查。");
        return RedirectToPage();
    }

    /// <summary>One reviewer who has the case.</summary>
    public sealed record GivenRow(Guid Id, string Reviewer, DateOnly DueOn);
}

/// <summary>To whom, and until when.</summary>
public sealed class ReviewForm
{
    [Required, Display(Name = "评查员")]
    public Guid? ReviewerId { get; set; }

    [Required, Display(Name = "完成日期")]
    public DateOnly? DueOn { get; set; }
}
