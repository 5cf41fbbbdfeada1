using LegalAid.Store;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>What a practitioner's home says of trainings: those near or under way, and those to be made up.</summary>
public sealed class MyTrainingViewComponent(OwnAttendances own, CurrentOfficer officer, OfficeClock clock) : ViewComponent
{
    private const int Shown = 10;
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(14);

    public async Task<IViewComponentResult> InvokeAsync()
    {
        if (officer.Role is not (Roles.Practitioner or Roles.Station))
        {
            return Content(string.Empty);
        }

        var (now, until) = (clock.UtcNow, clock.UtcNow + Ahead);
        var near = await AttendanceRow.Of(own.Standing().AsNoTracking()
            .Where(a => a.SignedInAtUtc == null && a.SignInToldAtUtc == null && !a.MadeUp && a.MakeUpSentAtUtc == null && a.Event.StartsAtUtc < until && (a.Event.EndsAtUtc > now || a.MakeUpDueAtUtc > now))
            .OrderBy(a => a.Event.StartsAtUtc).ThenBy(a => a.Id).Take(Shown)).ToListAsync(HttpContext.RequestAborted);
        return View("/Features/Training/_MyTraining.cshtml", new MyTraining(near, now));
    }
}

/// <summary>The trainings shown at home.</summary>
public sealed record MyTraining(IReadOnlyList<AttendanceRow> Rows, DateTime NowUtc)
{
    public bool IsOpen(AttendanceRow row) => NowUtc >= row.Event.SignInFromUtc && NowUtc <= row.Event.EndsAtUtc;
}
