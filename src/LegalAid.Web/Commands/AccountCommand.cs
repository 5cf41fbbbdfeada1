using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Journal;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Commands;

/// <summary>Makes an account of an office: <c>account BB clerk wang 王某</c>; the password is random and printed once.</summary>
internal static class AccountCommand
{
    private const int Arguments = 4;

    public static async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        var words = args.Where(argument => !argument.StartsWith('-')).ToArray();
        if (words is not [var code, var role, var userName, var displayName] || !Roles.All.Contains(role, StringComparer.Ordinal))
        {
            await Console.Error.WriteLineAsync($"用法：./legalaid account 机构代码 岗位 用户名 姓名（{Arguments} 项；岗位：{string.Join('、', Roles.All)}）");
            return ExitCode.Misuse;
        }

        await using var host = await YuankuHost.StartAsync([.. args.Except(words, StringComparer.Ordinal)], ct);
        await using var scope = host.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AidDb>();
        if (await db.Offices.SingleOrDefaultAsync(o => o.Code == code, ct) is not { } office)
        {
            await Console.Error.WriteLineAsync($"没有机构 {code}。");
            return ExitCode.Misuse;
        }

        await db.SeeAsync([office.Id], ct);
        var password = OpenAccount.NewPassword();
        var officer = new Officer { Id = Guid.CreateVersion7(), UserName = userName, OfficeId = office.Id, DisplayName = displayName, Role = role };
        db.Note(office.Id, scope.ServiceProvider.GetRequiredService<OfficeClock>().UtcNow, Act.AccountCreated, officer.Id, officerId: null, details: new { role });
        var created = await scope.ServiceProvider.GetRequiredService<UserManager<Officer>>().CreateAsync(officer, password);
        await Console.Out.WriteLineAsync(created.Succeeded ? $"用户名 {userName}　口令 {password}" : string.Join(' ', created.Errors.Select(error => error.Description)));
        return created.Succeeded ? ExitCode.Done : ExitCode.Found;
    }
}
