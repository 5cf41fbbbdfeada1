using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Store.Api;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Keys;

/// <summary>建立接口密钥; the key is shown once, on the answer.</summary>
[Authorize(Policy = Policies.Accounts)]
public sealed class NewModel(AidDb db, MakeKey make, CurrentOfficer officer) : PageModel, IFormPage
{
    [BindProperty]
    public KeyForm Form { get; set; } = new();

    public KeyMade? Made { get; private set; }

    public IReadOnlyList<SelectListItem> Offices { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        Offices = await db.Offices.Where(o => o.Id == officer.OfficeId || o.ParentId == officer.OfficeId)
            .OrderBy(o => o.ParentId == officer.OfficeId).ThenBy(o => o.Code).Select(o => new SelectListItem(o.Name, o.Id.ToString())).ToListAsync(ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Form.AsksForId = officer.OfficeId;
        return this.ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        var outcome = await make.RunAsync(Form, ct);
        Made = outcome.Value;
        return Made is null ? await this.RefusedAsync(outcome.Refusals, ct) : Page();
    }
}

/// <summary>Who is to hold the key, and what it may ask.</summary>
public sealed class KeyForm
{
    [Required, Display(Name = "名称"), StringLength(40)]
    public string Name { get; set; } = "";

    [Required, Display(Name = "限用机构")]
    public Guid? AsksForId { get; set; }

    [Display(Name = "可问")]
    public ApiScope Scope { get; set; }
}
