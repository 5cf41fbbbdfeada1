using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>更正机构所在区.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class DistrictModel(AidDb db, MoveInstitution move) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public DistrictForm Form { get; set; } = new();

    public Institution Institution { get; private set; } = null!;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var found = await db.Institutions.AsNoTracking().SingleOrDefaultAsync(
            i => i.Id == Id && (db.Memberships.Any(m => m.InstitutionId == i.Id) || db.QueuePlaces.Any(p => p.InstitutionId == i.Id)), ct);
        Institution = found!;
        return found is not null;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await move.RunAsync(Id, TextCleaning.OrganisationName(Form.District), Form.Evidence.Trim(), ct),
                institution => this.Done($"已更正：{institution.Name}登记在{institution.District}。", RedirectToPage("Institution", new { Id })),
                ct)
            : await this.MalformedAsync(ct);
}

/// <summary>Where the institution really is, and what shows it.</summary>
public sealed class DistrictForm
{
    [Required, Display(Name = "所在区"), StringLength(30)]
    public string District { get; set; } = "";

    [Required, Display(Name = "凭据"), StringLength(200)]
    public string Evidence { get; set; } = "";
}
