using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Commands;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Registry;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Commands;

/// <summary><c>import</c> does what the pages do: tells first, takes the good rows when told to, and never twice.</summary>
public sealed class ImportCommandTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_roster_is_told_then_taken_then_unchanged()
    {
        await app.OfficerAsync("import-clerk", Roles.Clerk, app.OfficeId);
        var file = TestRoster.File(TestRoster.Person(301), TestRoster.Person(302), TestRoster.Person(303) with { Licence = "123" });

        var told = await RunAsync(file, "import-clerk", apply: false);
        Assert.Equal(ExitCode.Found, told.Code);
        Assert.Contains("执业证号", told.Text, StringComparison.Ordinal);
        Assert.EndsWith("重庆试一律师事务所：尚未登记，经核对在本区执业的，列入 --local\n预览（加 --apply 才导入）：新增 0，变更 0，不变 0，待确认机构 2，不能导入 1", told.Text, StringComparison.Ordinal);
        Assert.EndsWith("已导入：新增 0，变更 0，不变 0，不能导入 3", (await RunAsync(file, "import-clerk", apply: true)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.InDbAsync(db => db.Memberships.CountAsync()));

        Assert.EndsWith("已导入：新增 2，变更 0，不变 0，不能导入 1", (await RunAsync(file, "import-clerk", apply: true, "重庆试一律师事务所")).Text, StringComparison.Ordinal);
        Assert.EndsWith("已导入：新增 0，变更 0，不变 2，不能导入 1", (await RunAsync(file, "import-clerk", apply: true)).Text, StringComparison.Ordinal);
        Assert.Equal(2, await app.InDbAsync(db => db.Memberships.CountAsync()));
    }

    [Fact]
    public async Task A_file_that_is_no_workbook_is_misuse()
    {
        await app.OfficerAsync("import-clerk-2", Roles.Clerk, app.OfficeId);

        var (code, text) = await RunAsync("姓名"u8.ToArray(), "import-clerk-2", apply: true);

        Assert.Equal(ExitCode.Misuse, code);
        Assert.NotEmpty(text);
    }

    [Theory]
    [InlineData("nobody", null)]
    [InlineData("import-bureau", Roles.Bureau)]
    public async Task Only_the_centre_imports(string userName, string? role)
    {
        if (role is not null)
        {
            await app.OfficerAsync(userName, role, app.OfficeId);
        }

        var (code, text) = await RunAsync(TestRoster.File(TestRoster.Person(310)), userName, apply: true);

        Assert.Equal(ExitCode.Misuse, code);
        Assert.Contains($"没有中心经办或负责人账户 {userName}", text, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Text)> RunAsync(byte[] file, string userName, bool apply, params string[] local)
    {
        using var output = new StringWriter();
        var code = await ImportCommand.RunAsync(app.Services, new(UploadKind.Roster, "名册.xlsx", file, userName, apply) { Local = local.Length > 0 ? local : null }, json: false, output, default);
        return (code, output.ToString().TrimEnd());
    }
}
