using LegalAid.Rules.Tests;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Xunit;

namespace LegalAid.Browser.Tests;

/// <summary>Home as each sees it, and how the lawyer's firm learns whom to call.</summary>
public sealed class HomeInBrowserTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    [Clause("BB-5.2", "BB-6.3")]
    public async Task Home_shows_what_hangs_where_and_the_notice_the_phone_for_a_purpose()
    {
        var firm = await app.LawFirmAsync("重庆缙云山某某律师事务所", "艾力·买买提");
        var (clerk, director, bureau) = (await app.SignInAsync(Roles.Clerk), await app.SignInAsync(Roles.Director), await app.SignInAsync(Roles.Bureau));
        await bureau.LookAsync("home-bureau-empty");
        await RegisterAsync(clerk, "91", "陈某某", "1");
        await clerk.FollowAsync("提出指派意见");
        await clerk.PressAsync("提交审批");
        await RegisterAsync(clerk, "92", "买买提江·艾力", "50");
        await RegisterAsync(clerk, "93", "林某某", "1");

        await clerk.OpenAsync("/");
        Assert.Contains("须集体讨论报局", await clerk.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await clerk.LookAsync("home-clerk");
        await director.OpenAsync("/");
        await director.FollowAsync("决定");
        await director.PressAsync("同意指派");
        app.Clock.Set(2026, 6, 23, 9);
        await clerk.OpenAsync("/");
        await clerk.LookAsync("home-clerk-overdue");
        await bureau.OpenAsync("/");
        await bureau.LookAsync("home-bureau");

        var administrator = await app.SignInAsync(Roles.FirmAdministrator, firm.Id);
        await administrator.FollowAsync("安排承办人");
        await administrator.Page.GetByLabel("承办人", new() { Exact = false }).First.SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Index = 1 });
        await administrator.PressAsync("安排承办人");
        await administrator.LookAsync("notice-masked");
        await administrator.Page.GetByLabel("用途").FillAsync("约见受援人");
        await administrator.PressAsync("显示完整电话并留痕");
        Assert.Contains("13900000011", await administrator.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await administrator.LookAsync("notice-revealed");
        await administrator.Page.GetByText("返回", new() { Exact = true }).ClickAsync();
        await administrator.LookAsync("case-firm");
        await administrator.FollowAsync("查看 陈某某");
        await administrator.LookAsync("party-reveal");
    }

    private static async Task RegisterAsync(Desk clerk, string number, string recipient, string headcount)
    {
        await clerk.OpenAsync("/intake/letters/new");
        var page = clerk.Page;
        await page.GetByLabel("来函机关").FillAsync("重庆市北碚区人民法院");
        await page.GetByLabel("机关类别").SelectOptionAsync("人民法院");
        await page.GetByLabel("公函文号").FillAsync($"（2026）渝0109刑初{number}号");
        await page.GetByLabel("收文时间").FillAsync("2026-6-17 9:20");
        await page.GetByLabel("通知事由").SelectOptionAsync("视力、听力、言语残疾人");
        await page.GetByLabel("案由").FillAsync("盗窃");
        await page.GetByLabel("阶段").SelectOptionAsync("一审");
        await page.GetByLabel("受援人数").FillAsync(headcount);
        await page.GetByLabel("受援人姓名").FillAsync(recipient);
        await page.GetByLabel("受援人电话").FillAsync("13900000011");
        await clerk.PressAsync("登记");
    }
}
