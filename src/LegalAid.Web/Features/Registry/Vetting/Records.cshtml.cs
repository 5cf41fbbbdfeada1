using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>处罚、惩戒、投诉记录: what authorities have on record against one applicant.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class RecordsModel(AidDb db, AddOfficialRecord add, VoidOfficialRecord @void) : PageModel, IFormPage
{
    private const int Most = 50;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public RecordForm Form { get; set; } = new();

    [BindProperty]
    public VoidForm Void { get; set; } = new();

    public string Name { get; private set; } = "";

    public IReadOnlyList<OfficialRecord> Rows { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await ApplicationsUnderVetting.FindAsync(db, Id, ct) is not { } application)
        {
            return false;
        }

        Name = application.Name;
        Rows = await db.OfficialRecords.AsNoTracking().Where(r => r.IdentityIndex == application.IdentityIndex).OrderByDescending(r => r.EffectiveOn).ThenBy(r => r.Id).Take(Most).ToListAsync(ct);
        return true;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => AnsweredAsync(nameof(Form), async () =>
        await this.AnswerAsync(await add.RunAsync(Id, Form, ct), _ => this.Done("已登记。", RedirectToPage(new { Id })), ct), ct);

    public Task<IActionResult> OnPostVoidAsync(CancellationToken ct) => AnsweredAsync(nameof(Void), async () =>
        await this.AnswerAsync(await @void.RunAsync(Id, Void.RecordId!.Value, Void.Reason.Trim(), ct), _ => this.Done("已撤销。", RedirectToPage(new { Id })), ct), ct);

    // Two forms on one page: what the other one asks does not matter.
    private async Task<IActionResult> AnsweredAsync(string form, Func<Task<IActionResult>> answer, CancellationToken ct)
    {
        ModelState.ForgetAllBut(form);
        return ModelState.IsValid ? await answer() : await this.MalformedAsync(ct);
    }
}

/// <summary>A record of an authority.</summary>
public sealed class RecordForm
{
    [Required, Display(Name = "类别")]
    public OfficialRecordKind? Kind { get; set; }

    [Required, Display(Name = "生效日期")]
    public DateOnly? EffectiveOn { get; set; }

    [Required, Display(Name = "内容"), StringLength(200)]
    public string Statement { get; set; } = "";

    [Required, Display(Name = "来源"), StringLength(100)]
    public string RecordSource { get; set; } = "";
}

/// <summary>Which record was entered by mistake, and why.</summary>
public sealed class VoidForm
{
    [Required, Display(Name = "记录")]
    public Guid? RecordId { get; set; }

    [Required, Display(Name = "撤销的原因"), StringLength(200)]
    public string Reason { get; set; } = "";
}
