using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>退出申请: what waits for the head first, then the latest.</summary>
[Authorize(Policy = Policies.Office)]
[ReadsByPost]
public sealed class ExitsModel(AidDb db, ListExports exports, CurrentOfficer officer) : PageModel
{
    private const int PageSize = 50;

    private static readonly IReadOnlyList<ExportColumn<ExitRow>> Columns =
    [
        new("姓名", row => row.Name), new("机构", row => row.Institution, 28), new("事由", row => Exits.NameOf(row.Ground), 22), new("提交", row => ExportCells.Moment(row.AppliedAtUtc), 18),
        new("状态", row => LeavingWords.Of(row.Status).Word), new("离开", row => row.LeftOn), new("审批人", row => row.DecidedBy),
    ];

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<ExitRow> Rows { get; private set; } = [];

    public bool MayDecide => officer.Role == Roles.Director;

    public bool MayRead => officer.Role is Roles.Clerk or Roles.Director;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Total = await db.PoolExits.CountAsync(ct);
        Rows = await ExitRow.Of(db, db.PoolExits).Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await exports.SendAsync(Request, await ListToExport.OfAsync("退出申请", ExitRow.Of(db, db.PoolExits), Columns, ct), ct);
}
