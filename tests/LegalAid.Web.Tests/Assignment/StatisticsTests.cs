using LegalAid.Rules.Tests;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Xunit;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>The statistics of assignments count what was agreed, by way and by clock.</summary>
public sealed class StatisticsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("BB-4.1")]
    public async Task An_agreed_assignment_is_counted_and_a_proposal_is_not()
    {
        await app.LawFirmAsync("重庆统计律师事务所", "统甲");
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));
        var first = await ProposeAsync(clerk, "（2026）渝0109刑初11号");
        await ProposeAsync(clerk, "（2026）渝0109刑初12号");

        Assert.Contains("这一年还没有指派", (await clerk.OpenAsync("/assignment/statistics")).Text, StringComparison.Ordinal);
        await director.SubmitAsync($"{first}/approval", ("Form.Agrees", "true"));

        var row = (await clerk.OpenAsync("/assignment/statistics"))["tbody tr"];
        Assert.Equal(["重庆统计律师事务所", "1", "1", "0", "1", "0", "0", "0"], row.Children.Select(cell => cell.TextContent.Trim()));
    }

    private static async Task<string> ProposeAsync(Visitor clerk, string letter)
    {
        var registered = await clerk.SubmitAsync("/intake/letters/new", TestData.Letter(letter, "2026-6-17 9:20"));
        return (await clerk.SubmitAsync($"/assignment{registered.Location}/propose")).Location!;
    }
}
