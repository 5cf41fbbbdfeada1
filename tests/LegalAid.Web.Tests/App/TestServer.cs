using LegalAid.Store.Database;
using LegalAid.Store.PrivatePostgres;
using LegalAid.Web.Jobs;
using Npgsql;

namespace LegalAid.Web.Tests.App;

/// <summary>One private PostgreSQL for the whole test run with one migrated template; every test class gets a copy of its own.</summary>
public static class TestServer
{
    private static readonly Lazy<Task<PrivateServer>> Running = new(StartAsync);
    private static int databases;

    public static async Task<ConnectionStrings> NewDatabaseAsync() => await CopyAsync(Database((await Running.Value).Connections.Owner));

    /// <summary>A database on which the program never ran.</summary>
    public static Task<ConnectionStrings> EmptyDatabaseAsync() => CopyAsync("template1");

    private static async Task<ConnectionStrings> CopyAsync(string template)
    {
        var server = await Running.Value;
        var name = $"test_{Environment.ProcessId}_{Interlocked.Increment(ref databases)}";
        await using var source = NpgsqlDataSource.Create(To(server.Connections.Owner, "postgres"));
        await using var create = source.CreateCommand($"create database {name} template {template}");
        await create.ExecuteNonQueryAsync();
        return new(To(server.Connections.Owner, name), To(server.Connections.App, name));
    }

    private static async Task<PrivateServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("yuanku-tests-");
        folder.UnixFileMode |= UnixFileMode.OtherExecute | UnixFileMode.OtherRead;     // as root the server runs as another user
        var server = await PrivateServer.StartAsync(Path.Combine(folder.FullName, "postgres"), "-c fsync=off -c max_connections=400", CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            NpgsqlConnection.ClearAllPools();
            server.DisposeAsync().AsTask().GetAwaiter().GetResult();
            folder.Delete(recursive: true);
        };
        await Migrator.MigrateAsync(server.Connections.Owner, CancellationToken.None);
        await JobTables.MakeAsync(server.Connections.Owner, CancellationToken.None);
        return server;
    }

    private static string Database(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Database!;

    private static string To(string connectionString, string database) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Database = database, MaxPoolSize = 40 }.ConnectionString;
}
