using LegalAid.Rules.Common;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Registry;

/// <summary>核查预览: whose licence is not in force, who is not on the list, which rows cannot be used and why; then the record.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class LicencePreviewModel(LicencePlanner planner, CheckLicences check) : PageModel, IFormPage
{
    public const int Shown = 200;

    [FromRoute]
    public Guid Id { get; set; }

    public LicencePlan? Plan { get; private set; }

    /// <summary>Why there is nothing to preview any more.</summary>
    public IReadOnlyList<Refusal> Gone { get; private set; } = [];

    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        var planned = await planner.PlanAsync(Id, ct);
        (Plan, Gone) = (planned?.Value, planned?.Refusals ?? []);
        return planned is not null;
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.ShowAsync(ct);

    /// <summary>The rows that cannot be used, as a workbook to send back.</summary>
    public async Task<IActionResult> OnGetFaultsAsync(CancellationToken ct) =>
        await LoadAsync(ct) && Plan is { } plan ? File(FaultList.Write(plan.Faults), WorkbookWriter.ContentType, "名单中有问题的行.xlsx") : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await this.AnswerAsync(
        await check.RunAsync(Id, ct),
        made => this.Done($"已核查，{made.Findings.Count(finding => finding.State is not null)} 人的执业状态不正常。", RedirectToPage("Licences")),
        ct);

    public static LicenceFindingRow RowOf(LicensedMember member, string? said) =>
        new(member.Who.Id, member.Who.Name, member.Who.Institution, said, member.ReportedAtUtc, member.ReportedLate);
}
