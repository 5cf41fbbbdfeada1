using System.Diagnostics;
using LegalAid.Store.PrivatePostgres;
using Npgsql;

namespace LegalAid.Bench;

/// <summary>The year of the demo: its journalled acts, and how many bare journal lines the same database commits one after another in a second.</summary>
internal static class DemoSide
{
    private const int Seconds = 5;

    /// <param name="folder">The database folder of a demo that is not being served.</param>
    public static async Task<(long Acts, long Cases, double LinesPerSecond)> RunAsync(string folder)
    {
        await using var server = await PrivateServer.StartAsync(folder, string.Empty, default);
        await using var source = NpgsqlDataSource.Create(server.Connections.Owner);
        await using var connection = await source.OpenConnectionAsync();
        var (acts, cases) = (await CountAsync(connection, "journal_lines"), await CountAsync(connection, "cases"));
        await using var line = new NpgsqlCommand("insert into journal_lines (id, at_utc, office_id, act, subject_id) select gen_random_uuid(), now(), id, 'MemberChanged', id from offices limit 1", connection);
        await line.PrepareAsync();
        var (done, clock) = (0, Stopwatch.StartNew());
        for (; clock.Elapsed.TotalSeconds < Seconds; done++)
        {
            await line.ExecuteNonQueryAsync();
        }

        return (acts, cases, done / clock.Elapsed.TotalSeconds);
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, string table)
    {
        await using var count = new NpgsqlCommand($"select count(*) from {table}", connection);
        return (long)(await count.ExecuteScalarAsync())!;
    }
}
