using LegalAid.Rules.Tests;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Xunit;

namespace LegalAid.Browser.Tests;

/// <summary>Two clerks who stand aside, in the browser: the applicant's brother at once, the one with a cousin when the centre's head has decided.</summary>
public sealed class RecusalInBrowserTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    [Clause("BB-8.1", "CF-14")]
    public async Task The_applicants_brother_stands_aside_at_once_and_a_colleague_goes_on()
    {
        await app.LawFirmAsync("重庆云顶某某律师事务所", "辩某某");
        var (brother, colleague) = (await app.SignInAsync(Roles.Clerk, width: 390), await app.SignInAsync(Roles.Clerk, width: 390));
        var url = await TakeInAsync(brother, "（2026）渝0109刑初91号", "陶某甲");
        await DeclareAsync(brother, "兄弟姐妹", "陶某甲（受援人）", "受援人是我哥哥。");

        Assert.Contains("已回避", await brother.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains("本案您不能办理", await brother.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(0, await brother.Page.Locator("main").GetByText("提出指派意见").CountAsync());
        await brother.LookAsync("case-recused");
        await brother.OpenAsync($"/assignment{url}/propose");
        await brother.PressAsync("提交审批");
        Assert.Contains("您已从本案回避", await brother.Page.InnerTextAsync("main .refusals"), StringComparison.Ordinal);
        await AtPhoneWidthAsync(brother);

        await colleague.OpenAsync(url);
        await colleague.FollowAsync("提出指派意见");
        await colleague.PressAsync("提交审批");
        Assert.Contains("为什么是", await colleague.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
    }

    [Fact]
    [Clause("BB-8.1", "BB-8.2", "CF-14")]
    public async Task A_clerk_declares_a_cousin_waits_and_the_head_lets_the_clerk_go_on()
    {
        await app.LawFirmAsync("重庆鸡公某某律师事务所", "辩某甲");
        var (clerk, head) = (await app.SignInAsync(Roles.Clerk), await app.SignInAsync(Roles.Director));
        var url = await TakeInAsync(clerk, "（2026）渝0109刑初92号", "游某甲");
        await DeclareAsync(clerk, "其他亲属（如堂表兄弟姐妹、姻亲）", "游某甲（受援人）", "受援人是我表弟，多年不来往。");
        Assert.Contains("正在等待决定", await clerk.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await clerk.LookAsync("case-recusal-waiting");

        await head.OpenAsync("/recusals");
        await head.LookAsync("recusals");
        await head.FollowAsync("决定回避");
        await head.LookAsync("recusal-decision");
        await head.PressAsync("不予回避");
        Assert.Contains("须写明理由", await head.Page.InnerTextAsync("main .refusals"), StringComparison.Ordinal);
        await head.Page.GetByLabel("理由").FillAsync("多年不来往，不影响公正。");
        await head.PressAsync("不予回避");
        Assert.Contains("不予回避，其可以继续办理", await head.Page.InnerTextAsync("main"), StringComparison.Ordinal);

        await clerk.OpenAsync(url);
        await clerk.FollowAsync("提出指派意见");
        await clerk.PressAsync("提交审批");
        Assert.Contains("为什么是", await clerk.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
    }

    private static async Task<string> TakeInAsync(Desk clerk, string number, string recipient)
    {
        var page = clerk.Page;
        await clerk.OpenAsync("/intake/letters/new");
        await page.GetByLabel("来函机关").FillAsync("重庆市北碚区人民法院");
        await page.GetByLabel("机关类别").SelectOptionAsync("人民法院");
        await page.GetByLabel("公函文号").FillAsync(number);
        await page.GetByLabel("收文时间").FillAsync("2026-6-17 9:20");
        await page.GetByLabel("通知事由").SelectOptionAsync("视力、听力、言语残疾人");
        await page.GetByLabel("案由").FillAsync("盗窃");
        await page.GetByLabel("阶段").SelectOptionAsync("一审");
        await page.GetByLabel("受援人姓名").FillAsync(recipient);
        await clerk.PressAsync("登记");
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task DeclareAsync(Desk clerk, string relation, string party, string reason)
    {
        await clerk.FollowAsync("申请回避");
        await clerk.LookAsync("recusal-form");
        await clerk.Page.Locator("[name='Form.Relation']").SelectOptionAsync(relation);
        await clerk.Page.Locator("[name='Form.PartyId']").SelectOptionAsync(party);
        await clerk.Page.GetByLabel("情况说明").FillAsync(reason);
        await clerk.PressAsync("提出回避");
    }

    // The refused form answers 422, which the browser's console reports; width is looked at without it.
    private static async Task AtPhoneWidthAsync(Desk desk)
    {
        await desk.Page.SetViewportSizeAsync(360, 780);
        Assert.True(await desk.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360);
    }
}
