using System.Data;
using LegalAid.Rules.Common;
using LegalAid.Store.Database;
using LegalAid.Store.Jobs;
using LegalAid.Store.Security;
using Npgsql;

namespace LegalAid.Store.Backup;

/// <summary>Where a backup goes, where the keys lie that it does not hold, which program makes it, and when.</summary>
public sealed record BackupOrder(string File, string KeyFile, string Program, DateTime AtUtc);

/// <summary>Dumps the database, while it is in use, into one file with its manifest beside it. The field keys are not in it.</summary>
public static class MakeBackup
{
    public static async Task<Outcome<BackupManifest>> RunAsync(string ownerConnectionString, BackupOrder order, CancellationToken ct)
    {
        if (WhyNotTo(order) is { } refusal)
        {
            return refusal;
        }

        await using var source = NpgsqlDataSource.Create(ownerConnectionString + ";Pooling=false");
        await using var connection = await source.OpenConnectionAsync(ct);
        // Dump, counts and root are of one and the same moment: pg_dump reads in the snapshot of this transaction.
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        if (await KeysAsync(connection, order.KeyFile, ct) is not { } keys)
        {
            return new Refusal("nothing-there", "数据库里还没有数据，没有可备份的。", []);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(order.File)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var unfinished = order.File + ".part";      // renamed when whole
        if (await DumpAsync(connection, ownerConnectionString, unfinished, ct) is { } fault)
        {
            File.Delete(unfinished);
            return new Refusal("dump-failed", $"备份没有成功：{fault}", []);
        }

        var manifest = await DescribeAsync(connection, order, keys, await BackupManifest.HashAsync(unfinished, ct), ct);
        File.Move(unfinished, order.File);
        await manifest.WriteAsync(order.File, ct);
        return manifest;
    }

    private static Refusal? WhyNotTo(BackupOrder order) =>
        File.Exists(order.File) || File.Exists(BackupManifest.FileOf(order.File)) ? new("file-exists", $"{order.File} 已存在，为免覆盖没有备份。请换一个文件名。", [])
        : order.File.StartsWith(Path.GetDirectoryName(Path.GetFullPath(order.KeyFile)) + "/", StringComparison.Ordinal) ? new("beside-the-keys", $"备份不能与密钥放在一起（{order.KeyFile}）。请换一个文件夹。", [])
        : null;

    // The database knows which keys it was filled with; their versions are told by the file, if it is the right one. Null: the program never ran on this database.
    private static async Task<SortedDictionary<string, string>?> KeysAsync(NpgsqlConnection connection, string keyFile, CancellationToken ct)
    {
        if (await Ask.ScalarAsync<bool>(connection, "select to_regclass('deployment_facts') is null", ct)
            || await Ask.ScalarAsync<string>(connection, $"select value from deployment_facts where name = '{DeploymentFact.FieldKeys}'", ct) is not { } filledWith)
        {
            return null;
        }

        return FieldKeys.Find(keyFile) is { } keys && keys.Fingerprint == filledWith ? keys.Fingerprints : new(StringComparer.Ordinal) { [FieldKeys.IndexKey] = filledWith };
    }

    private static async Task<string?> DumpAsync(NpgsqlConnection connection, string connectionString, string file, CancellationToken ct)
    {
        var snapshot = await Ask.ScalarAsync<string>(connection, "select pg_export_snapshot()", ct);
        await SecretFile.Create(file, FileMode.Create).DisposeAsync();
        var client = new PostgresClient(connectionString);
        return await client.RunAsync("pg_dump", ["--format=custom", $"--snapshot={snapshot}", "--no-owner", $"--exclude-schema={JobSchema.Name}", $"--file={file}"], ct);
    }

    private static async Task<BackupManifest> DescribeAsync(NpgsqlConnection connection, BackupOrder order, SortedDictionary<string, string> keys, string hash, CancellationToken ct) => new()
    {
        Program = order.Program,
        MadeAtUtc = order.AtUtc,
        PostgresVersion = connection.PostgreSqlVersion.ToString(),
        Keys = keys,
        Contents = await DatabaseContents.ReadAsync(connection, ct),
        DumpSha256 = hash,
    };
}
