using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;
using LegalAid.Store.Database;
using Npgsql;

namespace LegalAid.Store.PrivatePostgres;

/// <summary>
/// A PostgreSQL server of the program's own, for a machine where nobody set one up: made on first use, started with the program, stopped with it.
/// A second program on the same folder becomes a guest of the running server. After a crash of either, the next start recovers.
/// </summary>
public sealed class PrivateServer : IAsyncDisposable
{
    private const string Owner = "yuanku_owner";
    private const string DatabaseName = "yuanku";
    private readonly PostgresBinaries binaries;
    private readonly string folder;
    private readonly FileStream? ownership;

    private PrivateServer(PostgresBinaries binaries, string folder, FileStream? ownership)
    {
        this.binaries = binaries;
        this.folder = folder;
        this.ownership = ownership;
    }

    public ConnectionStrings Connections { get; private set; } = null!;

    private string Data => Path.Combine(folder, "data");

    private string Run => Path.Combine(folder, "run");

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
        var server = new PrivateServer(installed, folder, TakeOwnership(Path.Combine(folder, "run", "owner.lock")));
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
            if (File.Exists(PidFile))
            {
                UnprivilegedUser.RunAsServer(binaries["pg_ctl"], "stop", "-s", "-D", Data, "-m", "fast", "-w", "-t", "60");
            }

            ownership.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private string PidFile => Path.Combine(Data, "postmaster.pid");

    private async Task OpenAsync(string options, CancellationToken ct)
    {
        if (ownership is not null)
        {
            MakeClusterWhenMissing();
            ForgetStalePidFile();
            if (!File.Exists(PidFile))
            {
                StartServer(options);
            }
        }

        var secrets = await ReadSecretsAsync(ct);
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

    private void MakeClusterWhenMissing()
    {
        var version = Path.Combine(Data, "PG_VERSION");
        if (File.Exists(version))
        {
            var major = int.Parse(File.ReadAllText(version).Trim(), CultureInfo.InvariantCulture);
            if (major != binaries.MajorVersion)
            {
                throw new PrivatePostgresException($"数据文件夹 {Data} 是 PostgreSQL {major} 版写的，本机安装的是 {binaries.MajorVersion} 版。请安装 {major} 版，或先备份再恢复到新的文件夹。");
            }

            return;
        }

        if (Directory.Exists(Data))
        {
            throw new PrivatePostgresException($"文件夹 {Data} 已存在，但不是数据库的数据文件夹。为免损坏，程序没有动它；请移走它，或用环境变量 YUANKU_DATA 换一个位置。");
        }

        var secrets = new Secrets(Password(), Password());
        var passwordFile = Path.Combine(folder, "run", "initdb.password");
        WriteSecretly(passwordFile, secrets.OwnerPassword);
        UnprivilegedUser.Give(passwordFile);
        var unfinished = Data + ".new";     // renamed when whole, so that an interrupted initdb is never taken for a cluster
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        var code = UnprivilegedUser.RunAsServer("/bin/sh", "-c", $"exec '{binaries["initdb"]}' -D '{unfinished}' -U {Owner} -A scram-sha-256 --pwfile='{passwordFile}' --locale=C.UTF-8 -E UTF8 --no-sync >'{Run}/initdb.log' 2>&1");
        File.Delete(passwordFile);
        if (code != 0)
        {
            throw new PrivatePostgresException($"建立数据库失败，原因见 {Run}/initdb.log。");
        }

        WriteSecretly(SecretsFile, JsonSerializer.Serialize(secrets));
        Directory.Move(unfinished, Data);
    }

    // After a crash the pid in the file may by now be another process; PostgreSQL would then refuse to start.
    private void ForgetStalePidFile()
    {
        if (File.Exists(PidFile) && RunningServerOf(File.ReadAllLines(PidFile)[0]) is null)
        {
            File.Delete(PidFile);
        }
    }

    private string? RunningServerOf(string pid)
    {
        var link = new FileInfo($"/proc/{pid.Trim()}/cwd");
        try
        {
            return link.LinkTarget is { } cwd && Path.GetFullPath(cwd) == Data ? cwd : null;
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            return null;    // somebody else's process, so not our server
        }
    }

    private void StartServer(string options)
    {
        const int attempts = 5;     // another program may take the free port before the server does
        for (var attempt = 1; attempt <= attempts; attempt++)
        {
            var settings = $"-c port={FreePort()} -c listen_addresses=127.0.0.1 -c unix_socket_directories='{Run}' {options}";
            if (UnprivilegedUser.RunAsServer(binaries["pg_ctl"], "start", "-s", "-D", Data, "-w", "-t", "60", "-l", Path.Combine(Run, "server.log"), "-o", settings) == 0)
            {
                return;
            }
        }

        throw new PrivatePostgresException($"数据库没有启动，原因见 {Run}/server.log。");
    }

    // Line 4 of postmaster.pid is the port; the last line says when the server is ready.
    private async Task<int> WaitForAnswerAsync(Secrets secrets, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (File.Exists(PidFile) && (await File.ReadAllLinesAsync(PidFile, patience.Token)) is { Length: >= 4 } lines && int.TryParse(lines[3], CultureInfo.InvariantCulture, out var port)
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

    private static async Task MakeDatabaseWhenMissingAsync(string connectionString, Secrets secrets, CancellationToken ct)
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

    private string SecretsFile => Path.Combine(folder, "secrets.json");

    private async Task<Secrets> ReadSecretsAsync(CancellationToken ct) =>
        File.Exists(SecretsFile)
            ? JsonSerializer.Deserialize<Secrets>(await File.ReadAllTextAsync(SecretsFile, ct)) ?? throw new PrivatePostgresException($"{SecretsFile} 为空。")
            : throw new PrivatePostgresException($"缺少数据库口令文件 {SecretsFile}。它与数据文件夹一同生成；请从备份中取回。");

    private static string Describe(int port, string user, string password, string database) =>
        $"Host=127.0.0.1;Port={port};Username={user};Password={password};Database={database}";

    private static string Password() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    private static void WriteSecretly(string path, string text)
    {
        using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        using var writer = new StreamWriter(file);
        writer.Write(text);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed record Secrets(string OwnerPassword, string AppPassword);
}
