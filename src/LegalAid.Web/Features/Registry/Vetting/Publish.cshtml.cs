using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>公布名单: the head confirms the list of a closed round.</summary>
[Authorize(Policy = Policies.Director)]
public sealed class PublishModel(AidDb db, PublishResults publish) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public PublishForm Form { get; set; } = new();

    public RecruitmentRound Round { get; private set; } = null!;

    public RoundTally Tally { get; private set; } = null!;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.RecruitmentRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == Id, ct) is not { } round)
        {
            return false;
        }

        (Round, Tally) = (round, await RoundTally.ReadAsync(db, Id, ct));
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(await publish.RunAsync(Id, Form.ObjectionsUntil, ct), made => this.Done($"名单已公布，{made.PublishedHeadcount} 人。", RedirectToPage("Results", new { Id })), ct)
            : await this.MalformedAsync(ct);
}

/// <summary>How long the list hangs out.</summary>
public sealed class PublishForm
{
    [Display(Name = "公示至")]
    public DateOnly? ObjectionsUntil { get; set; }
}
