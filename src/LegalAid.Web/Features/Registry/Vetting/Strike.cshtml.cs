using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>从名单剔除: the head takes somebody off a list before they are taken in.</summary>
[Authorize(Policy = Policies.Director)]
public sealed class StrikeModel(AidDb db, StrikeApplicant strike) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public StrikeForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    public Guid RoundId { get; private set; }

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await ApplicationsUnderVetting.FindAsync(db, Id, ct) is not { } application)
        {
            return false;
        }

        (Name, RoundId) = (application.Name, application.RoundId);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(await strike.RunAsync(Id, Form.Reason.Trim(), ct), made => this.Done("已从名单剔除。", RedirectToPage("Admit", new { Id = made.RoundId })), ct)
            : await this.MalformedAsync(ct);
}

/// <summary>Why somebody is taken off.</summary>
public sealed class StrikeForm
{
    [Required, Display(Name = "理由"), StringLength(500, MinimumLength = 4)]
    public string Reason { get; set; } = "";
}
