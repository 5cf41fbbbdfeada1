using LegalAid.Rules.Common;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace LegalAid.Web.Features.Registry;

/// <summary>名册预览: what an uploaded roster would add and change, which rows cannot be taken and why; then the import, and what it left.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class RosterModel(RosterPlanner planner, ImportRoster import) : UploadPage<RosterPlan>
{
    /// <summary>The new institutions ticked as practising in the district.</summary>
    [BindProperty]
    public List<string> Local { get; set; } = [];

    /// <summary>The rows that cannot be taken, as a workbook to send back.</summary>
    public Task<IActionResult> OnGetFaultsAsync(CancellationToken ct) => FaultsAsync("名册中有问题的行.xlsx", ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await this.AnswerAsync(
            await import.RunAsync(Id, UploadKind.Roster, Local, ct),
            upload => this.Done($"已导入：新增 {upload.Added} 人，更新 {upload.Changed} 人，未变 {upload.Unchanged} 人；{upload.Refused} 行有问题，没有导入。", RedirectToPage(new { Id })),
            ct);

    protected override Task<Outcome<RosterPlan>?> PlanAsync(CancellationToken ct) => planner.PlanAsync(Id, UploadKind.Roster, HttpMethods.IsPost(Request.Method) ? Local : null, ct);
}
