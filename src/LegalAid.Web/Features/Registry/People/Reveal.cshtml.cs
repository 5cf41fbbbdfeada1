using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>查看个人信息原文: one value, for a stated purpose, shown once on the answer and never stored by the browser.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class RevealModel(AidDb db, RevealPersonalData reveal) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public RevealForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    public RevealedValue? Revealed { get; private set; }

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var name = await db.Memberships.Where(m => m.Id == Id).Select(m => m.RosterName ?? m.Person.Name).SingleOrDefaultAsync(ct);
        Name = name ?? "";
        return name is not null;
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

    public static string NameOf(PersonalValue value) => value switch
    {
        PersonalValue.Phone => "联系电话",
        PersonalValue.IdentityNumber => "身份证号",
        PersonalValue.Address => "通讯地址",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Unknown personal value."),
    };
}

/// <summary>What is to be looked at, and what for.</summary>
public sealed class RevealForm
{
    [Required, Display(Name = "查看哪一项")]
    public PersonalValue? Which { get; set; }

    [Required, Display(Name = "用途"), StringLength(200, MinimumLength = 4)]
    public string Purpose { get; set; } = "";
}
