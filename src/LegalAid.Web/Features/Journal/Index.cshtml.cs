using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Journal;

/// <summary>留痕: the office's journal, newest first.</summary>
[Authorize(Policy = Policies.Journal)]
[ReadsByPost]
public sealed class IndexModel(AidDb db, ListExports exports) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public Act? Act { get; set; }

    public int Total { get; private set; }

    /// <summary>The newest link of the chain; null before the first sealing.</summary>
    public Seal? Root { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var lines = Listed();
        Total = await lines.CountAsync(ct);
        Root = await db.Seals.AsNoTracking().OrderByDescending(seal => seal.Number).FirstOrDefaultAsync(ct);
        Rows = await lines.Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await exports.SendAsync(Request, await ListToExport.OfAsync("留痕", Listed(), Columns, ct), ct);

    private IQueryable<Row> Listed() => db.Journal.AsNoTracking().Where(line => Act == null || line.Act == Act)
        .OrderByDescending(line => line.AtUtc).ThenByDescending(line => line.Id)
        .Select(line => new Row(
            line.AtUtc,
            line.Act,
            db.Users.Where(u => u.Id == line.OfficerId).Select(u => u.DisplayName).FirstOrDefault(),
            line.SubjectId,
            db.Cases.Where(c => c.Id == line.SubjectId).Select(c => c.Number).FirstOrDefault(),
            line.Reason));

    private static readonly IReadOnlyList<ExportColumn<Row>> Columns =
    [
        new("时间", row => ExportCells.Moment(row.AtUtc), 18), new("谁", row => row.Who ?? "程序"), new("事项", row => JournalWords.Of(row.Act), 24), new("对象", row => row.CaseNumber), new("理由", row => row.Reason, 40),
    ];

    /// <summary>One line of the journal.</summary>
    public sealed record Row(DateTime AtUtc, Act Act, string? Who, Guid SubjectId, string? CaseNumber, string? Reason);
}
