using LegalAid.Rules.Common;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace LegalAid.Web.Features.Registry.Enrolment;

/// <summary>办理纳入: the head takes everybody on the register into the pool.</summary>
[Authorize(Policy = Policies.Director)]
public sealed class ApplyModel(RosterPlanner planner, ImportRoster import) : UploadPage<RosterPlan>
{
    /// <summary>The new institutions ticked as the district's own.</summary>
    [BindProperty]
    public List<string> Local { get; set; } = [];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await this.AnswerAsync(
            await import.RunAsync(Id, UploadKind.Register, Local, ct),
            upload => this.Done($"已纳入：新增 {upload.Added} 人，更新 {upload.Changed} 人，未变 {upload.Unchanged} 人；{upload.Refused} 行有问题，没有纳入。", RedirectToPage("Preview", new { Id })),
            ct);

    protected override Task<Outcome<RosterPlan>?> PlanAsync(CancellationToken ct) => planner.PlanAsync(Id, UploadKind.Register, HttpMethods.IsPost(Request.Method) ? Local : null, ct);
}
