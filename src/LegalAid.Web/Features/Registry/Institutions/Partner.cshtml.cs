using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>登记结对协作 (QDN-3.3).</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class PartnerModel(AidDb db, RecordPartnership record) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public PartnerForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    public DateOnly? Since { get; private set; }

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        Name = await InstitutionsKnown.To(db).Where(i => i.Id == Id).Select(i => i.Name).SingleOrDefaultAsync(ct) ?? "";
        Since = await db.Partnerships.Where(p => p.InstitutionId == Id && p.EndedOn == null).Select(p => (DateOnly?)p.Since).SingleOrDefaultAsync(ct);
        return Name.Length > 0;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await record.RunAsync(Id, Form.Paired, Form.Evidence.Trim(), ct),
                _ => this.Done(Form.Paired ? "已登记结对。" : "已登记解除结对。", RedirectToPage("Institution", new { Id })),
                ct)
            : await this.MalformedAsync(ct);
}

/// <summary>Whether the institution is paired, and what shows it.</summary>
public sealed class PartnerForm
{
    [Display(Name = "与本中心结对协作")]
    public bool Paired { get; set; }

    [Required, Display(Name = "凭据"), StringLength(200)]
    public string Evidence { get; set; } = "";
}
