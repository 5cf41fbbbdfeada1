using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace LegalAid.Store.PrivatePostgres;

/// <summary>The passwords of a private cluster: its owner's and the program's own role's.</summary>
internal sealed record ClusterSecrets(string OwnerPassword, string AppPassword);

/// <summary>The data folder of the private server: made whole or not at all, recognised, and freed of what a crash left behind.</summary>
internal sealed class PrivateCluster(PostgresBinaries binaries, string folder)
{
    public const string Owner = "yuanku_owner";

    public string Data => Path.Combine(folder, "data");

    public string Run => Path.Combine(folder, "run");

    public string PidFile => Path.Combine(Data, "postmaster.pid");

    /// <summary>Runs initdb unless the folder holds a cluster of the installed version; anything else there is left alone and told.</summary>
    public void MakeWhenMissing()
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

        var secrets = new ClusterSecrets(Password(), Password());
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
    public void ForgetStalePidFile()
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

    private string SecretsFile => Path.Combine(folder, "secrets.json");

    public async Task<ClusterSecrets> ReadSecretsAsync(CancellationToken ct) =>
        File.Exists(SecretsFile)
            ? JsonSerializer.Deserialize<ClusterSecrets>(await File.ReadAllTextAsync(SecretsFile, ct)) ?? throw new PrivatePostgresException($"{SecretsFile} 为空。")
            : throw new PrivatePostgresException($"缺少数据库口令文件 {SecretsFile}。它与数据文件夹一同生成；请从备份中取回。");

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
}
