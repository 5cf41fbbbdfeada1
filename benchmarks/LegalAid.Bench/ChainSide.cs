using System.Diagnostics;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Web.Jobs;
using Npgsql;

namespace LegalAid.Bench;

/// <summary>Sealing a million journal lines and walking their chain, beside reading the same lines by COPY.</summary>
internal static class ChainSide
{
    private const int Lines = 1_000_000;

    /// <returns>Seconds for a million lines.</returns>
    public static async Task<(double Seal, double Verify, double Copy)> RunAsync(Pool pool)
    {
        await pool.ActAsync<SealJournal, Seal?>(use => use.RunAsync(default));
        await pool.ExecuteAsync($$"""
            insert into journal_lines (id, at_utc, office_id, act, subject_id, officer_id, details)
            select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || left(md5(n::text), 3) || '8' || right(md5(n::text), 15))::uuid,
              at, '{{pool.Clerk.OfficeId}}', 'MemberChanged', md5((n % 100000)::text)::uuid, '{{pool.Clerk.Id}}', '{"upload":"' || md5(n::text)::uuid || '","fields":["联系电话"]}'
            from (select n, date_trunc('milliseconds', now()) - n * interval '1 second' as at from generate_series(1, {{Lines}}) n) lines
            """);
        await pool.AnalyzeAsync();
        var (seal, sealed_) = await TimedAsync(() => pool.ActAsync<SealJournal, Seal?>(use => use.RunAsync(default)));
        _ = sealed_ ?? throw new InvalidOperationException("Nothing was sealed.");
        var (verify, faults) = await TimedAsync(() => pool.ActAsync<AidDb, List<SealFault>>(db => SealCheck.FaultsAsync(db, default)));
        var (copy, _) = await TimedAsync(() => CopyAsync(pool));
        return faults.Count == 0 ? (seal, verify, copy) : throw new InvalidOperationException(faults[0].What);
    }

    private static async Task<(double Seconds, T Result)> TimedAsync<T>(Func<Task<T>> act)
    {
        var clock = Stopwatch.StartNew();
        var result = await act();
        return (clock.Elapsed.TotalSeconds, result);
    }

    private static async Task<bool> CopyAsync(Pool pool)
    {
        await using var source = NpgsqlDataSource.Create(pool.OwnerConnection);
        await using var connection = await source.OpenConnectionAsync();
        await using var rows = await connection.BeginRawBinaryCopyAsync("copy (select * from journal_lines) to stdout (format binary)");
        await rows.CopyToAsync(Stream.Null);
        return true;
    }
}
