using System.Net;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Accounts;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace LegalAid.Web.Tests.Access;

/// <summary>System, security and audit administrator stay apart (三员分立): one gives a role, another confirms it, and nobody holds two of the three.</summary>
public sealed class ThreeAdministratorsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_new_officer_signs_in_only_after_the_security_administrator_confirmed()
    {
        var (administrator, security) = (await app.AsAsync(Roles.Administrator), await app.AsAsync(Roles.Security));
        var opened = await administrator.SubmitAsync("/accounts/new", ("Form.UserName", "two.director"), ("Form.DisplayName", "新主任"), ("Form.Role", Roles.Director));
        var password = opened["#password"].TextContent;
        Assert.Contains("待安全保密管理员确认", opened.Text, StringComparison.Ordinal);
        var account = await AccountAsync("two.director");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync("two.director", password)).Status);
        var early = await PostAsync(security, $"/accounts/{account}", ("Form.Change", "Reopen"), ("Form.Reason", "试"));
        Assert.Contains("没有确认", early.Text, StringComparison.Ordinal);
        var request = await RequestAsync(account);
        Assert.Contains("新主任", (await security.OpenAsync("/accounts/security")).Text, StringComparison.Ordinal);
        Assert.Contains("待您确认，确认以后才能使用", (await security.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("待您确认，确认以后才能使用", (await administrator.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.OpenAsync($"/accounts/requests/{request}")).Status);

        await security.SubmitAsync($"/accounts/requests/{request}", ("Form.Grants", "true"));
        Assert.Equal(HttpStatusCode.Found, (await SignInAsync("two.director", password)).Status);
        var again = await PostAsync(security, $"/accounts/requests/{request}", ("Form.Grants", "false"), ("Form.Reason", "试"));
        Assert.Contains("已经确认过", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_confirmed_needs_a_reason_and_stays_closed()
    {
        var (administrator, security) = (await app.AsAsync(Roles.Administrator), await app.AsAsync(Roles.Security));
        var opened = await administrator.SubmitAsync("/accounts/new", ("Form.UserName", "two.no"), ("Form.DisplayName", "不行某"), ("Form.Role", Roles.Clerk));
        var account = await AccountAsync("two.no");
        var url = $"/accounts/requests/{await RequestAsync(account)}";

        Assert.Contains("不予确认须写明理由", (await security.SubmitAsync(url, ("Form.Grants", "false"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await security.SubmitAsync(url, ("Form.Grants", "false"), ("Form.Reason", "没有任命文件"))).Status);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync("two.no", opened["#password"].TextContent)).Status);
        Assert.Contains("没有确认", (await PostAsync(security, $"/accounts/{account}", ("Form.Change", "Reopen"), ("Form.Reason", "试"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_role_takes_effect_when_it_is_confirmed_and_not_before()
    {
        var officer = await app.OfficerAsync("two.changes", Roles.Clerk, app.OfficeId);
        var (administrator, security) = (await app.AsAsync(Roles.Administrator), await app.AsAsync(Roles.Security));
        var asked = await administrator.SubmitAsync($"/accounts/{officer.Id}/role", ("Form.Role", Roles.Director), ("Form.Reason", "任命文件"));
        Assert.Equal(HttpStatusCode.Found, asked.Status);
        var twice = await administrator.SubmitAsync($"/accounts/{officer.Id}/role", ("Form.Role", Roles.Bureau), ("Form.Reason", "再来"));
        Assert.Contains("等待安全保密管理员确认", twice.Text, StringComparison.Ordinal);
        Assert.Equal(Roles.Clerk, await RoleAsync(officer.Id));

        await security.SubmitAsync($"/accounts/requests/{await RequestAsync(officer.Id)}", ("Form.Grants", "true"));

        Assert.Equal(Roles.Director, await RoleAsync(officer.Id));
        var acts = await app.InDbAsync(db => db.Journal.Where(line => line.SubjectId == officer.Id).OrderBy(line => line.AtUtc).ThenBy(line => line.Id).Select(line => line.Act).ToListAsync());
        Assert.Equal([Act.RoleAsked, Act.RoleConfirmed], acts);
        Assert.Contains("原岗位：中心经办", (await (await app.AsAsync(Roles.Auditor)).OpenAsync("/journal")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Roles.Security)]
    [InlineData(Roles.Auditor)]
    public async Task Nobody_holds_two_of_the_three(string other)
    {
        await app.OfficerAsync($"apart.{other}", Roles.Administrator, app.OfficeId);
        await app.InDbAsync(db => db.Users.Where(u => u.UserName == $"apart.{other}").ExecuteUpdateAsync(set => set.SetProperty(u => u.DisplayName, $"三员{other}")));

        var administrator = await app.AsAsync(Roles.Administrator);
        var second = await administrator.SubmitAsync("/accounts/new", ("Form.UserName", $"apart.{other}.2"), ("Form.DisplayName", $"三员 {other}"), ("Form.Role", other));
        var clerk = await administrator.SubmitAsync("/accounts/new", ("Form.UserName", $"apart.{other}.3"), ("Form.DisplayName", $"三员{other}"), ("Form.Role", Roles.Clerk));

        Assert.Contains("不得由一人兼任", second.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, clerk.Status);
    }

    [Fact]
    public async Task Passwords_are_the_system_administrators_and_the_way_in_is_the_security_administrators()
    {
        var officer = await app.OfficerAsync("split", Roles.Clerk, app.OfficeId);
        await app.InDbAsync(db => db.Users.Where(u => u.Id == officer.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.TwoFactorEnabled, true)));
        var (administrator, security, url) = (await app.AsAsync(Roles.Administrator), await app.AsAsync(Roles.Security), $"/accounts/{officer.Id}");

        foreach (var change in (string[])["Close", "Reopen", "Unlock", "ResetSecondFactor"])
        {
            Assert.Contains("由安全保密管理员办理", (await PostAsync(administrator, url, ("Form.Change", change), ("Form.Reason", "试"))).Text, StringComparison.Ordinal);
        }

        Assert.Contains("由系统管理员办理", (await PostAsync(security, url, ("Form.Change", "ResetPassword"), ("Form.Reason", "试"))).Text, StringComparison.Ordinal);
        await administrator.SubmitAsync(url, ("Form.Change", "ResetPassword"), ("Form.Reason", "忘记"));
        Assert.True(await app.InDbAsync(db => db.Users.Where(u => u.Id == officer.Id).Select(u => u.TwoFactorEnabled).SingleAsync()));
        await security.SubmitAsync(url, ("Form.Change", "ResetSecondFactor"), ("Form.Reason", "换手机"));
        Assert.False(await app.InDbAsync(db => db.Users.Where(u => u.Id == officer.Id).Select(u => u.TwoFactorEnabled).SingleAsync()));
    }

    [Fact]
    public async Task A_locked_account_is_seen_with_its_failures_and_unlocked()
    {
        var officer = await app.OfficerAsync("locked.out", Roles.Clerk, app.OfficeId);
        for (var time = 0; time < 5; time++)
        {
            await SignInAsync("locked.out", "wrong-password-1");
        }

        var security = await app.AsAsync(Roles.Security);
        var page = await security.OpenAsync("/accounts/security");
        Assert.Contains("locked.out", page["#locked"].TextContent, StringComparison.Ordinal);
        Assert.Contains("口令不对", page["#failures"].TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync("locked.out", TestApp.Password)).Status);

        Assert.Equal(HttpStatusCode.Found, (await security.SubmitAsync($"/accounts/{officer.Id}", ("Form.Change", "Unlock"), ("Form.Reason", "本人已到场核实"))).Status);
        Assert.Equal(HttpStatusCode.Found, (await SignInAsync("locked.out", TestApp.Password)).Status);
        Assert.Contains("没有锁定", (await PostAsync(security, $"/accounts/{officer.Id}", ("Form.Change", "Unlock"), ("Form.Reason", "试"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_database_refuses_whoever_would_confirm_the_own_asking()
    {
        var officer = await app.OfficerAsync("two.own", Roles.Clerk, app.OfficeId);
        await (await app.AsAsync(Roles.Administrator)).SubmitAsync($"/accounts/{officer.Id}/role", ("Form.Role", Roles.Director), ("Form.Reason", "任命文件"));
        var request = await RequestAsync(officer.Id);

        foreach (var who in (string[])["asked_by_id", "account_id"])
        {
            await using var source = NpgsqlDataSource.Create(app.OwnerConnection);
            await using var command = source.CreateCommand($"update role_requests set decided_by_id = {who} where id = '{request}'");
            Assert.Equal("23514", (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
        }

        var code = await app.RunAsync<DecideRole, string?>(officer, async decide => (await decide.RunAsync(request, grants: true, null, default))!.Refusal?.Code);
        Assert.Equal("role-own", code);
    }

    private Task<WebPage> SignInAsync(string userName, string password) => app.Anybody().SubmitAsync("/signin", ("Form.UserName", userName), ("Form.Password", password));

    private Task<Guid> AccountAsync(string userName) => app.InDbAsync(db => db.Users.Where(u => u.UserName == userName).Select(u => u.Id).SingleAsync());

    private Task<Guid> RequestAsync(Guid account) => app.InDbAsync(db => db.RoleRequests.Where(r => r.AccountId == account).Select(r => r.Id).SingleAsync());

    private Task<string> RoleAsync(Guid account) => app.InDbAsync(db => db.Users.Where(u => u.Id == account).Select(u => u.Role).SingleAsync());

    private static async Task<WebPage> PostAsync(Visitor visitor, string url, params (string Field, string Value)[] fields) =>
        await visitor.PostAsync(url, [await visitor.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), .. fields]);
}
