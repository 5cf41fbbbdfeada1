using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Backup;
using LegalAid.Store.Rulebooks;

namespace LegalAid.Web.Commands;

/// <summary>
/// Restores a backup into the deployment's empty database, compares it with its manifest, starts the program on it and verifies: <c>restore file.dump</c>.
/// Exit code 1 when it was refused or something does not agree.
/// </summary>
internal static class RestoreCommand
{
    private const string Usage = "用法：./legalaid restore 文件.dump [--json]";

    public static Task<int> RunAsync(string[] args, CancellationToken ct) => RunAsync(args, Console.Out, ct);

    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken ct)
    {
        if (Options.Words(args) is not [var file] || !File.Exists(file))
        {
            await output.WriteLineAsync(Options.Words(args) is [var missing] ? $"没有文件 {missing}。" : Usage);
            return ExitCode.Misuse;
        }

        var order = Options.Rest(args);
        await using var database = await DeploymentDatabase.OpenAsync(order, ct);
        RuleBooks.Load(database.Deployment.RuleBookFolder);     // a program that could not start afterwards says so before
        var outcome = await RestoreBackup.RunAsync(database.Connections.Owner, new(Path.GetFullPath(file), database.Deployment.KeyFile), ct);
        if (outcome.Value is not { } manifest)
        {
            await RefusalText.WriteAsync(outcome.Refusal!, args, output);
            return ExitCode.Found;
        }

        await using var host = await YuankuHost.StartAsync(order, ct);
        var told = new RestoreTold(Path.GetFullPath(file), manifest, await VerifyCommand.CheckAsync(host.App.Services, ct));
        await output.WriteLineAsync(args.Contains("--json") ? CanonicalJson.Write(told) : told.Text());
        return told.Verification.IsClean ? ExitCode.Done : ExitCode.Found;
    }
}

/// <summary>What was restored, and what verifying it found.</summary>
internal sealed record RestoreTold(string File, BackupManifest Manifest, Verification Verification)
{
    public string Text() => string.Join('\n',
    [
        $"已恢复　{File}（{OfficeClock.ToLocal(Manifest.MadeAtUtc):yyyy-MM-dd HH:mm} 备份）",
        $"内容　　{Manifest.Contents.Rows.Count} 张表 {Manifest.Contents.Rows.Values.Sum()} 行，与清单一致；封印 {Manifest.Contents.LastSeal?.ToString() ?? "尚无"}",
        $"核对　　{Verification.Text()}",
        .. Verification.Findings,
    ]);
}
