using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>核对所在单位: which institution an employer stated in words is.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class InstitutionModel(AidDb db, MatchInstitution match) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InstitutionMatchForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    public string? Employer { get; private set; }

    /// <summary>What it was matched with before.</summary>
    public string? Matched { get; private set; }

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await ApplicationsUnderVetting.FindAsync(db, Id, ct) is not { } application)
        {
            return false;
        }

        (Name, Employer) = (application.Name, application.Employer);
        Matched = await db.Institutions.Where(i => i.Id == application.InstitutionId).Select(i => i.Name).SingleOrDefaultAsync(ct);
        return Employer is not null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        Form.Name = Matched ?? Employer!;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(await match.RunAsync(Id, new(Form.Name, Form.District.Trim(), Form.Reason.Trim()), ct), _ => this.Done("所在单位已核对。", RedirectToPage("Vetting", new { Id })), ct)
            : await this.MalformedAsync(ct);
}

/// <summary>An institution as a clerk found it out.</summary>
public sealed class InstitutionMatchForm
{
    [Required, Display(Name = "机构全称"), StringLength(60)]
    public string Name { get; set; } = "";

    [Required, Display(Name = "注册地"), StringLength(30), RegularExpression(".+[省市区县旗州]", ErrorMessage = "注册地写到区、县，如 浙江省杭州市西湖区。")]
    public string District { get; set; } = "";

    [Required, Display(Name = "依据"), StringLength(300)]
    public string Reason { get; set; } = "";
}
