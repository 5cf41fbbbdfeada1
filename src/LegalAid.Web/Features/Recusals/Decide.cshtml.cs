using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Recusals;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Recusals;

/// <summary>决定回避: the centre's head for clerks, section and bureau above (BB-8.2–8.4).</summary>
[Authorize(Policy = Policies.Recusal)]
public sealed class DecideModel(AidDb db, DecideRecusal decide, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public RecusalForm Form { get; set; } = new();

    public RecusalRow Row { get; private set; } = null!;

    public bool CanDecide => Row.Status == RecusalStatus.Waiting && Row.OfficerId != officer.Id && Row.ReportedById != officer.Id
        && RecusalDeciding.SpeaksFor(RecusalRanks.Of(officer.Role), Row.Body);

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await RecusalRow.Of(db, db.Recusals.Where(r => r.Id == Id)).SingleOrDefaultAsync(ct) is not { } row)
        {
            return false;
        }

        Row = row;
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        var outcome = await decide.RunAsync(Id, Form.Grants!.Value, Form.Reason, ct);
        if (outcome is not { Value: not null })
        {
            return outcome is null ? NotFound() : await this.RefusedAsync(outcome.Refusals, ct);
        }

        this.Tell(Form.Grants.Value ? "已准予回避。" : "不予回避，其可以继续办理。");
        return RedirectToPage("Index");
    }
}

/// <summary>The decision on a recusal.</summary>
public sealed class RecusalForm
{
    [Required(ErrorMessage = "请选择准予或不予回避。"), Display(Name = "决定")]
    public bool? Grants { get; set; }

    [Display(Name = "理由"), StringLength(500)]
    public string? Reason { get; set; }
}
