using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>
/// Does every change recorded ahead whose day has come, at every office, each in a transaction of its own as the officer who recorded it: one that fails holds up none, and is tried again with the
/// next run. Run again it does nothing.
/// </summary>
public sealed class ActOnPlannedChanges(AidDb db, IServiceScopeFactory scopes, OfficeClock clock)
{
    /// <returns>How many were settled, done or not.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        await db.SeeAsync(await db.Offices.Select(o => o.Id).ToListAsync(ct), ct);
        var today = clock.Today;
        var due = await db.PlannedChanges.Where(c => c.Status == PlannedChangeStatus.Pending && c.TakesEffectOn <= today).OrderBy(c => c.TakesEffectOn).ThenBy(c => c.Id).Select(c => new { c.Id, c.PlannedById }).ToListAsync(ct);
        var (settled, failed) = (0, new List<Exception>());
        foreach (var change in due)
        {
            try
            {
                settled += await ActAsync(change.Id, change.PlannedById, ct) ? 1 : 0;
            }
            catch (Exception error) when (!ct.IsCancellationRequested)      // told by the host when the others are done
            {
                failed.Add(error);
            }
        }

        return failed.Count == 0 ? settled : throw new AggregateException(failed);
    }

    private async Task<bool> ActAsync(Guid changeId, Guid officerId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOfficer>().Become(await db.Users.SingleAsync(u => u.Id == officerId, ct));
        return await scope.ServiceProvider.GetRequiredService<ActOnPlannedChange>().RunAsync(changeId, ct) is not null;
    }
}
