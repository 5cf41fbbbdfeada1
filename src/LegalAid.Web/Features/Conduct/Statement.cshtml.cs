using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Conduct;

/// <summary>陈述申辩: the one concerned reads the matter, says what is to be said, and later reads how it was closed.</summary>
[Authorize(Policy = Policies.Receivers)]
public sealed class StatementModel(AidDb db, StateOnConduct state, CurrentOfficer officer) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public StatementForm Form { get; set; } = new();

    public ConductView Matter { get; private set; } = null!;

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await ConductView.Of(db, ConductView.Own(db, officer).Where(m => m.Id == Id)).SingleOrDefaultAsync(ct) is not { } found)
        {
            return false;
        }

        Matter = found;
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid
            ? await this.AnswerAsync(await state.RunAsync(Id, Form.Statement.Trim(), ct), _ => this.Done("已提交陈述申辩。", RedirectToPage(new { Id })), ct)
            : await this.MalformedAsync(ct);
}

/// <summary>What the one concerned says.</summary>
public sealed class StatementForm
{
    [Required, Display(Name = "陈述申辩"), StringLength(1000)]
    public string Statement { get; set; } = "";
}
