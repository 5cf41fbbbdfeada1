using LegalAid.Rules.Common;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace LegalAid.Web.Features.Registry;

/// <summary>办案历史预览: what an uploaded history would add, which rows cannot be taken and why; then the import, and what it left.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class HistoryModel(HistoryPlanner planner, ImportHistory import) : UploadPage<HistoryPlan>
{
    /// <summary>The rows that cannot be taken, as a workbook to send back.</summary>
    public Task<IActionResult> OnGetFaultsAsync(CancellationToken ct) => FaultsAsync("办案历史中有问题的行.xlsx", ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await this.AnswerAsync(
            await import.RunAsync(Id, ct),
            upload => this.Done($"已导入：新增 {upload.Added} 行，更新 {upload.Changed} 人的经历，未变 {upload.Unchanged} 行；{upload.Refused} 行有问题，没有导入。", RedirectToPage(new { Id })),
            ct);

    protected override Task<Outcome<HistoryPlan>?> PlanAsync(CancellationToken ct) => planner.PlanAsync(Id, UploadKind.History, ct);
}
