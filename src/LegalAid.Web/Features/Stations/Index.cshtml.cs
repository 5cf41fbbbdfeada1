using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Stations;

/// <summary>工作站: where the office has applications taken in near the people (BB-7.1).</summary>
[Authorize(Policy = Policies.Stations)]
[ReadsByPost]
public sealed class IndexModel(AidDb db, ListExports exports) : PageModel
{
    private const int PageSize = 50;

    private static readonly IReadOnlyList<ExportColumn<Row>> Columns =
    [
        new("名称", row => row.Name, 24), new("地址", row => row.Address, 30), new("电话", row => row.Phone, 18), new("转交申请", row => row.Sent), new("状态", row => row.IsClosed ? "已停用" : "在用"),
    ];

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Total = await db.Stations.CountAsync(ct);
        Rows = await Listed().Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await exports.SendAsync(Request, await ListToExport.OfAsync("工作站", Listed(), Columns, ct), ct);

    private IQueryable<Row> Listed() => db.Stations.AsNoTracking().OrderBy(s => s.ClosedAtUtc != null).ThenBy(s => s.Name).ThenBy(s => s.Id)
        .Select(s => new Row(s.Id, s.Name, s.Address, s.Phone, db.Cases.Count(c => c.StationId == s.Id), s.ClosedAtUtc != null));

    /// <summary>One station of the list.</summary>
    public sealed record Row(Guid Id, string Name, string? Address, string? Phone, int Sent, bool IsClosed);
}
