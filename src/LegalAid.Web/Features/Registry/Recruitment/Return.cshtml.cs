using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>退回补正: the centre asks for what is missing or unclear.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class ReturnApplicationModel(AidDb db, ReturnApplication send, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ReturnApplicationForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        Name = await db.PoolApplications.VisibleTo(officer).Where(a => a.Id == Id).Select(a => a.Name).SingleOrDefaultAsync(ct) ?? "";
        return Name.Length > 0;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        return await this.AnswerAsync(await send.RunAsync(Id, Form.Reason.Trim(), ct), _ => this.Done("已退回补正。", Redirect($"/registry/applications/{Id}")), ct);
    }
}

/// <summary>What is missing.</summary>
public sealed class ReturnApplicationForm
{
    [Required, Display(Name = "须补正的内容"), StringLength(500, MinimumLength = 4)]
    public string Reason { get; set; } = "";
}
