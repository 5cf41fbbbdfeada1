using LegalAid.Store.Database;
using Npgsql;

namespace LegalAid.Store.Jobs;

/// <summary>
/// Where the scheduler keeps what falls due when and which node is at it: a schema of its own in the same database. It is the state of running nodes, not a record
/// of the office: no backup holds it, and whatever is missing of it is made at start.
/// </summary>
public static class JobSchema
{
    public const string Name = "jobs";

    /// <summary>The same database, seen from this schema.</summary>
    public static string In(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = Name }.ConnectionString;

    /// <summary>Makes the schema once for each version of the scheduler, whose tables are never brought from one version to another. To be called under the start lock.</summary>
    /// <param name="ownerConnectionString">The program's own role may use the tables, not make them.</param>
    /// <param name="version">What the schema is marked with when it is whole.</param>
    /// <param name="makeTables">Makes the tables that are missing, over the connection string it is given.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task MakeAsync(string ownerConnectionString, string version, Func<string, Task> makeTables, CancellationToken ct)
    {
        var own = ownerConnectionString + ";Pooling=false";
        await using var source = NpgsqlDataSource.Create(own);
        await using var connection = await source.OpenConnectionAsync(ct);
        var mark = await AskAsync(connection, $"select obj_description(to_regnamespace('{Name}')::oid, 'pg_namespace')", ct) as string;
        if (mark == version)
        {
            return;
        }

        if (mark is not null)
        {
            await AskAsync(connection, $"drop schema {Name} cascade", ct);
        }

        await AskAsync(connection, $"create schema if not exists {Name}", ct);
        await makeTables(In(own));
        await AskAsync(connection, $"""
            grant usage on schema {Name} to {Guards.AppRole};
            grant select, insert, update, delete on all tables in schema {Name} to {Guards.AppRole};
            comment on schema {Name} is '{version}';
            """, ct);
    }

    private static async Task<object?> AskAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(ct);
    }
}
