using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Assignment;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.Playwright;
using Xunit;

namespace LegalAid.Browser.Tests;

/// <summary>An unjustified refusal in the browser: the firm declines with a file, a second clerk is told who decides, the head rules, the firm has to take the case.</summary>
public sealed class DeclineInBrowserTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    [Clause("LAW-46", "BB-2.2")]
    public async Task An_unjustified_refusal()
    {
        var firm = await app.LawFirmAsync("重庆辞接某某律师事务所", "辞某某");
        var (clerk, director) = (await app.SignInAsync(Roles.Clerk), await app.SignInAsync(Roles.Director));
        await clerk.TakeAndGrantAsync("辞某甲");
        await clerk.FollowAsync("提出指派意见");
        await clerk.PressAsync("开始办理");
        await clerk.LookAsync("reserved-own");
        var second = await app.SignInAsync(Roles.Clerk);
        await second.OpenAsync(new Uri(clerk.Page.Url).AbsolutePath);
        Assert.Contains("正在办理，至", await second.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await second.LookAsync("reserved-other");
        await clerk.PressAsync("提交审批");
        await director.OpenAsync("/");
        await director.FollowAsync("决定");
        await director.PressAsync("同意指派");

        var administrator = await app.SignInAsync(Roles.FirmAdministrator, firm.Id, width: 390);
        await DeclineAsync(administrator);
        await RuleAsync(director);

        await administrator.OpenAsync("/");
        await administrator.FollowAsync("安排承办人");
        await administrator.Page.Locator("[name='Form.HandlerId']").SelectOptionAsync("辞某某");
        await administrator.PressAsync("安排承办人");
        Assert.Contains("指派通知书", await administrator.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private static async Task DeclineAsync(Desk administrator)
    {
        await administrator.OpenAsync("/");
        Assert.Contains("新指派", await administrator.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await administrator.FollowAsync("安排承办人");
        await administrator.LookAsync("handler-or-decline");
        await administrator.FollowAsync("辞接");
        await administrator.Page.GetByLabel("理由").SelectOptionAsync("其他");
        await administrator.Page.GetByLabel("具体情况").FillAsync("近期案件较多，人手不足。");
        await administrator.Page.Locator("[name='Form.Evidence']").SetInputFilesAsync(new FilePayload { Name = "说明.pdf", MimeType = "application/pdf", Buffer = [.. "%PDF-1.7\n"u8] });
        await administrator.LookAsync("decline-form");
        await administrator.PressAsync("提出辞接");
        await administrator.LookAsync("decline-waiting");
    }

    private static async Task RuleAsync(Desk director)
    {
        await director.OpenAsync("/");
        await director.LookAsync("home-decline");
        await director.FollowAsync("裁定");
        await director.LookAsync("ruling");
        await director.FollowAsync("查看证明材料");
        await director.LookAsync("evidence");
        var file = await director.Page.RunAndWaitForDownloadAsync(() => director.Page.GetByRole(AriaRole.Button, new() { Name = "下载" }).ClickAsync());
        Assert.EndsWith(".pdf", file.SuggestedFilename, StringComparison.Ordinal);
        await director.FollowAsync("返回");
        await director.Page.GetByLabel("裁定意见").FillAsync("人手不足不是正当理由。");
        await director.PressAsync("理由不成立");
        Assert.Contains("待安排承办人", await director.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await director.LookAsync("ruled-case");
        await director.OpenAsync("/assignment/declines");
        Assert.Contains("违规线索", await director.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await director.LookAsync("declines");
    }
}

/// <summary>The person's page and the shortage page in the browser, where the turn goes to persons.</summary>
public sealed class AcceptanceInBrowserTests(WenzhouInBrowser app) : IClassFixture<WenzhouInBrowser>
{
    [Fact]
    [Clause("WZ-21.1")]
    public async Task A_person_accepts_a_new_case()
    {
        var firm = await app.InstitutionAsync("浙江接某律师事务所", InstitutionKind.LawFirm);
        var person = await app.PersonAsync("接某某", firm);
        var (clerk, director) = (await app.SignInAsync(Roles.Clerk), await app.SignInAsync(Roles.Director));
        await director.OpenAsync("/assignment/shortages");
        await director.LookAsync("shortages");
        await clerk.TakeAndGrantAsync("接某甲");
        await clerk.FollowAsync("提出指派意见");
        await clerk.PressAsync("提交审批");
        await director.OpenAsync("/");
        await director.FollowAsync("决定");
        await director.PressAsync("同意指派");

        var lawyer = await LawyerAsync(person);
        await lawyer.OpenAsync("/");
        await lawyer.LookAsync("home-acceptance");
        await lawyer.FollowAsync("接受指派");
        await lawyer.LookAsync("acceptance");
        await lawyer.PressAsync("接受指派");

        Assert.Contains("已接受指派", await lawyer.Page.InnerTextAsync("body"), StringComparison.Ordinal);
        Assert.True(await app.InDbAsync(db => Task.FromResult(db.Receptions.Any(r => r.Kind == ReceptionKind.Accepted))));
    }

    private async Task<Desk> LawyerAsync(Membership person) => await app.SignInAsync(Roles.Practitioner, membershipId: person.Id, width: 390);
}
