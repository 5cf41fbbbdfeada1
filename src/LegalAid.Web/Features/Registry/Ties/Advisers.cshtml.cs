using System.ComponentModel.DataAnnotations;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Ties;

/// <summary>常年法律顾问单位 of an institution, for the conflict check (CF-13).</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class AdvisersModel(AidDb db, RecordAdviser record, RemoveAdviser remove) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public AdviserForm Form { get; set; } = new();

    [BindProperty]
    public Guid? RelationId { get; set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<AdviserRelation> Rows { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var name = await InstitutionsKnown.To(db).Where(i => i.Id == Id).Select(i => i.Name).SingleOrDefaultAsync(ct);
        Name = name ?? "";
        Rows = await db.AdviserRelations.AsNoTracking().Where(r => r.InstitutionId == Id && r.RemovedAtUtc == null).OrderBy(r => r.Client).ThenBy(r => r.Id).ToListAsync(ct);
        return name is not null;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(Form));
        if (!ModelState.IsValid)
        {
            return await this.MalformedAsync(ct);
        }

        if (await record.RunAsync(Id, Form, ct) is not { } outcome)
        {
            return NotFound();
        }

        if (outcome.Value is null)
        {
            return await this.RefusedAsync(outcome.Refusals, ct);
        }

        this.Tell("已登记顾问单位。");
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        ModelState.ForgetAllBut(nameof(RelationId));
        if (RelationId is not { } relationId || await remove.RunAsync(Id, relationId, ct) is null)
        {
            return NotFound();
        }

        this.Tell("已撤销登记。");
        return RedirectToPage(new { Id });
    }
}

/// <summary>An adviser relation as entered.</summary>
public sealed class AdviserForm
{
    [Required, Display(Name = "单位全称"), StringLength(60)]
    public string Client { get; set; } = "";

    [Required, Display(Name = "顾问合同起日")]
    public DateOnly? FirstOn { get; set; }

    [Display(Name = "止日")]
    public DateOnly? LastOn { get; set; }
}
