using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>回避: an officer stands aside from an application.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class RecusalModel(AidDb db, RecuseFromApplication recuse) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public RecusalReasonForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        Name = await ApplicationsUnderVetting.NameAsync(db, Id, ct) ?? "";
        return Name.Length > 0;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(await recuse.RunAsync(Id, Form.Reason.Trim(), ct), _ => this.Done("已登记回避。", RedirectToPage("Vetting", new { Id })), ct)
            : await this.MalformedAsync(ct);
}

/// <summary>Why somebody stands aside.</summary>
public sealed class RecusalReasonForm
{
    [Required, Display(Name = "理由"), StringLength(300, MinimumLength = 2)]
    public string Reason { get; set; } = "";
}
