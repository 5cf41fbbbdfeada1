using LegalAid.Store;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Conduct;

/// <summary>What the home page says of matters of conduct: to the one concerned those open and those just closed, to the centre's head how many are open.</summary>
public sealed class MyConductViewComponent(AidDb db, OfficeClock clock, CurrentOfficer officer) : ViewComponent
{
    private const int Shown = 20;
    private const int DaysRemembered = 30;

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var (open, own) = officer.Role switch
        {
            Roles.Director => (await db.ConductMatters.CountAsync(m => m.ClosedAtUtc == null, HttpContext.RequestAborted), []),
            Roles.FirmAdministrator or Roles.Practitioner => (0, await OwnAsync()),
            _ => (0, new List<ConductView>()),
        };
        return open == 0 && own.Count == 0 ? Content(string.Empty) : View("/Features/Conduct/_MyConduct.cshtml", new MyConduct(open, own));
    }

    private Task<List<ConductView>> OwnAsync()
    {
        var since = clock.UtcNow.AddDays(-DaysRemembered);
        return ConductView.Of(db, ConductView.Own(db, officer).Where(m => m.ClosedAtUtc == null || m.ClosedAtUtc > since)).Take(Shown).ToListAsync(HttpContext.RequestAborted);
    }
}

/// <summary>How many are open at the office, and those that concern the reader.</summary>
public sealed record MyConduct(int Open, IReadOnlyList<ConductView> Own);
