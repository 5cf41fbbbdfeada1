using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Cases;

/// <summary>查看当事人的电话或者号码原文: one value, for a stated purpose, shown once on the answer.</summary>
[Authorize(Policy = Policies.Contact)]
public sealed class RevealModel(AidDb db, RevealPartyData reveal, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public RevealPartyForm Form { get; set; } = new();

    public Guid CaseId { get; private set; }

    public PartyRole Role { get; private set; }

    public string Name { get; private set; } = "";

    public RevealedPartyValue? Revealed { get; private set; }

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await RevealPartyData.Within(db, officer).SingleOrDefaultAsync(p => p.Id == Id, ct) is not { } party)
        {
            return false;
        }

        (CaseId, Role, Name) = (party.CaseId, party.Role, party.Name);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || Form.Which is not { } which)
        {
            return await this.MalformedAsync(ct);
        }

        if (await reveal.RunAsync(Id, which, Form.Purpose.Trim(), ct) is not { } outcome)
        {
            return NotFound();
        }

        if (outcome.Value is null)
        {
            return await this.RefusedAsync(outcome.Refusals, ct);
        }

        Revealed = outcome.Value;
        return await this.ShowAsync(ct);
    }

    public static string NameOf(PartyValue value) => value switch
    {
        PartyValue.Phone => "联系电话",
        PartyValue.IdentityNumber => "证件号码",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Unknown value of a party."),
    };
}

/// <summary>What is to be looked at, and what for.</summary>
public sealed class RevealPartyForm
{
    [Required, Display(Name = "查看哪一项")]
    public PartyValue? Which { get; set; }

    [Required, Display(Name = "用途"), StringLength(200, MinimumLength = 4)]
    public string Purpose { get; set; } = "";
}
