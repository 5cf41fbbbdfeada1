using LegalAid.Rules.Common;
using LegalAid.Store.Database;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LegalAid.Store.Backup;

/// <summary>Which backup is restored, and where the keys lie that belong to it.</summary>
public sealed record RestoreOrder(string File, string KeyFile);

/// <summary>
/// Puts a backup into a database that holds nothing yet. Everything that can be refused is refused before anything is touched;
/// afterwards every table holds as many rows as when the backup was made, and the chain ends in the same root.
/// </summary>
public static class RestoreBackup
{
    public static async Task<Outcome<BackupManifest>> RunAsync(string ownerConnectionString, RestoreOrder order, CancellationToken ct)
    {
        if (await BackupManifest.FindAsync(order.File, ct) is not { } manifest)
        {
            return new Refusal("no-manifest", $"备份旁边没有可读的清单 {BackupManifest.FileOf(order.File)}：备份没有做完，或清单没有一起拷来。", []);
        }

        await using var source = NpgsqlDataSource.Create(ownerConnectionString + ";Pooling=false");
        await using var db = AidDatabase.Open(source);
        if ((WhyNotWithTheseKeys(manifest, order.KeyFile) ?? WhyNotThisShape(manifest, db) ?? await WhyNotThisFileAsync(manifest, order.File, ct)) is { } refusal)
        {
            return refusal;
        }

        await using var connection = await source.OpenConnectionAsync(ct);
        if (await RestoreTarget.ClearAsync(connection, db.Model, ct) is { } occupied)
        {
            return occupied;
        }

        var client = new PostgresClient(ownerConnectionString);
        if (await client.RunAsync("pg_restore", ["--single-transaction", "--exit-on-error", "--no-owner", $"--dbname={client.Database}", order.File], ct) is { } fault)
        {
            return new Refusal("restore-failed", $"恢复没有成功，数据库里现在什么都没有，排除原因后可以再来一次：{fault}", []);
        }

        var differences = (await DatabaseContents.ReadAsync(connection, ct)).DifferencesFrom(manifest.Contents).ToList();
        return differences.Count == 0 ? manifest : new Refusal("differs", $"恢复后的数据库与清单不一致，请不要使用：{string.Join('；', differences)}", []);
    }

    private static Refusal? WhyNotWithTheseKeys(BackupManifest manifest, string keyFile)
    {
        if (FieldKeys.Find(keyFile) is not { } keys)
        {
            return new("no-keys", $"没有可用的密钥文件 {keyFile}（不存在，或已损坏）。请先把与这份备份对应、另外保存的密钥文件放到那里；没有它，身份证号、电话等无法读出。", []);
        }

        var missing = manifest.Keys.Except(keys.Fingerprints).ToList();
        return missing.Count == 0 ? null : new("other-keys",
            $"密钥文件 {keyFile}（指纹 {keys.Fingerprint}）不是这份备份的，备份用的是：{string.Join('、', missing.Select(key => $"{key.Key} {key.Value}"))}。请放回原来的密钥文件；用别的密钥，身份证号、电话等无法读出。", []);
    }

    private static Refusal? WhyNotThisShape(BackupManifest manifest, AidDb db) =>
        db.Database.GetMigrations().Contains(manifest.Contents.Migration, StringComparer.Ordinal) ? null
            : new("newer-program", $"备份是另一版程序做的（程序 {manifest.Program}，库结构 {manifest.Contents.Migration}），本程序读不了。请换用做备份的那一版或更新的程序。", []);

    private static async Task<Refusal?> WhyNotThisFileAsync(BackupManifest manifest, string file, CancellationToken ct) =>
        await BackupManifest.HashAsync(file, ct) == manifest.DumpSha256 ? null
            : new("damaged", $"备份文件 {file} 已损坏或被改动：与清单所记的 SHA-256 不符。请换一份备份。", []);
}
