using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>培训: what was planned, the latest first, and what waits for the centre.</summary>
[Authorize(Policy = Policies.Office)]
[ReadsByPost]
public sealed class IndexModel(AidDb db, ListExports exports, CurrentOfficer officer) : PageModel
{
    private const int PageSize = 50;
    private const int MostToRule = 50;

    private static readonly IReadOnlyList<ExportColumn<Row>> Columns =
    [
        new("培训", r => r.Title, 30), new("授课", r => r.Lecturer, 20), new("授课单位", r => r.LecturerUnit, 20), new("地点", r => r.Place, 24), new("开始", r => ExportCells.Moment(r.StartsAtUtc), 18), new("学时", r => TrainingWords.Hours(r.HourTenths)),
        new("应到", r => r.Invited), new("签到", r => r.Came), new("已补课", r => r.MadeUp), new("应到干部", r => r.Cadres), new("签到干部", r => r.CadresCame), new("取消", r => r.IsCancelled ? "已取消" : null),
    ];

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<AttendanceRow> ToRule { get; private set; } = [];

    public bool IsCentre => officer.Role is Roles.Clerk or Roles.Director;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Total = await db.TrainingEvents.CountAsync(ct);
        Rows = await All().Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        ToRule = await AttendanceRow.Of(db.TrainingAttendances.AsNoTracking().Where(a => a.MakeUpSentAtUtc != null && !a.MadeUp).OrderBy(a => a.MakeUpSentAtUtc).ThenBy(a => a.Id).Take(MostToRule)).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await exports.SendAsync(Request, await ListToExport.OfAsync("培训", All(), Columns, ct), ct);

    private IQueryable<Row> All() => db.TrainingEvents.AsNoTracking().OrderByDescending(t => t.StartsAtUtc).ThenBy(t => t.Id).Select(t => new Row(
        t.Id, t.Title, t.Lecturer, t.LecturerUnit, t.Place, t.StartsAtUtc, t.HourTenths, t.Induction, t.CancelledAtUtc != null,
        db.TrainingAttendances.Count(a => a.EventId == t.Id),
        db.TrainingAttendances.Count(a => a.EventId == t.Id && a.SignedInAtUtc != null),
        db.TrainingAttendances.Count(a => a.EventId == t.Id && a.MadeUp),
        db.TrainingAttendances.Count(a => a.EventId == t.Id && a.MembershipId == null && a.CorpsMemberId == null),
        db.TrainingAttendances.Count(a => a.EventId == t.Id && a.MembershipId == null && a.CorpsMemberId == null && a.SignedInAtUtc != null)));

    /// <summary>One training.</summary>
    public sealed record Row(Guid Id, string Title, string? Lecturer, string? LecturerUnit, string Place, DateTime StartsAtUtc, int HourTenths, bool Induction, bool IsCancelled, int Invited, int Came, int MadeUp, int Cadres, int CadresCame);
}
