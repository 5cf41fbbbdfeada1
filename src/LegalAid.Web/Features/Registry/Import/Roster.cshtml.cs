using LegalAid.Rules.Common;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Registry;

/// <summary>名册预览: what an uploaded roster would add and change, which rows cannot be taken and why; then the import, and what it left.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class RosterModel(RosterPlanner planner, ImportRoster import) : PageModel, IFormPage
{
    public const int Shown = 100;

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The new institutions ticked as practising in the district.</summary>
    [BindProperty]
    public List<string> Local { get; set; } = [];

    public RosterPlan? Plan { get; private set; }

    /// <summary>Why there is nothing to preview any more.</summary>
    public IReadOnlyList<Refusal> Gone { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var planned = await planner.PlanAsync(Id, UploadKind.Roster, HttpMethods.IsPost(Request.Method) ? Local : null, ct);
        Plan = planned?.Value;
        Gone = planned?.Refusals ?? [];
        return planned is not null;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    /// <summary>The rows that cannot be taken, as a workbook to send back.</summary>
    public async Task<IActionResult> OnGetFaultsAsync(CancellationToken ct) =>
        await LoadAsync(ct) && Plan is { } plan
            ? File(FaultList.Write(plan.Faults), WorkbookWriter.ContentType, "名册中有问题的行.xlsx")
            : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await this.AnswerAsync(
            await import.RunAsync(Id, UploadKind.Roster, Local, ct),
            upload => this.Done($"已导入：新增 {upload.Added} 人，更新 {upload.Changed} 人，未变 {upload.Unchanged} 人；{upload.Refused} 行有问题，没有导入。", RedirectToPage(new { Id })),
            ct);
}
