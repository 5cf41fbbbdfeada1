using System.Diagnostics;
using LegalAid.Store.Registry;
using LegalAid.Web.Features.Registry;
using Npgsql;

namespace LegalAid.Bench;

/// <summary>The rosters of the crowd as the page imports them, beside COPY of the rows that came of it into tables with the same indexes.</summary>
internal static class ImportSide
{
    private static readonly string[] Tables = ["persons", "memberships"];

    /// <returns>Seconds.</returns>
    public static async Task<(double Program, double Copy)> RunAsync(Pool pool)
    {
        var program = 0.0;
        for (var file = 0; file < Crowd.Files; file++)
        {
            var workbook = Crowd.Workbook(file);
            var clock = Stopwatch.StartNew();
            var upload = await pool.ActAsync<UploadRegistryFile, Guid>(async use => (await use.RunAsync(UploadKind.Roster, "人海.xlsx", workbook, default)).Value!.Id);
            await pool.ActAsync<ImportRoster, RegistryUpload>(async use => (await use.RunAsync(upload, UploadKind.Roster, Crowd.Firms, default))!.Value is { Added: Crowd.PeoplePerFile } imported
                ? imported : throw new InvalidOperationException("The roster was not taken whole."));
            program += clock.Elapsed.TotalSeconds;
        }

        await pool.AnalyzeAsync();
        return (program, await CopyAsync(pool));
    }

    private static async Task<double> CopyAsync(Pool pool)
    {
        await using var source = NpgsqlDataSource.Create(pool.OwnerConnection);
        await using var connection = await source.OpenConnectionAsync();
        var rows = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var table in Tables)
        {
            await pool.ExecuteAsync($"create table copied_{table} (like {table} including all)");
            rows[table] = await ReadAsync(connection, $"copy {table} to stdout (format binary)");
        }

        var clock = Stopwatch.StartNew();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            foreach (var table in Tables)
            {
                await using var copy = await connection.BeginRawBinaryCopyAsync($"copy copied_{table} from stdin (format binary)");
                await copy.WriteAsync(rows[table]);
            }

            await transaction.CommitAsync();
        }

        var seconds = clock.Elapsed.TotalSeconds;
        await pool.ExecuteAsync("drop table copied_memberships; drop table copied_persons");
        return seconds;
    }

    private static async Task<byte[]> ReadAsync(NpgsqlConnection connection, string copy)
    {
        using var rows = new MemoryStream();
        await using var stream = await connection.BeginRawBinaryCopyAsync(copy);
        await stream.CopyToAsync(rows);
        return rows.ToArray();
    }
}
