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

/// <summary>Seals every few minutes while the program serves; several nodes may do so, the database lets one at a time.</summary>
internal sealed partial class SealingService(IServiceScopeFactory scopes, ILogger<SealingService> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<SealJournal>().RunAsync(stoppingToken);
            }
            catch (Exception error) when (error is Npgsql.NpgsqlException or DbUpdateException)
            {
                NotSealed(error);       // the next round covers what this one could not
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sealing failed and is tried again at the next round.")]
    private partial void NotSealed(Exception error);
}
