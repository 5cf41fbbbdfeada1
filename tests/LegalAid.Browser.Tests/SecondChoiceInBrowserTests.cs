using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Xunit;

namespace LegalAid.Browser.Tests;

/// <summary>A near relative of the recipient's first choice is the other side's legal representative: the page says so, and the second choice takes the case.</summary>
public sealed class SecondChoiceInBrowserTests(WenzhouInBrowser app) : IClassFixture<WenzhouInBrowser>
{
    private const string Employer = "浙江亲属某某建筑劳务有限公司";

    [Fact]
    [Clause("WZ-3.3", "CF-03")]
    public async Task The_second_choice_because_the_first_has_a_conflict()
    {
        var first = await app.PersonAsync("首某某", await app.InstitutionAsync("浙江首选某某律师事务所", InstitutionKind.LawFirm));
        await app.PersonAsync("次某某", await app.InstitutionAsync("浙江次选某某律师事务所", InstitutionKind.LawFirm));
        var clerk = await app.SignInAsync(Roles.Clerk);
        await clerk.OpenAsync($"/registry/people/{first.Id}/ties");
        await clerk.Page.Locator("[name='Form.Kind']").SelectOptionAsync("近亲属");
        await clerk.Page.Locator("[name='Form.Name']").FillAsync("首某兄");
        await clerk.Page.Locator("[name='Form.Relation']").SelectOptionAsync("兄弟姐妹");
        await clerk.Page.Locator("[name='Form.Represents']").FillAsync(Employer);
        await clerk.LookAsync("ties");
        await clerk.PressAsync("登记");

        await clerk.TakeAndGrantAsync("择某某", wish: "首某某", more: () => clerk.Page.GetByLabel("对方当事人").FillAsync(Employer));
        var url = new Uri(clerk.Page.Url).AbsolutePath;
        await clerk.FollowAsync("提出指派意见");
        Assert.DoesNotContain("建议：首某某", await clerk.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains("法定代表人", await clerk.Page.Locator("tr").Filter(new() { HasText = "首某某" }).InnerTextAsync(), StringComparison.Ordinal);
        await clerk.LookAsync("first-choice-barred");

        await clerk.OpenAsync($"{url}/correct");
        await clerk.Page.GetByLabel("希望的承办人").SelectOptionAsync(await clerk.Page.Locator("[name='Form.WishedMembershipId'] option:has-text('次某某')").GetAttributeAsync("value") ?? "");
        await clerk.Page.Locator("[name='Form.Reason']").FillAsync("第一选择有利益冲突，受援人改选。");
        await clerk.PressAsync("更正");
        await clerk.FollowAsync("提出指派意见");
        Assert.Contains("次某某", await clerk.Page.Locator(".proposal").InnerTextAsync(), StringComparison.Ordinal);
        await clerk.LookAsync("second-choice");
        await clerk.PressAsync("提交审批");
        Assert.Contains("次某某", await clerk.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
    }
}
