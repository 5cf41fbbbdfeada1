using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Conduct;

/// <summary>办结处理事项: with a measure or without, always with a reason (QJ-5.4b).</summary>
[Authorize(Policy = Policies.Director)]
public sealed class CloseModel(AidDb db, CloseConduct close) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public CloseForm Form { get; set; } = new();

    public ConductView Matter { get; private set; } = null!;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await ConductView.Of(db, db.ConductMatters.Where(m => m.Id == Id)).SingleOrDefaultAsync(ct) is not { } found)
        {
            return false;
        }

        Matter = found;
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(await close.RunAsync(Id, new(Form.TakesMeasure!.Value, Form.Measure?.Trim(), Form.Reason.Trim()), ct), _ => this.Done("处理事项已办结。", Redirect($"/conduct/{Id}")), ct)
            : await this.MalformedAsync(ct);
}

/// <summary>What the centre's head decides.</summary>
public sealed class CloseForm
{
    [Required(ErrorMessage = "请选择是否予以处理。"), Display(Name = "处理结果")]
    public bool? TakesMeasure { get; set; }

    [Display(Name = "处理措施"), StringLength(300)]
    public string? Measure { get; set; }

    [Required, Display(Name = "理由"), StringLength(500)]
    public string Reason { get; set; } = "";
}
