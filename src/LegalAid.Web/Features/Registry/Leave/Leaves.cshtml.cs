using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>请假申请: what waits for the centre's answer first, the nearest leave before the others, then the latest.</summary>
[Authorize(Policy = Policies.Centre)]
[ReadsByPost]
public sealed class LeavesModel(AidDb db, ListExports exports, OfficeClock clock) : PageModel
{
    public const int PageSize = 50;

    private static readonly IReadOnlyList<ExportColumn<LeaveRow>> Columns =
    [
        new("姓名", row => row.Name), new("机构", row => row.Institution, 28), new("类别", row => Leaves.NameOf(row.Kind), 22), new("起日", row => row.FirstDay), new("止日", row => row.StandingLastDay),
        new("提交", row => ExportCells.Moment(row.AskedAtUtc), 18), new("状态", row => row.State.Word), new("答复人", row => row.DecidedBy),
    ];

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public LeaveStatus? Status { get; set; }

    public DateOnly Today => clock.Today;

    public int Total { get; private set; }

    public IReadOnlyList<LeaveRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Total = await Asked().CountAsync(ct);
        Rows = await LeaveRow.Of(db, Asked()).Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await exports.SendAsync(Request, await ListToExport.OfAsync("请假申请", LeaveRow.Of(db, Asked()), Columns, ct), ct);

    private IQueryable<LeaveRequest> Asked() => db.LeaveRequests.Where(r => Status == null || r.Status == Status);
}
