using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>作废案件</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class VoidModel(AidDb db, VoidCase voidCase) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public VoidForm Form { get; set; } = new();

    public AidCase Case { get; private set; } = null!;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == Id, ct) is not { } found)
        {
            return false;
        }

        Case = found;
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(
                await voidCase.RunAsync(Id, Form.Reason, ct),
                _ => this.Done("案件已作废，编号保留。", Redirect($"/cases/{Id}")),
                ct)
            : await this.MalformedAsync(ct);
}

/// <summary>Why a case is void.</summary>
public sealed class VoidForm
{
    [Required, Display(Name = "作废理由"), StringLength(300)]
    public string Reason { get; set; } = "";
}
