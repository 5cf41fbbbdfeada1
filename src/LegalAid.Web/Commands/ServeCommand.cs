using LegalAid.Web.Access;
using LegalAid.Web.Demo;

namespace LegalAid.Web.Commands;

/// <summary>Serves the pages until told to stop; with <c>--demo</c> fills an empty deployment first and prints its accounts.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        await using var host = await YuankuHost.StartAsync([.. args.Where(argument => argument != "--demo")], ct);
        if (args.Contains("--demo"))
        {
            await ShowDemoAsync(host, ct);
        }

        await host.App.StartAsync(ct);
        await Console.Out.WriteLineAsync($"\n援库已启动：{string.Join(' ', host.App.Urls)}　（Ctrl+C 停止）");
        await host.App.WaitForShutdownAsync(ct);
        return ExitCode.Done;
    }

    private static async Task ShowDemoAsync(YuankuHost host, CancellationToken ct)
    {
        var clock = host.App.Services.GetRequiredService<DemoClock>();
        await DemoOffice.MakeAsync(host.App.Services, clock, text => Console.Out.Write($"\r{text}　"), ct);
        await using var scope = host.App.Services.CreateAsyncScope();
        var accounts = ActivatorUtilities.CreateInstance<DemoAccounts>(scope.ServiceProvider);
        await Console.Out.WriteLineAsync($"\n演示账户：用户名是“前缀-岗位”，如 bb-clerk；岗位 {string.Join("、", Roles.All.Select(role => $"{role}（{Roles.Name(role)}）"))}。口令每次启动重新生成：");
        foreach (var access in await accounts.NewPasswordsAsync(ct))
        {
            await Console.Out.WriteLineAsync($"  前缀 {access.Prefix,-7} 口令 {access.Password}　{access.Office}");
        }
    }
}
