using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>恢复登记为注销或迁出的机构.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class ReopenInstitutionModel(AidDb db, ReopenInstitution reopen) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ReasonForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    public string District { get; private set; } = "";

    public DateOnly? ClosedOn { get; private set; }

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await InstitutionsKnown.To(db).Where(i => i.Id == Id).Select(i => new { i.Name, i.District, i.ClosedOn }).SingleOrDefaultAsync(ct) is not { } institution)
        {
            return false;
        }

        (Name, District, ClosedOn) = (institution.Name, institution.District, institution.ClosedOn);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await reopen.RunAsync(Id, Form.Reason.Trim(), ct),
                _ => this.Done("已恢复机构。", RedirectToPage("Institution", new { Id })),
                ct)
            : await this.MalformedAsync(ct);
}
