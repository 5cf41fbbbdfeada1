using System.Diagnostics;
using LegalAid.Store;
using LegalAid.Store.Decisions;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LegalAid.Bench;

/// <summary>Recomputing the stored decisions of the assignments measured before, beside reading the same rows by COPY; what pgbench wrote in their place is left out.</summary>
internal static class DecisionsSide
{
    /// <returns>How many, the seconds they took to recompute, and to read.</returns>
    public static async Task<(int Count, double Verify, double Copy)> RunAsync(Pool pool)
    {
        var clock = Stopwatch.StartNew();
        var count = await pool.ActAsync<AidDb, int>(async db =>
        {
            var recomputed = 0;
            await foreach (var decision in db.Decisions.AsNoTracking().Where(d => EF.Functions.Like(d.Facts, "{%")).AsAsyncEnumerable())
            {
                recomputed += DecisionKinds.Recompute(decision) == decision.Result ? 1 : throw new InvalidOperationException($"Decision {decision.Id} differs.");
            }

            return recomputed;
        });
        var verify = clock.Elapsed.TotalSeconds;
        clock.Restart();
        await using var source = NpgsqlDataSource.Create(pool.OwnerConnection);
        await using var connection = await source.OpenConnectionAsync();
        await using var rows = await connection.BeginRawBinaryCopyAsync("copy (select * from decision_records where facts like '{%') to stdout (format binary)");
        await rows.CopyToAsync(Stream.Null);
        return (count, verify, clock.Elapsed.TotalSeconds);
    }
}
