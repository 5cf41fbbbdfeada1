using Npgsql;

namespace LegalAid.Store.Database;

/// <summary>Held while a program puts into a database what every start finds or makes (keys, first rows): of several that start at once, one makes and the others find. Freed when its holder dies.</summary>
public sealed class StartLock : IAsyncDisposable
{
    private const long LockKey = 0x53_74_61_72_74;      // "Start"
    private readonly NpgsqlConnection held;

    private StartLock(NpgsqlConnection held) => this.held = held;

    public static async Task<StartLock> TakeAsync(string ownerConnectionString, CancellationToken ct)
    {
        // Without a time limit, as the one who is first may have much to do.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ownerConnectionString) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            await using var take = new NpgsqlCommand("select pg_advisory_lock(@key)", connection);
            take.Parameters.AddWithValue("key", LockKey);
            await take.ExecuteNonQueryAsync(ct);
            return new(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => held.DisposeAsync();
}
