using System.Net;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Commands;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Commands;

/// <summary><c>account</c> opens an account under the rules of the page, the program's keeper being nobody's officer.</summary>
public sealed class AccountCommandTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_account_opened_signs_in_with_the_password_told()
    {
        var (code, text) = await RunAsync("BB", Roles.Clerk, "cli.clerk", "命某人");

        Assert.Equal(ExitCode.Done, code);
        var signedIn = await app.Anybody().SubmitAsync("/signin", ("Form.UserName", "cli.clerk"), ("Form.Password", text.Split('　')[1]["口令 ".Length..]));
        Assert.Equal(HttpStatusCode.Found, signedIn.Status);
        var line = await app.InDbAsync(async db => await db.Journal.SingleAsync(l => l.Act == Act.AccountCreated && l.SubjectId == db.Users.Single(u => u.UserName == "cli.clerk").Id));
        Assert.Null(line.OfficerId);
    }

    [Fact]
    public async Task Who_speaks_for_somebody_says_for_whom_in_the_rosters_words()
    {
        var firm = await app.LawFirmAsync("重庆命令律师事务所", "令甲");
        var member = await app.InDbAsync(db => db.Memberships.SingleAsync(m => m.InstitutionId == firm.Id));

        Assert.Equal(ExitCode.Done, (await RunAsync("BB", Roles.FirmAdministrator, "cli.firm", "命令所", "--institution", firm.Name)).Code);
        Assert.Equal(ExitCode.Done, (await RunAsync("BB", Roles.Practitioner, "cli.person", "令甲", "--licence", member.LicenceNumber)).Code);

        var made = await app.InDbAsync(db => db.Users.Where(u => u.UserName!.StartsWith("cli.")).ToDictionaryAsync(u => u.UserName!, u => (u.InstitutionId, u.MembershipId)));
        Assert.Equal((firm.Id, null), made["cli.firm"]);
        Assert.Equal((null, member.Id), made["cli.person"]);
    }

    [Theory]
    [InlineData("BB", Roles.FirmAdministrator, "cli.nofirm", "某所", "机构管理员须选择", ExitCode.Found)]
    [InlineData("BB", Roles.Practitioner, "cli.nobody", "某人", "须选择名册上的本人", ExitCode.Found)]
    [InlineData("BB", Roles.Clerk, "ab", "某人", "用户名用 3 至 40 个字母", ExitCode.Misuse)]
    [InlineData("BB", Roles.Clerk, "cli.long", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一", "姓名最多 40 个字", ExitCode.Misuse)]
    [InlineData("BB", "emperor", "cli.emperor", "某人", "请选择岗位", ExitCode.Misuse)]
    [InlineData("XX", Roles.Clerk, "cli.nowhere", "某人", "没有机构 XX", ExitCode.Misuse)]
    public async Task What_the_page_refuses_the_command_refuses(string office, string role, string userName, string name, string told, int expected)
    {
        var (code, text) = await RunAsync(office, role, userName, name);

        Assert.Equal(expected, code);
        Assert.Contains(told, text, StringComparison.Ordinal);
        Assert.False(await app.InDbAsync(db => db.Users.AnyAsync(u => u.UserName == userName)));
    }

    [Fact]
    public void Fewer_words_than_four_are_no_order() => Assert.Null(AccountCommand.Read(["BB", Roles.Clerk, "wang", "--institution", "王某"]));

    private async Task<(int Code, string Text)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        var code = await AccountCommand.RunAsync(app.Services, AccountCommand.Read(args)!, output, default);
        return (code, output.ToString().TrimEnd());
    }
}
