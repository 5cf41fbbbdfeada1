using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Xunit;

namespace LegalAid.Browser.Tests;

/// <summary>The real program at 温州, in a browser.</summary>
public sealed class WenzhouInBrowser : BrowserApp
{
    protected override string OfficeCode => "WZ";
}

/// <summary>温州 assigns person by person: the turn, the examination, the recipient's choice, and the way outside the pool.</summary>
public sealed class PersonTurnsInBrowserTests(WenzhouInBrowser app) : IClassFixture<WenzhouInBrowser>
{
    [Fact]
    [Clause("WZ-3.3", "WZ-10.2", "WZ-21.1", "WZ-21.2")]
    public async Task The_turn_the_examination_a_choice_and_somebody_outside_the_pool()
    {
        var firm = await app.InstitutionAsync("浙江瓯江某某律师事务所", InstitutionKind.LawFirm);
        await app.PersonAsync("轮某甲", firm);
        await app.PersonAsync("未某考", firm, score: 59);
        await app.PersonAsync("选某乙", firm);
        await app.MemberAsync("外某丙", firm, m => m.NotForCases());
        var clerk = await app.SignInAsync(Roles.Clerk);
        var director = await app.SignInAsync(Roles.Director);

        await clerk.TakeAndGrantAsync("钱某一", wish: null);
        await clerk.FollowAsync("提出指派意见");
        var page = await clerk.Page.Locator("main").InnerTextAsync();
        Assert.Contains("建议：轮某甲（浙江瓯江某某律师事务所）", page, StringComparison.Ordinal);
        Assert.Contains("最好成绩59分，60分合格", page, StringComparison.Ordinal);
        await clerk.LookAsync("propose-person");
        await clerk.PressAsync("提交审批");
        await ApproveAsync(director, "轮某甲");
        await director.FollowAsync("指派通知书");
        Assert.Contains("承办人为轮某甲", await director.Page.InnerTextAsync("body"), StringComparison.Ordinal);

        await clerk.TakeAndGrantAsync("钱某二", wish: "选某乙");
        await clerk.FollowAsync("提出指派意见");
        Assert.Contains("选某乙", await clerk.Page.Locator(".proposal").InnerTextAsync(), StringComparison.Ordinal);
        await clerk.PressAsync("提交审批");

        await clerk.TakeAndGrantAsync("钱某三", wish: null);
        await clerk.FollowAsync("提出指派意见");
        await clerk.Page.GetByText("不按上面的次序指派").ClickAsync();
        await clerk.Page.GetByLabel("改按").SelectOptionAsync("库外指派");
        await clerk.Page.GetByLabel("库外人员").SelectOptionAsync("外某丙（浙江瓯江某某律师事务所）");
        await clerk.Page.GetByLabel("不按序的书面理由").FillAsync("本案需要手语沟通，库内无人掌握");
        await clerk.PressAsync("按此重新排定");
        Assert.Contains("外某丙（浙江瓯江某某律师事务所）（库外指派）", await clerk.Page.Locator(".proposal").InnerTextAsync(), StringComparison.Ordinal);
        await clerk.LookAsync("propose-outside");
        await clerk.PressAsync("提交审批");
        Assert.Contains("本案需要手语沟通", await clerk.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    [Clause("WZ-30.1")]
    public async Task The_rules_can_be_read_beside_another_offices()
    {
        var clerk = await app.SignInAsync(Roles.Bureau);
        await clerk.OpenAsync("/rules?office=WZ&with=BB");

        Assert.Contains("征求意见稿，尚未生效", await clerk.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await clerk.LookAsync("rules-beside");
    }

    private static async Task ApproveAsync(Desk director, string person)
    {
        await director.OpenAsync("/");
        await director.FollowAsync("决定");
        Assert.Contains(person, await director.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
        await director.LookAsync("approval-person");
        await director.PressAsync("同意");
    }
}
