using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Journal;

/// <summary>每日封印: the root of each day, to be noted outside the deployment.</summary>
[Authorize(Policy = Policies.Roots)]
[ReadsByPost]
public sealed class RootsModel(AidDb db, ListExports exports, OfficeClock clock) : PageModel
{
    private const int PageSize = 31;
    private const int HoursAhead = 8;       // days are Chinese days

    private static readonly IReadOnlyList<ExportColumn<Row>> Columns =
    [
        new("日期", r => r.Day), new("编号", r => r.Number), new("根", r => r.Root.Hash, 68), new("最后封印", r => ExportCells.Moment(r.SealedAtUtc), 18), new("当天封印", r => r.Seals), new("封存行数", r => r.Covered),
    ];

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    public DateOnly Today => clock.Today;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Total = await All().CountAsync(ct);
        Rows = await All().Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await exports.SendAsync(Request, await ListToExport.OfAsync("每日封印", All(), Columns, ct), ct);

    private IQueryable<Row> All() =>
        from day in db.Seals.GroupBy(s => s.SealedAtUtc.AddHours(HoursAhead).Date).Select(d => new { Last = d.Max(s => s.Number), Seals = d.Count(), Covered = d.Sum(s => s.Count) })
        join s in db.Seals.AsNoTracking() on day.Last equals s.Number
        orderby s.Number descending
        select new Row(s.Number, s.SealedAtUtc, s.Hash, day.Seals, day.Covered);

    /// <summary>One day.</summary>
    public sealed record Row(long Number, DateTime SealedAtUtc, byte[] Hash, int Seals, int Covered)
    {
        public DateOnly Day => DateOnly.FromDateTime(OfficeClock.ToLocal(SealedAtUtc));

        public NotedRoot Root => new(Number, Convert.ToHexStringLower(Hash));
    }
}
