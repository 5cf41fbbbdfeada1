using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Notices;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Sending;

/// <summary>Tells the centre, once for each end, of every probation that ends within seven days or is over and not judged (WZ-19.3).</summary>
public sealed class TellOfProbations(AidDb db, OfficeClock clock)
{
    private const int DaysAhead = 7;

    public async Task RunAsync(CancellationToken ct)
    {
        await db.SeeAsync(await db.Offices.Select(o => o.Id).ToListAsync(ct), ct);
        var until = clock.Today.AddDays(DaysAhead);
        foreach (var probation in await db.Probations.Where(p => p.Status == ProbationStatus.Running && p.EndsOn <= until && (p.RemindedOf == null || p.RemindedOf != p.EndsOn)).OrderBy(p => p.Id).ToListAsync(ct))
        {
            await TellAsync(probation, ct);
        }

        await db.SaveChangesAsync(ct);
    }

    private async Task TellAsync(Probation probation, CancellationToken ct)
    {
        var due = OfficeClock.ToUtc(probation.EndsOn.AddDays(1).ToDateTime(TimeOnly.MinValue));
        foreach (var role in new[] { Roles.Clerk, Roles.Director })
        {
            db.AddRange((await db.OpenAccountsAsync(probation.OfficeId, role, ct)).Select(id => OfficeNotices.New(NoticeKind.ProbationNearsEnd, probation.OfficeId, clock.UtcNow, new(OfficerId: id), due)));
        }

        probation.RemindedOf = probation.EndsOn;
    }
}
