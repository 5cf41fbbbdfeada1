using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace LegalAid.Web.Features.Registry.Enrolment;

/// <summary>登记册预览: whom a licence register would bring, change and leave out, and who of the pool is not on it.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class PreviewModel(RosterPlanner planner, CurrentOfficer officer) : UploadPage<RosterPlan>
{
    public bool MayApply => officer.Role == Roles.Director;

    public bool HasWork => Plan is { } plan && (plan.ToImport > 0 || plan.Count(RowFate.Awaiting) > 0);

    /// <summary>The rows that cannot be taken, as a workbook to send back.</summary>
    public Task<IActionResult> OnGetFaultsAsync(CancellationToken ct) => FaultsAsync("登记册中有问题的行.xlsx", ct);

    /// <summary>Who stands in the pool and not on the register, as a workbook.</summary>
    public Task<IActionResult> OnGetMissingAsync(CancellationToken ct) => SendAsync(plan => Listed(plan.Missing), "登记册上没有的在库人员.xlsx", ct);

    protected override Task<Outcome<RosterPlan>?> PlanAsync(CancellationToken ct) => planner.PlanAsync(Id, UploadKind.Register, confirmed: null, ct);

    private static byte[] Listed(IEnumerable<MissingMember> members) => WorkbookWriter.Write(new SheetToWrite(
        "登记册上没有的在库人员",
        ["姓名", "人员类别", "执业单位", "执业证号"],
        members.Select(m => new object?[] { m.Name, RosterAdmission.NameOf(m.Kind), m.Institution, m.LicenceNumber }))
    {
        Widths = [14, 20, 32, 22],
    });
}
