using LegalAid.Rules.Assignment;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Recusals;

/// <summary>回避: who stands aside from which case, what waits for a decision first.</summary>
[Authorize(Policy = Policies.Office)]
[ReadsByPost]
public sealed class IndexModel(AidDb db, AuthorityCheck authorities, CurrentOfficer officer, ListExports exports) : PageModel
{
    private const int PageSize = 50;

    private static readonly IReadOnlyList<ExportColumn<RecusalRow>> Columns =
    [
        new("编号", r => r.CaseNumber), new("案由", r => r.Cause, 24), new("工作人员", r => r.Officer), new("关系", r => r.RelationText, 18), new("与何人", r => r.To, 24),
        new("由谁决定", r => r.ByText ? "无须决定" : r.BodyText, 18), new("结果", r => r.StatusText, 18),
    ];

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<RecusalRow> Rows { get; private set; } = [];

    /// <summary>Deciding is the centre's head's, the section's and the bureau's, and of whoever acts in the head's stead.</summary>
    public bool Opens { get; private set; }

    private IQueryable<RecusalRow> All => RecusalRow.Of(db, db.Recusals);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Opens = officer.Role is Roles.Director or Roles.Bureau || await authorities.FindAsync(officer.Id, ActingPower.Recusals, ct) is not null;
        Total = await db.Recusals.CountAsync(ct);
        Rows = await All.Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await exports.SendAsync(Request, await ListToExport.OfAsync("回避", All, Columns, ct), ct);
}
