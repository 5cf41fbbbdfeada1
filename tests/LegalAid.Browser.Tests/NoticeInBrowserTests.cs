using LegalAid.Rules.Tests;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Xunit;

namespace LegalAid.Browser.Tests;

/// <summary>The program's main job in the browser: from the court's letter to the lawyer who is named, seen by each role concerned.</summary>
public sealed class NoticeInBrowserTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    [Clause("BB-2.2", "BB-5.1", "BB-6.1", "BB-6.3", "BB-11.1", "LAW-36")]
    public async Task A_criminal_case_from_the_courts_letter_to_the_receipt()
    {
        var firm = await app.LawFirmAsync("重庆缙云山某某律师事务所", "艾力·买买提");
        var (clerk, director) = (await app.SignInAsync(Roles.Clerk), await app.SignInAsync(Roles.Director));
        await clerk.LookAsync("dashboard-empty");
        await clerk.OpenAsync("/intake/letters/new");
        await FillLetterAsync(clerk);
        await clerk.LookAsync("letter-form");
        await clerk.PressAsync("登记");
        await clerk.LookAsync("case-waiting");
        await clerk.FollowAsync("提出指派意见");
        await clerk.LookAsync("propose");
        await clerk.PressAsync("提交审批");
        await clerk.LookAsync("why");

        await director.OpenAsync("/");
        await director.LookAsync("dashboard-director");
        await director.FollowAsync("决定");
        await director.LookAsync("approval");
        await director.PressAsync("同意指派");

        var administrator = await app.SignInAsync(Roles.FirmAdministrator, firm.Id, width: 390);
        await administrator.FollowAsync("安排承办人");
        await administrator.LookAsync("handler");
        await administrator.Page.GetByLabel("承办人", new() { Exact = false }).First.SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Index = 1 });
        await administrator.PressAsync("安排承办人");
        await administrator.LookAsync("notice");
        var word = await administrator.Page.RunAndWaitForDownloadAsync(() => administrator.Page.GetByText("下载 Word 文件").ClickAsync());
        Assert.EndsWith(".docx", word.SuggestedFilename, StringComparison.Ordinal);

        await clerk.OpenAsync("/");
        await clerk.FollowAsync("复函");
        await clerk.PressAsync("制作复函");
        await clerk.Page.GetByLabel("回执时间").FillAsync("2026-6-17 10:00");
        await clerk.Page.GetByLabel("签收人").FillAsync("收发室");
        await clerk.PressAsync("登记回执");
        Assert.Contains("法定期限停止计算", await clerk.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await clerk.LookAsync("reply");
        await clerk.OpenAsync("/intake/letters");
        Assert.Contains("已复函", await clerk.Page.Locator("main table").InnerTextAsync(), StringComparison.Ordinal);
        await clerk.LookAsync("letters-answered");
        await clerk.FollowAsync("2026-0001");
        await clerk.LookAsync("case-answered");
        await clerk.OpenAsync("/assignment/queues");
        await clerk.LookAsync("queues");
    }

    private static async Task FillLetterAsync(Desk clerk)
    {
        var page = clerk.Page;
        await page.GetByLabel("来函机关").FillAsync("重庆市北碚区人民法院");
        await page.GetByLabel("机关类别").SelectOptionAsync("人民法院");
        await page.GetByLabel("公函文号").FillAsync("（2026）渝0109刑初88号");
        await page.GetByLabel("收文时间").FillAsync("2026-6-17 9:20");
        await page.GetByLabel("通知事由").SelectOptionAsync("视力、听力、言语残疾人");
        await page.GetByLabel("案由").FillAsync("盗窃");
        await page.GetByLabel("阶段").SelectOptionAsync("一审");
        await page.GetByLabel("受援人姓名").FillAsync("陈某某");
    }
}
