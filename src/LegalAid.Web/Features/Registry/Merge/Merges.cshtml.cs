using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>重复人员: proposed merges, what waits for the head first.</summary>
[Authorize(Policy = Policies.Centre)]
[ReadsByPost]
public sealed class MergesModel(AidDb db, ListExports exports) : PageModel
{
    private const int PageSize = 50;

    private static readonly IReadOnlyList<ExportColumn<MergeRow>> Columns =
    [
        new("姓名", row => row.Name), new("机构", row => row.Institution, 28), new("保留的执业证号", row => row.KeptLicence, 20), new("合并的执业证号", row => row.MergedLicence, 20),
        new("提出", row => ExportCells.Moment(row.Merge.ProposedAtUtc), 18), new("提出人", row => row.ProposedBy), new("状态", row => row.State.Word), new("决定人", row => row.DecidedBy),
    ];

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<MergeRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Total = await db.MemberMerges.CountAsync(ct);
        Rows = await MergeRow.Of(db, db.MemberMerges).Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await exports.SendAsync(Request, await ListToExport.OfAsync("重复人员", MergeRow.Of(db, db.MemberMerges), Columns, ct), ct);
}
