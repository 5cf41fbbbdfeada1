using LegalAid.Store.Assignment;
using LegalAid.Store.Corps;
using LegalAid.Store.Registry;
using LegalAid.Store.Search;
using LegalAid.Store.Training;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LegalAid.Store.Database;

/// <summary>Brings a database to the program's shape. Safe when several nodes start at once: an advisory lock lets one work and the others wait.</summary>
public static class Migrator
{
    private const long LockKey = 0x59_75_61_6E_6B_75;   // "Yuanku"

    public static async Task MigrateAsync(string ownerConnectionString, CancellationToken ct)
    {
        var own = new NpgsqlConnectionStringBuilder(ownerConnectionString) { Pooling = false };
        await using var lockHolder = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(own.ConnectionString) { Database = "postgres" });
        await using var held = await lockHolder.OpenConnectionAsync(ct);
        await using (var take = new NpgsqlCommand("select pg_advisory_lock(@key)", held))
        {
            take.Parameters.AddWithValue("key", LockKey);
            await take.ExecuteNonQueryAsync(ct);
        }

        await using var source = NpgsqlDataSource.Create(own.ConnectionString);
        await using var db = AidDatabase.Open(source);
        await db.Database.MigrateAsync(ct);
        await db.Database.ExecuteSqlRawAsync(Guards.Sql(db.Model), ct);
        await db.Database.ExecuteSqlRawAsync(NotesElsewhere.Sql, ct);
        await db.Database.ExecuteSqlRawAsync(ConflictsElsewhereSql.Sql, ct);
        await db.Database.ExecuteSqlRawAsync(CorpsSql.Sql, ct);
        await db.Database.ExecuteSqlRawAsync(CorpsProposalsSql.Sql, ct);
        await db.Database.ExecuteSqlRawAsync(BidsElsewhere.Sql, ct);
        await db.Database.ExecuteSqlRawAsync(TrainingsElsewhere.Sql, ct);
        await db.Database.ExecuteSqlRawAsync(OwnFinds.Sql, ct);
        await db.Database.ExecuteSqlRawAsync(ShownNames.Sql, ct);
        await db.Database.ExecuteSqlRawAsync(MergedMembersSql.Sql, ct);
        await db.Database.ExecuteSqlRawAsync(ApplicationRecusals.Sql, ct);
    }
}
