using LegalAid.Store;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>参训名单: everybody invited to one training, lawyers, basic-level workers and cadres told apart, to be taken away (TL-4.2a).</summary>
[Authorize(Policy = Policies.Office)]
[ReadsByPost]
public sealed class PeopleModel(AidDb db, ListExports exports, OfficeClock clock) : PageModel
{
    private const int PageSize = 50;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public string Title { get; private set; } = "";

    public int Total { get; private set; }

    public IReadOnlyList<AttendanceRow> Rows { get; private set; } = [];

    public DateTime NowUtc => clock.UtcNow;

    private IReadOnlyList<ExportColumn<AttendanceRow>> Columns =>
    [
        new("姓名", r => r.Name), new("类别", r => TrainingWords.Of(r.Group), 20), new("单位", r => r.Institution, 30), new("情况", r => TrainingWords.Of(r.StateAt(clock.UtcNow)).Word),
        new("签到", r => r.Attendance.SignedInAtUtc is { } at ? ExportCells.Moment(at) : null, 18), new("迟到（分钟）", r => r.LateMinutes > 0 ? r.LateMinutes : null), new("缺训原因", r => r.Attendance.Reason, 40),
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await TitleAsync(ct) is not { } title)
        {
            return NotFound();
        }

        Title = title;
        Total = await Invited().CountAsync(ct);
        Rows = await AttendanceRow.Of(AttendanceRow.InOrder(Invited()).Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize)).ToListAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await TitleAsync(ct) is null ? NotFound() : await exports.SendAsync(Request, await ListToExport.OfAsync("参训名单", AttendanceRow.Of(AttendanceRow.InOrder(Invited())), Columns, ct), ct);

    private Task<string?> TitleAsync(CancellationToken ct) => db.TrainingEvents.Where(t => t.Id == Id).Select(t => t.Title).SingleOrDefaultAsync(ct);

    private IQueryable<TrainingAttendance> Invited() => db.TrainingAttendances.AsNoTracking().Where(a => a.EventId == Id);
}
