using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>延长申报时间 (QJ-6.3).</summary>
[Authorize(Policy = Policies.Director)]
public sealed class ExtendModel(AidDb db, ExtendRound extend) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ExtendForm Form { get; set; } = new();

    public string Title { get; private set; } = "";

    public DateTime? ClosesAtUtc { get; private set; }

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.RecruitmentRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == Id && r.Status == RoundStatus.Published, ct) is not { } round)
        {
            return false;
        }

        (Title, ClosesAtUtc) = (round.Title, round.ClosesAtUtc);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        return await this.AnswerAsync(await extend.RunAsync(Id, Form.ClosesAtUtc!.Value, Form.Reason.Trim(), ct), _ => this.Done("申报时间已延长。", Redirect($"/registry/rounds/{Id}")), ct);
    }
}

/// <summary>Until when, and why.</summary>
public sealed class ExtendForm
{
    [Required, Display(Name = "延长至")]
    public DateTime? ClosesAtUtc { get; set; }

    [Required, Display(Name = "理由"), StringLength(200, MinimumLength = 4)]
    public string Reason { get; set; } = "";
}
