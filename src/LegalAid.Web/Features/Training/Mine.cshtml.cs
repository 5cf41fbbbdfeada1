using LegalAid.Store;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>我的培训: a practitioner's trainings, the latest first, and exams.</summary>
[Authorize(Policy = Policies.Trainees)]
public sealed class MineModel(OwnAttendances own, OfficeClock clock) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    public int HourTenths { get; private set; }

    public int Year => clock.Today.Year;

    public DateTime NowUtc => clock.UtcNow;

    public IReadOnlyList<AttendanceRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Total = await own.Standing().CountAsync(ct);
        Rows = await AttendanceRow.Of(own.Standing().AsNoTracking().OrderByDescending(a => a.Event.StartsAtUtc).ThenBy(a => a.Id).Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize)).ToListAsync(ct);
        var newYear = OfficeClock.ToUtc(new(Year, 1, 1));
        HourTenths = await own.Standing().Where(a => a.Event.StartsAtUtc >= newYear && (a.SignedInAtUtc != null || a.MadeUp)).SumAsync(a => a.Event.HourTenths, ct);
    }
}
