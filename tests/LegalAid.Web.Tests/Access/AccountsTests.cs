using System.Net;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Access;

/// <summary>An office keeps its accounts in the program: opened, closed, reopened, given a new password; never the own, never another office's.</summary>
public sealed class AccountsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task An_account_is_opened_signs_in_is_closed_and_comes_back()
    {
        var (administrator, security) = (await app.AsAsync(Roles.Administrator), await app.AsAsync(Roles.Security));
        var opened = await administrator.SubmitAsync("/accounts/new", ("Form.UserName", "new.clerk"), ("Form.DisplayName", "新某人"), ("Form.Role", Roles.Clerk));
        var password = opened["#password"].TextContent;
        var account = await AccountOfAsync("new.clerk");
        await ConfirmAsync(security, account);

        Assert.Equal(HttpStatusCode.Found, (await SignInAsync("new.clerk", password)).Status);
        await security.SubmitAsync(account, ("Form.Change", "Close"), ("Form.Reason", "调离"));
        Assert.Contains("用户名、口令或验证码不对", (await SignInAsync("new.clerk", password)).Text, StringComparison.Ordinal);
        Assert.Contains("已停用", (await administrator.OpenAsync(account)).Text, StringComparison.Ordinal);
        await security.SubmitAsync(account, ("Form.Change", "Reopen"), ("Form.Reason", "回任"));
        Assert.Equal(HttpStatusCode.Found, (await SignInAsync("new.clerk", password)).Status);

        var reset = await administrator.SubmitAsync(account, ("Form.Change", "ResetPassword"), ("Form.Reason", "忘记口令"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync("new.clerk", password)).Status);
        Assert.Equal(HttpStatusCode.Found, (await SignInAsync("new.clerk", reset["#password"].TextContent)).Status);
        var id = Guid.Parse(account["/accounts/".Length..]);
        var acts = await app.InDbAsync(db => db.Journal.Where(line => line.SubjectId == id && line.OfficerId != id && line.Act != Act.SignInFailed).OrderBy(line => line.AtUtc).ThenBy(line => line.Id).Select(line => line.Act).ToListAsync());
        Assert.Equal([Act.AccountCreated, Act.RoleConfirmed, Act.AccountClosed, Act.AccountReopened, Act.PasswordReset], acts);
    }

    [Fact]
    public async Task A_closed_account_is_signed_out()
    {
        await app.OfficerAsync("leaver", Roles.Clerk, app.OfficeId);
        var leaver = app.Anybody();
        await leaver.SubmitAsync("/signin", ("Form.UserName", "leaver"), ("Form.Password", TestApp.Password));
        Assert.Equal(HttpStatusCode.OK, (await leaver.OpenAsync("/cases")).Status);

        await (await app.AsAsync(Roles.Security)).SubmitAsync(await AccountOfAsync("leaver"), ("Form.Change", "Close"), ("Form.Reason", "离职"));
        app.Clock.Set(app.Clock.Now.AddMinutes(2));

        Assert.Equal(HttpStatusCode.Found, (await leaver.OpenAsync("/cases")).Status);      // to the sign-in page
    }

    [Theory]
    [InlineData("ab", "某人", Roles.Clerk, "用户名用 3 至 40 个字母")]
    [InlineData("good.name", "", Roles.Clerk, "姓名")]
    [InlineData("good.name", "某人", "emperor", "请选择岗位")]
    public async Task What_is_malformed_is_told_at_the_field(string userName, string name, string role, string told)
    {
        var administrator = await app.AsAsync(Roles.Administrator);
        var opened = await administrator.OpenAsync("/accounts/new");

        var page = await administrator.SendAsync("/accounts/new", opened, [("Form.UserName", userName), ("Form.DisplayName", name), ("Form.Role", role)]);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(told, page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Roles.FirmAdministrator, "机构管理员须选择")]
    [InlineData(Roles.Practitioner, "须选择名册上的本人")]
    public async Task Who_speaks_for_somebody_has_to_say_for_whom(string role, string told)
    {
        var page = await (await app.AsAsync(Roles.Administrator)).SubmitAsync("/accounts/new", ("Form.UserName", "speaks." + role), ("Form.DisplayName", "某人"), ("Form.Role", role));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(told, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_taken_is_refused()
    {
        await app.OfficerAsync("taken", Roles.Clerk, app.OfficeId);

        var page = await (await app.AsAsync(Roles.Administrator)).SubmitAsync("/accounts/new", ("Form.UserName", "TAKEN"), ("Form.DisplayName", "某人"), ("Form.Role", Roles.Clerk));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
    }

    [Fact]
    public async Task Nobody_closes_the_own_account()
    {
        var officer = await app.OfficerAsync("own-admin", Roles.Administrator, app.OfficeId);
        var self = app.Anybody();
        await self.SubmitAsync("/signin", ("Form.UserName", "own-admin"), ("Form.Password", TestApp.Password));

        var page = await self.SubmitAsync($"/accounts/{officer.Id}", ("Form.Change", "Close"), ("Form.Reason", "试试"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("不能停用或重置自己的账户", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_offices_account_is_not_there()
    {
        var wenzhou = await app.InDbAsync(db => db.Offices.Where(o => o.Code == "WZ").Select(o => o.Id).SingleAsync());
        var theirs = await app.OfficerAsync("theirs", Roles.Clerk, wenzhou);
        var administrator = await app.AsAsync(Roles.Administrator);

        Assert.Equal(HttpStatusCode.NotFound, (await administrator.OpenAsync($"/accounts/{theirs.Id}")).Status);
        Assert.DoesNotContain("theirs", (await administrator.OpenAsync("/accounts")).Text, StringComparison.Ordinal);
        var posted = await administrator.PostAsync($"/accounts/{theirs.Id}", [await administrator.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), ("Form.Change", "Close"), ("Form.Reason", "试试")]);
        Assert.Equal(HttpStatusCode.NotFound, posted.Status);
    }

    [Fact]
    public async Task Who_keeps_accounts_sees_no_case_and_who_audits_changes_nothing()
    {
        var administrator = await app.AsAsync(Roles.Administrator);
        var taken = await (await app.AsAsync(Roles.Clerk)).SubmitAsync("/intake/applications/new", TestData.Application("2026-6-16 9:00", "密某甲"));

        Assert.DoesNotContain("密某甲", (await administrator.OpenAsync("/cases")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.OpenAsync(taken.Location!)).Status);
        var auditor = await app.AsAsync(Roles.Auditor);
        Assert.Equal(HttpStatusCode.OK, (await auditor.OpenAsync("/journal")).Status);
        Assert.Empty((await auditor.OpenAsync("/journal")).Document.QuerySelectorAll("main form[method=post]:not(.export)"));
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.OpenAsync(taken.Location!)).Status);
    }

    private static async Task ConfirmAsync(Visitor security, string account)
    {
        var request = (await security.OpenAsync(account))["main a[href*='/requests/']"].GetAttribute("href")!;
        Assert.Equal("/accounts/security", (await security.SubmitAsync(request, ("Form.Grants", "true"))).Location);
    }

    private Task<WebPage> SignInAsync(string userName, string password) => app.Anybody().SubmitAsync("/signin", ("Form.UserName", userName), ("Form.Password", password));

    private Task<string> AccountOfAsync(string userName) => app.InDbAsync(async db => $"/accounts/{await db.Users.Where(u => u.UserName == userName).Select(u => u.Id).SingleAsync()}");
}
