using LegalAid.Rules.Common;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace LegalAid.Web.Features.Registry;

/// <summary>核查预览: whose licence is not in force, who is not on the list, which rows cannot be used and why; then the record.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class LicencePreviewModel(LicencePlanner planner, CheckLicences check) : UploadPage<LicencePlan>
{
    /// <summary>The rows that cannot be used, as a workbook to send back.</summary>
    public Task<IActionResult> OnGetFaultsAsync(CancellationToken ct) => FaultsAsync("名单中有问题的行.xlsx", ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await this.AnswerAsync(
        await check.RunAsync(Id, ct),
        made => this.Done($"已核查，{made.Findings.Count(finding => finding.State is not null)} 人的执业状态不正常。", RedirectToPage("Licences")),
        ct);

    public static LicenceFindingRow RowOf(LicensedMember member, string? said) =>
        new(member.Who.Id, member.Who.Name, member.Who.Institution, said, member.ReportedAtUtc, member.ReportedLate);

    protected override Task<Outcome<LicencePlan>?> PlanAsync(CancellationToken ct) => planner.PlanAsync(Id, ct);
}
