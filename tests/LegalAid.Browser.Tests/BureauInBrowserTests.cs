using LegalAid.Rules.Tests;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Xunit;

namespace LegalAid.Browser.Tests;

/// <summary>A wage case of sixty people in the browser: the clerk's opinion, the centre's discussion, the written report, the bureau's decision.</summary>
public sealed class BureauInBrowserTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    [Clause("BB-5.2", "BB-5.3")]
    public async Task A_60_person_wage_case_through_discussion_and_bureau()
    {
        await app.LawFirmAsync("重庆众诉某某律师事务所", "众某某");
        var (clerk, director, bureau) = (await app.SignInAsync(Roles.Clerk), await app.SignInAsync(Roles.Director), await app.SignInAsync(Roles.Bureau, width: 390));
        await clerk.TakeAndGrantAsync("众某甲", more: () => clerk.Page.GetByLabel("受援人数").FillAsync("60"));
        await clerk.LookAsync("group-case");
        await clerk.FollowAsync("提出指派意见");
        Assert.Contains("须经中心集体讨论后书面报区司法局决定", await clerk.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await clerk.LookAsync("group-propose");
        await clerk.PressAsync("提交审批");
        await clerk.LookAsync("group-why-proposed");
        await clerk.FollowAsync("记录集体讨论");
        await DiscussAsync(clerk);
        await clerk.PressAsync("制作请示");
        await clerk.LookAsync("group-reported");

        await director.OpenAsync("/");
        Assert.Contains("待司法局决定", await director.Page.InnerTextAsync("main"), StringComparison.Ordinal);     // seen, and not the director's to decide
        Assert.DoesNotContain("有指派意见待您决定", await director.Page.InnerTextAsync("main"), StringComparison.Ordinal);

        await bureau.OpenAsync("/");
        await bureau.LookAsync("dashboard-bureau");
        await bureau.FollowAsync("决定");
        await bureau.LookAsync("approval-bureau");
        await bureau.FollowAsync("碚援请字〔2026〕第1号");
        await bureau.LookAsync("report");
        var word = await bureau.Page.RunAndWaitForDownloadAsync(() => bureau.Page.GetByText("下载 Word 文件").ClickAsync());
        Assert.EndsWith(".docx", word.SuggestedFilename, StringComparison.Ordinal);
        await bureau.OpenAsync("/");
        await bureau.FollowAsync("决定");
        await bureau.PressAsync("同意指派");
        await bureau.LookAsync("group-case-bureau");
        await bureau.FollowAsync("为什么是他");
        await bureau.LookAsync("group-why-decided");
        Assert.Contains("同意", await bureau.Page.Locator("#path li").Last.InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task DiscussAsync(Desk clerk)
    {
        await clerk.Page.GetByLabel("讨论日期").FillAsync("2026-6-17");
        foreach (var box in await clerk.Page.Locator("[name='Form.Attendees']").AllAsync())
        {
            await box.CheckAsync();
        }

        await clerk.Page.GetByLabel("讨论意见").FillAsync("均同意由该所承办。");
        await clerk.Page.GetByLabel("同意经办意见", new() { Exact = true }).CheckAsync();
        await clerk.Page.GetByLabel("结论说明").FillAsync("报区司法局决定");
        await clerk.LookAsync("discussion-form");
        await clerk.PressAsync("保存讨论记录");
        await clerk.LookAsync("discussion-recorded");
    }
}
