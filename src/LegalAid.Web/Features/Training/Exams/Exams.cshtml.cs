using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>考试: the exams planned, the latest first.</summary>
[Authorize(Policy = Policies.Office)]
[ReadsByPost]
public sealed class ExamsModel(AidDb db, ListExports exports, CurrentOfficer officer) : PageModel
{
    private const int PageSize = 50;

    private static readonly IReadOnlyList<ExportColumn<Row>> Columns =
    [
        new("考试", r => r.Title, 30), new("开始", r => ExportCells.Moment(r.OpensAtUtc), 18), new("结束", r => ExportCells.Moment(r.ClosesAtUtc), 18), new("题数", r => r.Questions), new("已交卷", r => r.HandedIn), new("合格", r => r.Passed),
    ];

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool IsCentre => officer.Role is Roles.Clerk or Roles.Director;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Total = await db.Exams.CountAsync(ct);
        Rows = await All().Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await exports.SendAsync(Request, await ListToExport.OfAsync("考试", All(), Columns, ct), ct);

    private IQueryable<Row> All() => db.Exams.AsNoTracking().OrderByDescending(e => e.OpensAtUtc).ThenBy(e => e.Id).Select(e => new Row(
        e.Id, e.Title, e.OpensAtUtc, e.ClosesAtUtc, e.Questions, db.ExamSittings.Count(s => s.ExamId == e.Id && s.HandedInAtUtc != null), db.ExamSittings.Count(s => s.ExamId == e.Id && s.Passed == true)));

    /// <summary>One exam.</summary>
    public sealed record Row(Guid Id, string Title, DateTime OpensAtUtc, DateTime ClosesAtUtc, int Questions, int HandedIn, int Passed);
}
