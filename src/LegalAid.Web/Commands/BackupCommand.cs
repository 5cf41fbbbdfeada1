using System.Reflection;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Backup;
using LegalAid.Store.Security;

namespace LegalAid.Web.Commands;

/// <summary>
/// Backs up the database as it is, also while the program serves: <c>backup folder</c> or <c>backup file.dump</c>. The keys are not in it; it says where they
/// lie, and exit code 1 that they are missing.
/// </summary>
internal static class BackupCommand
{
    private const string Usage = "用法：./legalaid backup 文件夹或文件.dump [--json]（以 .dump 结尾的是文件名，否则是文件夹）";

    private static string Version => typeof(BackupCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public static Task<int> RunAsync(string[] args, CancellationToken ct) => RunAsync(args, Console.Out, ct);

    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken ct)
    {
        if (Options.Words(args) is not [var place])
        {
            await output.WriteLineAsync(Usage);
            return ExitCode.Misuse;
        }

        await using var database = await DeploymentDatabase.OpenAsync(Options.Rest(args), ct);
        var clock = new OfficeClock();
        var order = new BackupOrder(FileAt(place, clock.Now), database.Deployment.KeyFile, Version, clock.UtcNow);
        var outcome = await MakeBackup.RunAsync(database.Connections.Owner, order, ct);
        if (outcome.Value is not { } manifest)
        {
            await RefusalText.WriteAsync(outcome.Refusal!, args, output);
            return ExitCode.Found;
        }

        var told = new BackupTold(order.File, BackupManifest.FileOf(order.File), order.KeyFile, KeysAtHand: manifest.Keys.Count > 1, manifest);
        await output.WriteLineAsync(args.Contains("--json") ? CanonicalJson.Write(told) : told.Text());
        return told.KeysAtHand ? ExitCode.Done : ExitCode.Found;
    }

    private static string FileAt(string place, DateTime now) =>
        Path.GetFullPath(place.EndsWith(".dump", StringComparison.Ordinal) ? place : Path.Combine(place, $"yuanku-{now:yyyyMMdd-HHmmss}.dump"));
}

/// <summary>What was backed up and where, and where the keys lie that are not in it.</summary>
internal sealed record BackupTold(string File, string ManifestFile, string KeyFile, bool KeysAtHand, BackupManifest Manifest)
{
    public string Text() => string.Join('\n',
    [
        $"已备份　{File}",
        $"清单　　{ManifestFile}（两个文件要一起保存）",
        $"内容　　{Manifest.Contents.Rows.Count} 张表 {Manifest.Contents.Rows.Values.Sum()} 行，案件 {Manifest.Contents.Rows.GetValueOrDefault("cases")} 件；封印 {Manifest.Contents.LastSeal?.ToString() ?? "尚无"}",
        KeysAtHand
            ? $"密钥　　备份里没有密钥。请把 {KeyFile}（指纹 {Manifest.Keys[FieldKeys.IndexKey]}）另存一份，与备份分开保管：丢失密钥，身份证号、电话等就无法读出，备份也不能恢复。"
            : $"注意　　{KeyFile} 不存在、已损坏，或不是这个数据库的密钥（应为指纹 {Manifest.Keys[FieldKeys.IndexKey]}）。请立即找回：没有它，身份证号、电话等无法读出，这份备份也不能恢复。",
    ]);
}

/// <summary>A refusal as a command says it: its sentence, or an object with its code.</summary>
internal static class RefusalText
{
    public static Task WriteAsync(Refusal refusal, string[] args, TextWriter output) =>
        output.WriteLineAsync(args.Contains("--json") ? CanonicalJson.Write(refusal) : refusal.Message);
}
