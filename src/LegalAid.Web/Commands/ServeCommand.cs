namespace LegalAid.Web.Commands;

/// <summary>
/// Serves the pages until told to stop. With <c>--demo</c> fills an empty deployment first and prints its accounts; with <c>--empty</c> keeps the
/// deployment free of invented people for ever and prints its first account once, that of the office named by <c>--office</c>.
/// </summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        var office = Options.ValueOf(args, "--office");
        await using var host = await YuankuHost.StartAsync([.. args.Where((argument, index) => argument is not ("--demo" or "--empty" or "--office") && (index == 0 || args[index - 1] != "--office"))], ct);
        if (args.Contains("--demo"))
        {
            await FirstRun.ShowDemoAsync(host.App.Services, ct);
        }
        else if (args.Contains("--empty") && !await FirstRun.ShowFirstAccountAsync(host.App.Services, office, ct))
        {
            return ExitCode.Misuse;
        }

        await host.App.StartAsync(ct);
        await Console.Out.WriteLineAsync($"\n援库已启动：{string.Join(' ', host.App.Urls)}　（Ctrl+C 停止）");
        await host.App.WaitForShutdownAsync(ct);
        return ExitCode.Done;
    }
}
