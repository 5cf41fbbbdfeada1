using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Store.Api;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Keys;

/// <summary>One key: what it may ask, and revoking it with a reason.</summary>
[Authorize(Policy = Policies.SeesAccounts)]
public sealed class KeyModel(AidDb db, RevokeKey revoke, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public RevokeForm Form { get; set; } = new();

    public ApiKey Key { get; private set; } = null!;

    public string AsksFor { get; private set; } = "";

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var found = await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Id == Id && k.OfficeId == officer.OfficeId, ct);
        if (found is null)
        {
            return false;
        }

        Key = found;
        AsksFor = await db.Offices.Where(o => o.Id == found.AsksForId).Select(o => o.Name).SingleAsync(ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await revoke.RunAsync(Id, Form.Reason.Trim(), ct),
                _ => this.Done("密钥已停用。", RedirectToPage("Index")),
                ct)
            : await this.MalformedAsync(ct);
}

/// <summary>Why the key is revoked.</summary>
public sealed class RevokeForm
{
    [Required, Display(Name = "原因"), StringLength(200)]
    public string Reason { get; set; } = "";
}
