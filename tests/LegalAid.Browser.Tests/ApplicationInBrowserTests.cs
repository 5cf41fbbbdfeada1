using LegalAid.Rules.Tests;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Xunit;

namespace LegalAid.Browser.Tests;

/// <summary>A citizen's application in the browser of a phone's width, from the window to the proposal.</summary>
public sealed class ApplicationInBrowserTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    [Clause("BB-4.3", "BB-6.2", "BB-7.2", "BB-7.3", "BB-9.1", "LAW-43")]
    public async Task A_wage_case_goes_to_the_institution_that_helped()
    {
        await app.LawFirmAsync("重庆碚城某某律师事务所", "民某某");
        var clerk = await app.SignInAsync(Roles.Clerk, width: 390);
        await clerk.OpenAsync("/intake/applications/new");
        await clerk.Page.GetByLabel("收到申请的时间").FillAsync("2026-6-17 9:00");
        await clerk.Page.GetByLabel("案件类型").SelectOptionAsync("劳动仲裁");
        await clerk.Page.GetByLabel("援助范围").SelectOptionAsync("确认劳动关系、支付劳动报酬");
        await clerk.Page.GetByLabel("经济困难的依据").SelectOptionAsync("免予核查");
        await clerk.Page.GetByLabel("案由").FillAsync("追索劳动报酬");
        await clerk.Page.GetByLabel("阶段").SelectOptionAsync("仲裁");
        await clerk.Page.GetByLabel("受援人姓名").FillAsync("吴某甲");
        await clerk.Page.GetByLabel("指引并提供法律帮助的机构").SelectOptionAsync("重庆碚城某某律师事务所");
        await clerk.LookAsync("application-form");
        await clerk.PressAsync("受理");
        await clerk.FollowAsync("审查决定");
        await clerk.PressAsync("给予法律援助");
        await clerk.FollowAsync("提出指派意见");
        await clerk.LookAsync("propose-civil");
        Assert.Contains("重庆碚城某某律师事务所", await clerk.Page.Locator(".proposal").InnerTextAsync(), StringComparison.Ordinal);
        await clerk.PressAsync("提交审批");
        Assert.Contains("为什么是重庆碚城某某律师事务所", await clerk.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
    }
}
