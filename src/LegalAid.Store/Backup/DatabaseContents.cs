using Npgsql;

namespace LegalAid.Store.Backup;

/// <summary>A database in figures, by which a restored one is compared with what was backed up. Read by the owner, whom no row-level security binds.</summary>
/// <param name="Migration">The shape of the database: its newest migration.</param>
/// <param name="Rows">Rows of each table; a partitioned table counts as one.</param>
/// <param name="LastSeal">The root of the chain; null before the first seal.</param>
public sealed record DatabaseContents(string Migration, SortedDictionary<string, long> Rows, RootSeal? LastSeal)
{
    internal const string MigrationTable = "__EFMigrationsHistory";

    /// <summary>What is not the same here and there; empty when everything is.</summary>
    public IEnumerable<string> DifferencesFrom(DatabaseContents other)
    {
        foreach (var table in Rows.Keys.Union(other.Rows.Keys, StringComparer.Ordinal))
        {
            var (here, there) = (Rows.GetValueOrDefault(table), other.Rows.GetValueOrDefault(table));
            if (here != there)
            {
                yield return $"{table} {here} 行，应为 {there} 行";
            }
        }

        if (LastSeal != other.LastSeal)
        {
            yield return $"最后的封印是 {LastSeal?.ToString() ?? "无"}，应为 {other.LastSeal?.ToString() ?? "无"}";
        }
    }

    internal static async Task<DatabaseContents> ReadAsync(NpgsqlConnection connection, CancellationToken ct) => new(
        (await Ask.ScalarAsync<string>(connection, $"""select max("MigrationId") from "{MigrationTable}" """, ct))!,
        await CountAsync(connection, await TablesAsync(connection, ct), ct),
        await RootAsync(connection, ct));

    internal static Task<List<string>> TablesAsync(NpgsqlConnection connection, CancellationToken ct) => Ask.ListAsync(connection, """
        select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by 1
        """, row => row.GetString(0), ct);

    internal static async Task<SortedDictionary<string, long>> CountAsync(NpgsqlConnection connection, IEnumerable<string> tables, CancellationToken ct)
    {
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            rows[table] = await Ask.ScalarAsync<long>(connection, $"""select count(*) from "{table}" """, ct);
        }

        return rows;
    }

    private static async Task<RootSeal?> RootAsync(NpgsqlConnection connection, CancellationToken ct) =>
        (await Ask.ListAsync(connection, "select number, encode(hash, 'hex') from seals order by number desc limit 1", row => new RootSeal(row.GetInt64(0), row.GetString(1)), ct)).SingleOrDefault();
}

/// <summary>A seal by which a whole chain can be compared.</summary>
public sealed record RootSeal(long Number, string Hash)
{
    public override string ToString() => $"第 {Number} 号 {Hash}";
}

/// <summary>Questions to a database whose shape may be older than the model's.</summary>
internal static class Ask
{
    public static async Task<T?> ScalarAsync<T>(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(ct) is T value ? value : default;
    }

    public static async Task<List<T>> ListAsync<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        var rows = new List<T>();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
