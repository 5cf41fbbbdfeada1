using LegalAid.Rules.Common;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>记录预览: which rows are new, which are known, which cannot be taken and why; then the import.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class RecordFileModel(RecordsPlanner planner, ImportRecords import) : PageModel, IFormPage
{
    public const int Shown = 200;

    [FromRoute]
    public Guid Id { get; set; }

    public RecordsPlan? Plan { get; private set; }

    /// <summary>Why there is nothing to preview any more.</summary>
    public IReadOnlyList<Refusal> Gone { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var planned = await planner.PlanAsync(Id, ct);
        Plan = planned?.Value;
        Gone = planned?.Refusals ?? [];
        return planned is not null;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    /// <summary>The rows that cannot be taken, as a workbook to send back.</summary>
    public async Task<IActionResult> OnGetFaultsAsync(CancellationToken ct) =>
        await LoadAsync(ct) && Plan is { } plan
            ? File(FaultList.Write(plan.Faults), WorkbookWriter.ContentType, "记录中有问题的行.xlsx")
            : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await this.AnswerAsync(
            await import.RunAsync(Id, ct),
            upload => this.Done($"已登记 {upload.Added} 条记录；{upload.Unchanged} 条已登记过，{upload.Refused} 行有问题，没有导入。", RedirectToPage(new { Id })),
            ct);
}
