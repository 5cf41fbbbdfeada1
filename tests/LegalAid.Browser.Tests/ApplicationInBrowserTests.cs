using LegalAid.Rules.Tests;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Xunit;

namespace LegalAid.Browser.Tests;

/// <summary>A citizen's application in the browser of a phone's width, from the window to the notice, seen by each role concerned.</summary>
public sealed class ApplicationInBrowserTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    [Clause("BB-2.2", "BB-4.3", "BB-5.1", "BB-6.2", "BB-6.3", "BB-7.2", "BB-7.3", "BB-9.1", "BB-10.2", "LAW-43")]
    public async Task A_wage_case_goes_to_the_institution_that_helped_and_on_to_the_notice()
    {
        var firm = await app.LawFirmAsync("重庆碚城某某律师事务所", "民某某");
        var clerk = await app.SignInAsync(Roles.Clerk, width: 390);
        await clerk.TakeAndGrantAsync("吴某甲", more: async () =>
        {
            await clerk.Page.GetByLabel("指引并提供法律帮助的机构").SelectOptionAsync("重庆碚城某某律师事务所");
            await clerk.LookAsync("application-form");
        });
        await clerk.FollowAsync("提出指派意见");
        await clerk.LookAsync("propose-civil");
        Assert.Contains("重庆碚城某某律师事务所", await clerk.Page.Locator(".proposal").InnerTextAsync(), StringComparison.Ordinal);
        await clerk.PressAsync("提交审批");
        Assert.Contains("为什么是重庆碚城某某律师事务所", await clerk.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
        var why = new Uri(clerk.Page.Url).AbsolutePath;

        var director = await app.SignInAsync(Roles.Director, width: 390);
        await director.FollowAsync("决定");
        await director.LookAsync("approval-civil");
        await director.PressAsync("同意指派");

        var administrator = await app.SignInAsync(Roles.FirmAdministrator, firm.Id, width: 390);
        await administrator.FollowAsync("安排承办人");
        Assert.Equal(0, await administrator.Page.GetByLabel("第二承办人").CountAsync());       // one handler outside criminal and group cases
        await administrator.LookAsync("handler-civil");
        await administrator.Page.Locator("[name='Form.HandlerId']").SelectOptionAsync("民某某");
        await administrator.PressAsync("安排承办人");
        await administrator.LookAsync("notice-civil");
        await NoticeIsWholeAsync(administrator);

        await clerk.OpenAsync(why);
        Assert.Equal(["按期办结", "按期办结"], await StatesAsync(clerk));
        await clerk.LookAsync("why-civil");
        await clerk.FollowAsync("追索劳动报酬");
        Assert.Equal(["按期办结", "按期办结", "按期办结"], await StatesAsync(clerk));      // the examination too
        await clerk.LookAsync("case-civil");
    }

    private static async Task NoticeIsWholeAsync(Desk administrator)
    {
        var notice = await administrator.Page.InnerTextAsync("body");
        Assert.Contains("碚援指字〔2026〕第1号", notice, StringComparison.Ordinal);
        Assert.Contains("受援人吴某甲追索劳动报酬一案", notice, StringComparison.Ordinal);
        Assert.Contains("承办人为民某某", notice, StringComparison.Ordinal);
        Assert.Contains("重庆碚城某某律师事务所：", notice, StringComparison.Ordinal);
        var word = await administrator.Page.RunAndWaitForDownloadAsync(() => administrator.Page.GetByText("下载 Word 文件").ClickAsync());
        Assert.EndsWith(".docx", word.SuggestedFilename, StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> StatesAsync(Desk desk) =>
        (await desk.Page.Locator(".clocks .deadline-state").AllInnerTextsAsync()).Select(state => state.Trim());
}
