using LegalAid.Rules.Tests;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace LegalAid.Browser.Tests;

/// <summary>Four accused of one letter in the browser: one decision page, four firms, four notices.</summary>
public sealed class CoDefendantsInBrowserTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    private static readonly string[] Firms = ["重庆东某律师事务所", "重庆南某律师事务所", "重庆西某律师事务所", "重庆北某律师事务所"];

    [Fact]
    [Clause("BB-11.1", "BB-5.1", "CF-09", "LAW-36")]
    public async Task Four_co_defendants_from_one_letter_to_four_notices()
    {
        var firms = new List<Guid>();
        foreach (var firm in Firms)
        {
            firms.Add((await app.LawFirmAsync(firm, $"{firm[2]}律师")).Id);
        }

        var (clerk, director) = (await app.SignInAsync(Roles.Clerk), await app.SignInAsync(Roles.Director));
        await RegisterAsync(clerk);
        await clerk.LookAsync("letter-four-accused");
        await clerk.FollowAsync("一并提出指派意见");
        await clerk.LookAsync("batch-preview");
        await clerk.PressAsync("提交审批：4 件");
        await clerk.OpenAsync("/assignment");
        await clerk.LookAsync("work-list-four");

        for (var i = 0; i < firms.Count; i++)
        {
            await director.OpenAsync("/assignment");
            await director.FollowAsync("决定");
            await director.LookAsync($"approval-co-defendant-{i + 1}");
            await director.PressAsync("同意指派");
        }

        foreach (var firm in firms)
        {
            var administrator = await app.SignInAsync(Roles.FirmAdministrator, firm);
            await administrator.FollowAsync("安排承办人");
            await administrator.Page.GetByLabel("承办人", new() { Exact = false }).First.SelectOptionAsync(new SelectOptionValue { Index = 1 });
            await administrator.PressAsync("安排承办人");
            Assert.Contains("指派通知书", await administrator.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        }

        var made = await app.InDbAsync(db => db.Assignments.Where(a => a.Status == AssignmentStatus.HandlerNamed).Select(a => new { a.NoticeNumber, Handler = a.Handlers.Single().MembershipId }).ToListAsync());
        Assert.Equal((4, 4), (made.Select(a => a.NoticeNumber).Distinct().Count(), made.Select(a => a.Handler).Distinct().Count()));
    }

    private static async Task RegisterAsync(Desk clerk)
    {
        await clerk.OpenAsync("/intake/letters/new");
        var page = clerk.Page;
        await page.GetByLabel("来函机关").FillAsync("重庆市北碚区人民法院");
        await page.GetByLabel("机关类别").SelectOptionAsync("人民法院");
        await page.GetByLabel("公函文号").FillAsync("（2026）渝0109刑初404号");
        await page.GetByLabel("收文时间").FillAsync("2026-6-17 9:20");
        await page.GetByLabel("通知事由").SelectOptionAsync("视力、听力、言语残疾人");
        await page.GetByLabel("案由").FillAsync("聚众斗殴");
        await page.GetByLabel("阶段").SelectOptionAsync("一审");
        await page.GetByLabel("受援人姓名").FillAsync("同甲某");
        await page.Locator("[name='Form.MoreRecipients']").FillAsync("同乙某\n同丙某\n同丁某");
        await page.Locator("[name='Form.Headcount']").FillAsync("4");
        await clerk.PressAsync("登记");
    }
}
