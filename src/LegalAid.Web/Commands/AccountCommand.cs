using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Commands;

/// <summary>
/// Opens an account of an office as the page does, under the same rules: <c>account BB clerk wang 王某</c>; a firm's administrator names the firm, a
/// practitioner the licence number. The password is random and printed once.
/// </summary>
internal static class AccountCommand
{
    public const string Usage = "account 机构代码 岗位 用户名 姓名 [--institution 律所或服务所全称] [--licence 执业证号] [--station 工作站]";

    private const string Institution = "--institution";
    private const string Licence = "--licence";
    private const string Station = "--station";

    public static async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        if (Read(args) is not { } order)
        {
            await Console.Error.WriteLineAsync($"用法：./legalaid {Usage}（岗位：{string.Join('、', Roles.Given)}）");
            return ExitCode.Misuse;
        }

        await using var host = await YuankuHost.StartAsync(Options.Rest(args, Institution, Licence, Station), ct);
        return await RunAsync(host.App.Services, order, Console.Out, ct);
    }

    public static AccountOrder? Read(string[] args) => Options.Words(args, Institution, Licence, Station) is [var office, var role, var userName, var displayName]
        ? new(office, new() { Role = role, UserName = userName, DisplayName = displayName }, Options.ValueOf(args, Institution), Options.ValueOf(args, Licence), Options.ValueOf(args, Station))
        : null;

    public static async Task<int> RunAsync(IServiceProvider services, AccountOrder order, TextWriter output, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var provider = scope.ServiceProvider;
        var db = provider.GetRequiredService<AidDb>();
        if (await db.Offices.SingleOrDefaultAsync(o => o.Code == order.Office, ct) is not { } office)
        {
            await output.WriteLineAsync($"没有机构 {order.Office}。");
            return ExitCode.Misuse;
        }

        await db.SeeAsync([office.Id], ct);
        var form = order.Form;
        form.InstitutionId = await db.Institutions.Where(i => i.Name == order.Institution).Select(i => (Guid?)i.Id).SingleOrDefaultAsync(ct);
        form.MembershipId = await db.Memberships.Where(m => m.LicenceNumber == order.Licence && m.MergedIntoId == null).Select(m => (Guid?)m.Id).SingleOrDefaultAsync(ct);
        form.StationId = await db.Stations.Where(s => s.Name == order.Station).Select(s => (Guid?)s.Id).SingleOrDefaultAsync(ct);
        if (FaultsOf(form, provider) is { Count: > 0 } faults)
        {
            await output.WriteLineAsync(string.Join('\n', faults));
            return ExitCode.Misuse;
        }

        var outcome = await provider.GetRequiredService<OpenAccount>().RunAsync(form, new(office.Id, OfficerId: null), ct);
        await output.WriteLineAsync(outcome.Value is { } opened
            ? $"用户名 {opened.Officer.UserName}　口令 {opened.Password}"
            : string.Join('\n', outcome.Refusals.Select(refusal => refusal.Message)));
        return outcome.Value is null ? ExitCode.Found : ExitCode.Done;
    }

    // The attributes of the form, in the words of the page.
    private static List<string> FaultsOf(AccountForm form, IServiceProvider provider)
    {
        var context = new ActionContext(new DefaultHttpContext { RequestServices = provider }, new(), new());
        provider.GetRequiredService<IObjectModelValidator>().Validate(context, validationState: null, prefix: "", form);
        return [.. context.ModelState.Values.SelectMany(entry => entry.Errors).Select(error => error.ErrorMessage)];
    }
}

/// <summary>The account asked for; who is spoken for is named as the roster names them.</summary>
internal sealed record AccountOrder(string Office, AccountForm Form, string? Institution, string? Licence, string? Station);
