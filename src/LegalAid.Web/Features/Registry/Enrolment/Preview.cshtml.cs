using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Registry.Enrolment;

/// <summary>登记册预览: whom a licence register would bring, change and leave out, and who of the pool is not on it.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class PreviewModel(RosterPlanner planner, CurrentOfficer officer) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public RosterPlan? Plan { get; private set; }

    /// <summary>Why there is nothing to preview.</summary>
    public IReadOnlyList<Refusal> Gone { get; private set; } = [];

    public bool MayApply => officer.Role == Roles.Director;

    public bool HasWork => Plan is { } plan && (plan.ToImport > 0 || plan.Count(RowFate.Awaiting) > 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    /// <summary>The rows that cannot be taken, as a workbook to send back.</summary>
    public async Task<IActionResult> OnGetFaultsAsync(CancellationToken ct) =>
        await FindAsync(ct) && Plan is { } plan ? File(FaultList.Write(plan.Faults), WorkbookWriter.ContentType, "登记册中有问题的行.xlsx") : NotFound();

    /// <summary>Who stands in the pool and not on the register, as a workbook.</summary>
    public async Task<IActionResult> OnGetMissingAsync(CancellationToken ct) =>
        await FindAsync(ct) && Plan is { } plan ? File(Listed(plan.Missing), WorkbookWriter.ContentType, "登记册上没有的在库人员.xlsx") : NotFound();

    private static byte[] Listed(IEnumerable<MissingMember> members) => WorkbookWriter.Write(new SheetToWrite(
        "登记册上没有的在库人员",
        ["姓名", "人员类别", "执业单位", "执业证号"],
        members.Select(m => new object?[] { m.Name, RosterAdmission.NameOf(m.Kind), m.Institution, m.LicenceNumber }))
    {
        Widths = [14, 20, 32, 22],
    });

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        var planned = await planner.PlanAsync(Id, UploadKind.Register, confirmed: null, ct);
        Plan = planned?.Value;
        Gone = planned?.Refusals ?? [];
        return planned is not null;
    }
}
