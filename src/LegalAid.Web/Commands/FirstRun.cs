using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Demo;
using LegalAid.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Commands;

/// <summary>What a first start puts into the database, and what it tells whoever started it: the demo with its accounts, or the way into an empty deployment.</summary>
internal static class FirstRun
{
    /// <summary>Makes the demo, or what is missing of it, and tells its accounts; never in a deployment that is somebody's own.</summary>
    public static async Task ShowDemoAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var state = await DemoStates.ReadAsync(scope.ServiceProvider.GetRequiredService<AidDb>(), ct);
        if (state == DemoState.Own)
        {
            await Console.Out.WriteLineAsync("数据文件夹里是正式使用的数据，不装入演示数据。要看演示，请用环境变量 YUANKU_DATA 另指一个空文件夹。");
            return;
        }

        if (state != DemoState.Whole)
        {
            if (!await DemoStates.ReserveAsync(scope.ServiceProvider.GetRequiredService<AidDb>(), ct))
            {
                throw new StartUpException("另一个程序正在往这个数据文件夹里装入演示数据，请等它装完再启动。");
            }

            await Console.Out.WriteLineAsync(state == DemoState.UnderWay ? "上次没有装完演示数据，现在接着装。" : "正在装入演示数据，约需一两分钟；中途停止的，下次启动接着装。");
            await DemoOffice.MakeAsync(services, DemoPlace.All, Progress(), ct);
        }

        var accounts = ActivatorUtilities.CreateInstance<DemoAccounts>(scope.ServiceProvider);
        await Console.Out.WriteLineAsync($"\n演示账户：用户名是“前缀-岗位”，如 bb-clerk；岗位 {string.Join("、", Roles.All.Select(role => $"{role}（{Roles.Name(role)}）"))}。口令每次启动重新生成：");
        foreach (var access in await accounts.NewPasswordsAsync(ct))
        {
            await Console.Out.WriteLineAsync($"  前缀 {access.Prefix,-7} 口令 {access.Password}　{access.Office}");
        }
    }

    // On a terminal one line that moves; in a file a line every other second.
    private static Action<string> Progress()
    {
        if (!Console.IsOutputRedirected)
        {
            return text => Console.Out.Write($"\r{text}　");
        }

        var next = 0L;
        return text =>
        {
            if (Environment.TickCount64 >= next)
            {
                Console.Out.WriteLine(text);
                next = Environment.TickCount64 + 2_000;
            }
        };
    }

    /// <summary>Remembers that the deployment is somebody's own, and once tells how to sign in to it.</summary>
    /// <returns>False when the office asked for is not there.</returns>
    public static async Task<bool> ShowFirstAccountAsync(IServiceProvider services, string? officeCode, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AidDb>();
        if (await DemoStates.ReadAsync(db, ct) is DemoState.UnderWay or DemoState.Whole)
        {
            await Console.Out.WriteLineAsync("这个数据文件夹里是演示数据。正式使用请用环境变量 YUANKU_DATA 另指一个空文件夹；要看演示账户，请不带 --empty 启动。");
            return true;
        }

        await DemoStates.RememberAsync(db, DemoState.Own, ct);
        var codes = await db.Offices.OrderBy(o => o.Code).Select(o => o.Code).ToListAsync(ct);
        var outcome = await scope.ServiceProvider.GetRequiredService<OpenFirstAccount>().RunAsync(officeCode ?? codes[0], ct);
        if (outcome is { Value: { } opened })
        {
            var office = await db.Offices.Where(o => o.Id == opened.Administrator.Officer.OfficeId).Select(o => o.Name).SingleAsync(ct);
            await Console.Out.WriteLineAsync($"\n{office}的系统管理员：用户名 {opened.Administrator.Officer.UserName}　口令 {opened.Administrator.Password}　（只显示这一次；请登录后修改口令，在“机构信息”填写地址电话，在“账户”建立其他账户）");
            await Console.Out.WriteLineAsync($"安全保密管理员：用户名 {opened.Security.Officer.UserName}　口令 {opened.Security.Password}　（请交给另一个人：中心、司法局和三员的账户由其确认后启用）");
            await Console.Out.WriteLineAsync($"为其他机构建立系统管理员和安全保密管理员：./legalaid account 机构代码 admin 用户名 姓名，再用 security 建一个（机构代码：{string.Join('、', codes)}）");
        }

        if (outcome?.Refusal is { } refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
        }

        return outcome is null or { Value: not null };
    }
}
