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

/// <summary>审查决定: grant or refuse aid on an application (LAW-43).</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class DecisionModel(AidDb db, DecideAid decideAid) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public AidDecisionForm Form { get; set; } = new();

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
                await decideAid.RunAsync(Id, Form.Grants!.Value, Form.Reason, ct),
                aidCase => this.Done($"决定书 {aidCase.DecisionNumber} 已编号。", Redirect($"/cases/{Id}")),
                ct)
            : await this.MalformedAsync(ct);
}

/// <summary>The centre's decision on an application.</summary>
public sealed class AidDecisionForm
{
    [Required(ErrorMessage = "请选择给予或不予法律援助。"), Display(Name = "决定")]
    public bool? Grants { get; set; }

    [Display(Name = "理由"), StringLength(500)]
    public string? Reason { get; set; }
}
