using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Store;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>征求意见: the slip with reference and code is shown once, on the answer, and goes into the letter.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class AskOpinionModel(AidDb db, AskOpinion ask, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public AskOpinionForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    public Office Office { get; private set; } = null!;

    public OpinionMade? Made { get; private set; }

    public string Address => $"{Request.Scheme}://{Request.Host}/opinion";

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        Name = await ApplicationsUnderVetting.NameAsync(db, Id, ct) ?? "";
        Office = await db.Offices.AsNoTracking().SingleAsync(o => o.Id == officer.OfficeId, ct);
        return Name.Length > 0;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        if (await ask.RunAsync(Id, Form.Body!.Value, Form.Unit.Trim(), ct) is not { } outcome)
        {
            return NotFound();
        }

        Made = outcome.Value;
        return Made is null ? await this.RefusedAsync(outcome.Refusals, ct) : await this.ShowAsync(ct);
    }
}

/// <summary>Whom to ask.</summary>
public sealed class AskOpinionForm
{
    [Required, Display(Name = "向谁征求")]
    public OpinionBody? Body { get; set; }

    [Required, Display(Name = "单位全称"), StringLength(60)]
    public string Unit { get; set; } = "";
}
