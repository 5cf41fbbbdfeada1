using LegalAid.Rules.Common;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>记录预览: which rows are new, which are known, which cannot be taken and why; then the import.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class RecordFileModel(RecordsPlanner planner, ImportRecords import) : UploadPage<RecordsPlan>
{
    /// <summary>The rows that cannot be taken, as a workbook to send back.</summary>
    public Task<IActionResult> OnGetFaultsAsync(CancellationToken ct) => FaultsAsync("记录中有问题的行.xlsx", ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await this.AnswerAsync(
            await import.RunAsync(Id, ct),
            upload => this.Done($"已登记 {upload.Added} 条记录；{upload.Unchanged} 条已登记过，{upload.Refused} 行有问题，没有导入。", RedirectToPage(new { Id })),
            ct);

    protected override Task<Outcome<RecordsPlan>?> PlanAsync(CancellationToken ct) => planner.PlanAsync(Id, ct);
}
