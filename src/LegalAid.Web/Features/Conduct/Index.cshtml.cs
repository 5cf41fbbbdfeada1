using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Conduct;

/// <summary>处理事项: the matters of conduct of the office, open ones first (QJ-5.4b).</summary>
[Authorize(Policy = Policies.Office)]
[ReadsByPost]
public sealed class IndexModel(AidDb db, ListExports exports) : PageModel
{
    private const int PageSize = 50;

    private static readonly IReadOnlyList<ExportColumn<ConductView>> Columns =
    [
        new("承办人", m => m.Person), new("机构", m => m.Institution, 28), new("事由", m => m.SourceText, 30), new("依据", m => m.Clause), new("案件", m => m.CaseNumber),
        new("陈述申辩", m => m.Statement is null ? "否" : "是"), new("状态", m => m.StatusText, 20), new("处理措施", m => m.Measure, 30),
    ];

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<ConductView> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Total = await db.ConductMatters.CountAsync(ct);
        Rows = await ConductView.Of(db, db.ConductMatters).Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await exports.SendAsync(Request, await ListToExport.OfAsync("处理事项", ConductView.Of(db, db.ConductMatters), Columns, ct), ct);
}
