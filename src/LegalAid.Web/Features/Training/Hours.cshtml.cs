using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>年度学时: how often and how long everybody was trained in a year.</summary>
[Authorize(Policy = Policies.Office)]
[ReadsByPost]
public sealed class HoursModel(AidDb db, ListExports exports, OfficeClock clock) : PageModel
{
    private const int PageSize = 50;
    private const int FirstYear = 2000;

    private static readonly IReadOnlyList<ExportColumn<TrainedMember>> Columns =
    [
        new("姓名", r => r.Name), new("机构", r => r.Institution, 30), new("学时", r => TrainingWords.Hours(r.HourTenths)), new("应到", r => r.Invited), new("参训", r => r.Came), new("迟到", r => r.Late),
        new("已补课", r => r.MadeUp), new("缺训未补课", r => r.Missed),
    ];

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    public int ThisYear => clock.Today.Year;

    public int Total { get; private set; }

    public IReadOnlyList<TrainedMember> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Total = await All().CountAsync(ct);
        Rows = await All().Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await exports.SendAsync(Request, await ListToExport.OfAsync("年度学时", All(), Columns, ct), ct);

    // An old or made-up address shows this year.
    private IQueryable<TrainedMember> All()
    {
        Year = Year < FirstYear || Year > ThisYear ? ThisYear : Year;
        return TrainedMembers.In(db, Year, clock.Today, clock.UtcNow);
    }
}
