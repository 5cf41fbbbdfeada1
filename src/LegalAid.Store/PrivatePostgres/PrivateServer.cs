using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LegalAid.Store.Database;
using Npgsql;

namespace LegalAid.Store.PrivatePostgres;

/// <summary>
/// A PostgreSQL server of the program's own, for a machine where nobody set one up: made on first use, started with the program, stopped with it.
/// A second program on the same folder becomes a guest of the running server. After a crash of either, the next start recovers.
/// </summary>
public sealed class PrivateServer : IAsyncDisposable
{
    private const string Owner = PrivateCluster.Owner;
    private const string DatabaseName = "yuanku";
    private readonly PostgresBinaries binaries;
    private readonly PrivateCluster cluster;
    private readonly FileStream? ownership;

    private PrivateServer(PostgresBinaries binaries, PrivateCluster cluster, FileStream? ownership)
    {
        this.binaries = binaries;
        this.cluster = cluster;
        this.ownership = ownership;
    }

    public ConnectionStrings Connections { get; private set; } = null!;

    /// <param name="folder">Where the server lives; made when missing.</param>
    /// <param name="options">Further server settings, such as "-c fsync=off" in tests.</param>
    /// <param name="ct">Gives up waiting.</param>
    public static async Task<PrivateServer> StartAsync(string folder, string options, CancellationToken ct)
    {
        var installed = PostgresBinaries.Find();
        folder = Path.GetFullPath(folder);
        UnprivilegedUser.Own(folder);
        Directory.CreateDirectory(Path.Combine(folder, "run"));
        UnprivilegedUser.Own(Path.Combine(folder, "run"));
        var server = new PrivateServer(installed, new(installed, folder), TakeOwnership(Path.Combine(folder, "run", "owner.lock")));
        try
        {
            await server.OpenAsync(options, ct);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops the server if it is ours; a guest leaves it running.</summary>
    public ValueTask DisposeAsync()
    {
        if (ownership is not null)
        {
            if (File.Exists(cluster.PidFile))
            {
                UnprivilegedUser.RunAsServer(binaries["pg_ctl"], "stop", "-s", "-D", cluster.Data, "-m", "fast", "-w", "-t", "60");
            }

            ownership.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private async Task OpenAsync(string options, CancellationToken ct)
    {
        if (ownership is not null)
        {
            cluster.MakeWhenMissing();
            cluster.ForgetStalePidFile();
            if (!File.Exists(cluster.PidFile))
            {
                StartServer(options);
            }
        }

        var secrets = await cluster.ReadSecretsAsync(ct);
        var port = await WaitForAnswerAsync(secrets, ct);
        Connections = new(
            Describe(port, Owner, secrets.OwnerPassword, DatabaseName),
            Describe(port, Guards.AppRole, secrets.AppPassword, DatabaseName));
        if (ownership is not null)
        {
            await MakeDatabaseWhenMissingAsync(Describe(port, Owner, secrets.OwnerPassword, "postgres"), secrets, ct);
        }
    }

    // The kernel frees this lock when its holder dies, however it dies.
    private static FileStream? TakeOwnership(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private void StartServer(string options)
    {
        const int attempts = 5;     // another program may take the free port before the server does
        for (var attempt = 1; attempt <= attempts; attempt++)
        {
            var settings = $"-c port={FreePort()} -c listen_addresses=127.0.0.1 -c unix_socket_directories='{cluster.Run}' {options}";
            if (UnprivilegedUser.RunAsServer(binaries["pg_ctl"], "start", "-s", "-D", cluster.Data, "-w", "-t", "60", "-l", Path.Combine(cluster.Run, "server.log"), "-o", settings) == 0)
            {
                return;
            }
        }

        throw new PrivatePostgresException($"数据库没有启动，原因见 {cluster.Run}/server.log。");
    }

    // Line 4 of postmaster.pid is the port; the last line says when the server is ready.
    private async Task<int> WaitForAnswerAsync(ClusterSecrets secrets, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (File.Exists(cluster.PidFile) && (await File.ReadAllLinesAsync(cluster.PidFile, patience.Token)) is { Length: >= 4 } lines && int.TryParse(lines[3], CultureInfo.InvariantCulture, out var port)
                && await AnswersAsync(Describe(port, Owner, secrets.OwnerPassword, "postgres"), patience.Token))
            {
                return port;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
        }
    }

    private static async Task<bool> AnswersAsync(string connectionString, CancellationToken ct)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
            await connection.OpenAsync(ct);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static async Task MakeDatabaseWhenMissingAsync(string connectionString, ClusterSecrets secrets, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(connectionString + ";Pooling=false");
        await using var role = source.CreateCommand($"""
            do $$ begin
              if not exists (select from pg_roles where rolname = '{Guards.AppRole}') then
                create role {Guards.AppRole} login nosuperuser nobypassrls password '{secrets.AppPassword}';
              end if;
            end $$;
            """);
        await role.ExecuteNonQueryAsync(ct);
        await using var exists = source.CreateCommand($"select 1 from pg_database where datname = '{DatabaseName}'");
        if (await exists.ExecuteScalarAsync(ct) is null)
        {
            await using var create = source.CreateCommand($"create database {DatabaseName}");
            await create.ExecuteNonQueryAsync(ct);
        }
    }

    private static string Describe(int port, string user, string password, string database) =>
        $"Host=127.0.0.1;Port={port};Username={user};Password={password};Database={database}";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
