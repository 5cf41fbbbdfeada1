using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Sending;

/// <summary>Reminds the centre, once for each request, that an opinion was not answered in time, and whether the file goes on without it (WZ-7.3b, WZ-7.3c).</summary>
public sealed class TellOfOpinions(AidDb db, OfficeBooks books, OfficeClock clock)
{
    public async Task RunAsync(CancellationToken ct)
    {
        await db.SeeAsync(await db.Offices.Select(o => o.Id).ToListAsync(ct), ct);
        var now = clock.UtcNow;
        var silent = await db.OpinionRequests
            .Where(r => r.DueAtUtc <= now && r.RepliedAtUtc == null && r.ReplacedAtUtc == null && r.RemindedAtUtc == null
                && db.PoolApplications.Any(a => a.Id == r.ApplicationId && a.Status == ApplicationStatus.Submitted))
            .OrderBy(r => r.Id).ToListAsync(ct);
        foreach (var request in silent)
        {
            await TellAsync(request, ct);
        }

        await db.SaveChangesAsync(ct);
    }

    private async Task TellAsync(OpinionRequest request, CancellationToken ct)
    {
        var rules = (await books.InForceOnAsync(request.OfficeId, clock.Today, ct)).Recruitment?.Pools?.Consultation;
        var asker = await db.Users.Where(u => u.Id == request.AskedById && u.LockoutEnd != DateTimeOffset.MaxValue).Select(u => u.Id).ToListAsync(ct);
        db.TellOfSilence(request, asker.Count > 0 ? asker : await db.OpenAccountsAsync(request.OfficeId, Roles.Clerk, ct), rules is { SilenceStops.Value: true }, clock.UtcNow);
        request.RemindedAtUtc = clock.UtcNow;
    }
}
