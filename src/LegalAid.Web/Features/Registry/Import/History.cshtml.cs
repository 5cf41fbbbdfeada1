using LegalAid.Rules.Common;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Registry;

/// <summary>办案历史预览: what an uploaded history would add, which rows cannot be taken and why; then the import, and what it left.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class HistoryModel(HistoryPlanner planner, ImportHistory import) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public HistoryPlan? Plan { get; private set; }

    /// <summary>Why there is nothing to preview any more.</summary>
    public IReadOnlyList<Refusal> Gone { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var planned = await planner.PlanAsync(Id, UploadKind.History, ct);
        Plan = planned?.Value;
        Gone = planned?.Refusals ?? [];
        return planned is not null;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    /// <summary>The rows that cannot be taken, as a workbook to send back.</summary>
    public async Task<IActionResult> OnGetFaultsAsync(CancellationToken ct) =>
        await LoadAsync(ct) && Plan is { } plan
            ? File(FaultList.Write(plan.Faults), WorkbookWriter.ContentType, "办案历史中有问题的行.xlsx")
            : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await this.AnswerAsync(
            await import.RunAsync(Id, ct),
            upload => this.Done($"已导入：新增 {upload.Added} 行，更新 {upload.Changed} 人的经历，未变 {upload.Unchanged} 行；{upload.Refused} 行有问题，没有导入。", RedirectToPage(new { Id })),
            ct);
}
