using LegalAid.Rules.Common;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Registry.Enrolment;

/// <summary>办理纳入: the head takes everybody on the register into the pool.</summary>
[Authorize(Policy = Policies.Director)]
public sealed class ApplyModel(RosterPlanner planner, ImportRoster import) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The new institutions ticked as the district's own.</summary>
    [BindProperty]
    public List<string> Local { get; set; } = [];

    public RosterPlan? Plan { get; private set; }

    /// <summary>Why there is nothing to take in.</summary>
    public IReadOnlyList<Refusal> Gone { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var planned = await planner.PlanAsync(Id, UploadKind.Register, HttpMethods.IsPost(Request.Method) ? Local : null, ct);
        Plan = planned?.Value;
        Gone = planned?.Refusals ?? [];
        return planned is not null;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await this.AnswerAsync(
            await import.RunAsync(Id, UploadKind.Register, Local, ct),
            upload => this.Done($"已纳入：新增 {upload.Added} 人，更新 {upload.Changed} 人，未变 {upload.Unchanged} 人；{upload.Refused} 行有问题，没有纳入。", RedirectToPage("Preview", new { Id })),
            ct);
}
