using System.Globalization;
using LegalAid.Rules.Training;
using LegalAid.Store;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>签到码: what stands on the organiser's screen. The page carries the codes of the hour to come, so it goes on without a network, and can be printed.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class ScreenModel(AidDb db, SignInCodes codes, OfficeClock clock) : PageModel
{
    private const int Minutes = 60;

    [FromRoute]
    public Guid Id { get; set; }

    public string Title { get; private set; } = "";

    public IReadOnlyList<CodeRow> Rows { get; private set; } = [];

    public DateTime LastUtc { get; private set; }

    /// <summary>The office's clock; the screen's own may be wrong.</summary>
    public long NowMilliseconds => new DateTimeOffset(clock.UtcNow).ToUnixTimeMilliseconds();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.TrainingEvents.AsNoTracking().SingleOrDefaultAsync(t => t.Id == Id && t.CancelledAtUtc == null, ct) is not { } training)
        {
            return NotFound();
        }

        // A screen that is prepared the day before shows the codes of the training's first hour.
        var from = training.SignInFromUtc > clock.UtcNow ? training.SignInFromUtc : clock.UtcNow;
        var first = SignInCode.StepOf(from) / 2 * 2;       // a whole minute
        (Title, LastUtc) = (training.Title, SignInCode.StartOf(first).AddMinutes(Minutes));
        Rows = [.. Enumerable.Range(0, Minutes).Select(minute => Row(first + (2 * minute)))];
        return Page();
    }

    private CodeRow Row(long step)
    {
        var start = SignInCode.StartOf(step);
        return new(OfficeClock.ToLocal(start).ToString("HH:mm", CultureInfo.InvariantCulture), new DateTimeOffset(start).ToUnixTimeMilliseconds(), codes.Of(Id, step), codes.Of(Id, step + 1));
    }

    /// <summary>One minute's two codes.</summary>
    public sealed record CodeRow(string Time, long FirstMilliseconds, string First, string Second);
}
