using System.Runtime.InteropServices;
using LegalAid.Store.PrivatePostgres;
using LegalAid.Store.Rulebooks;

namespace LegalAid.Web.Commands;

/// <summary>What <c>./legalaid &lt;command&gt;</c> understands. Exit code 0: done; 1: the answer is no or something was found; 2: misuse; 3: cannot start; 4: told to stop before it was done.</summary>
internal static class CommandLine
{
    private static readonly Command[] Commands =
    [
        new("serve", "启动网站（--demo：装入演示数据；--empty：不装，并建立首批账户：系统管理员、安全保密管理员，--office 机构代码）", ServeCommand.RunAsync),
        new("account", "建立账户：" + AccountCommand.Usage, AccountCommand.RunAsync),
        new("import", "导入名册或办案历史：import roster|history 文件.xlsx --as 用户名 [--local 本区新机构,…] [--apply] [--json]", ImportCommand.RunAsync),
        new("decide", "按规则回答，不留记录：decide assignment|admission|pool-admission|deadline 事实.json --office BB --at 日期；decide deadline 起算时间 条款编号（--json）", DecideCommand.RunAsync),
        new("simulate", "用虚构的人和案件试轮候是否均衡，不留记录（--office WZ、--seed、--people 人数、--cases 每季件数、--json）", SimulateCommand.RunAsync),
        new("lint", "查看规则本里合法但值得注意之处（--office BB、--json）", LintCommand.RunAsync),
        new("clauses", "逐条列出条款：状态、参数、引用、测试（--json；--check 只查错）", ClausesCommand.RunAsync),
        new("seal", "封存留痕和决定，印出当前的根", SealCommand.RunAsync),
        new("verify", "复算每一件决定、核对轮候余额、逐环核对封印（--root 编号:根 与另行登记的根核对、--json）", VerifyCommand.RunAsync),
        new("lottery", "核对抽签：lottery verify [公布的抽签.txt]；不给文件则核对数据库里的每一次抽签（--json）", LotteryCommand.RunAsync),
        new("backup", "备份数据库：backup 文件夹或文件.dump（--json）；密钥不在其中，须另外保存", BackupCommand.RunAsync),
        new("restore", "把备份恢复到空的数据库并核对：restore 文件.dump（--json）", RestoreCommand.RunAsync),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        // Test hosts and `dotnet run` pass options only; then the program serves.
        var name = args.Length > 0 && !args[0].StartsWith('-') ? args[0] : "serve";
        var command = Commands.FirstOrDefault(known => known.Name == name);
        if (command is null || args.Contains("--help"))
        {
            await Console.Out.WriteLineAsync(Help());
            return command is null && name != "help" ? ExitCode.Misuse : ExitCode.Done;
        }

        // Until the pages are served nobody else listens: whoever is told to stop has to stop its database too.
        using var stopping = new CancellationTokenSource();
        using var terminated = StopOn(PosixSignal.SIGTERM, stopping);
        using var interrupted = StopOn(PosixSignal.SIGINT, stopping);
        using var hungUp = StopOn(PosixSignal.SIGHUP, stopping);
        try
        {
            return await command.Run(args is [var first, ..] && first == name ? args[1..] : args, stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await Console.Out.WriteLineAsync("\n已停止。");
            return ExitCode.Stopped;
        }
        catch (Exception error) when (error is StartUpException or PrivatePostgresException or RuleBookFaultsException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return ExitCode.CannotStart;
        }
    }

    private static PosixSignalRegistration StopOn(PosixSignal signal, CancellationTokenSource stopping) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            stopping.Cancel();
        });

    private static string Help() =>
        "用法：./legalaid <命令> [选项]\n\n" + string.Join('\n', Commands.Select(command => $"  {command.Name,-10} {command.Purpose}"));

    private sealed record Command(string Name, string Purpose, Func<string[], CancellationToken, Task<int>> Run);
}

/// <summary>How a command says it went.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Found = 1;
    public const int Misuse = 2;
    public const int CannotStart = 3;
    public const int Stopped = 4;
}
