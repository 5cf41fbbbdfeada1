using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Journal;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Jobs;

/// <summary>Seals what has been written since the last time, over all offices, link by link until nothing is left.</summary>
public sealed class SealJournal(AidDb db, OfficeClock clock)
{
    /// <returns>The last link made; null when there was nothing to seal.</returns>
    public async Task<Seal?> RunAsync(CancellationToken ct)
    {
        await db.SeeAsync(await db.Offices.Select(o => o.Id).ToListAsync(ct), ct);
        Seal? last = null;
        while (await SealChain.ExtendAsync(db, clock.UtcNow, ct) is { } seal)
        {
            db.ChangeTracker.Clear();
            last = seal;
        }

        return last;
    }
}
