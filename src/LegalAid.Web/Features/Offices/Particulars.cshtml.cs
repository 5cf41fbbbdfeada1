using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Offices;
using LegalAid.Store;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Offices;

/// <summary>机构信息: what the office's papers say of it, to be read and changed.</summary>
[Authorize(Policy = Policies.Particulars)]
public sealed class ParticularsModel(AidDb db, ChangeParticulars change, CurrentOfficer officer) : PageModel, IFormPage
{
    [BindProperty]
    public ParticularsForm Form { get; set; } = new();

    public Office Office { get; private set; } = null!;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        Office = await db.Offices.AsNoTracking().SingleAsync(o => o.Id == officer.OfficeId, ct);
        return true;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Form = new() { Name = Office.Name, Address = Office.Address, Phone = Office.Phone };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        var outcome = await change.RunAsync(OfficeParticulars.Of(Form.Name, Form.Address, Form.Phone), ct);
        if (outcome.Value is null)
        {
            return await this.RefusedAsync(outcome.Refusals, ct);
        }

        this.Tell("已保存，以后打印的文书照此。");
        return RedirectToPage();
    }
}

/// <summary>What an office's papers are to say of it.</summary>
public sealed class ParticularsForm
{
    [Required, Display(Name = "机构名称"), StringLength(60)]
    public string Name { get; set; } = "";

    [Display(Name = "地址"), StringLength(100)]
    public string? Address { get; set; }

    [Display(Name = "电话"), StringLength(40)]
    public string? Phone { get; set; }
}
