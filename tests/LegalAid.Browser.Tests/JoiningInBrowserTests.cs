using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.Playwright;
using Xunit;

namespace LegalAid.Browser.Tests;

/// <summary>綦江 in the browser.</summary>
public sealed class QijiangInBrowser : BrowserApp
{
    protected override string OfficeCode => "QJ";
}

/// <summary>A lawyer registers and applies on a phone, the firm endorses and submits, the clerk sees it.</summary>
public sealed class JoiningInBrowserTests(QijiangInBrowser app) : IClassFixture<QijiangInBrowser>
{
    [Fact]
    [Clause("QJ-2.5a", "QJ-5.1b", "QJ-5.2")]
    public async Task From_the_public_page_to_the_clerks_list()
    {
        var firm = await app.InstitutionAsync("重庆手机某某律师事务所", InstitutionKind.LawFirm);
        var (clerk, director) = (await app.SignInAsync(Roles.Clerk), await app.SignInAsync(Roles.Director));
        var round = await PublishAsync(clerk, director);

        var lawyer = await app.AnybodyAtAsync(width: 390);
        await RegisterAsync(lawyer);
        await FillAsync(lawyer, "重庆手机某某律师事务所");
        await HandInAsync(lawyer);

        var administrator = await app.SignInAsync(Roles.FirmAdministrator, firm.Id);
        await administrator.OpenAsync("/joining/firm");
        await administrator.Page.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await administrator.Page.GetByLabel("推荐意见").FillAsync("业务过硬，责任心强，同意推荐。");
        await administrator.Page.Locator("[name='Form.Seal']").SetInputFilesAsync(new FilePayload { Name = "盖章页.pdf", MimeType = "application/pdf", Buffer = RecruitmentDesk.Pdf });
        await administrator.LookAsync("joining-firm");
        await administrator.PressAsync("出具意见");
        await administrator.Page.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await administrator.PressAsync("提交中心");
        Assert.Contains("已提交 1 份申请", await administrator.Page.InnerTextAsync("body"), StringComparison.Ordinal);

        await clerk.OpenAsync($"{round}/applications");
        await clerk.LookAsync("joining-list");
        await clerk.FollowAsync("手某某");
        Assert.Contains("业务过硬", await clerk.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await clerk.LookAsync("joining-application");
        await clerk.FollowAsync("申请表");
        await clerk.LookAsync("joining-form");
    }

    private static async Task<string> PublishAsync(Desk clerk, Desk director)
    {
        await clerk.OpenAsync("/registry/rounds/new");
        await clerk.LookAsync("joining-round-new");
        await clerk.Page.GetByLabel("开始时间").FillAsync("2026-6-16 0:00");
        await clerk.Page.GetByLabel("截止时间").FillAsync("2026-6-20 17:00");
        await clerk.PressAsync("保存拟稿");
        var url = new Uri(clerk.Page.Url).AbsolutePath;
        await director.OpenAsync(url);
        await director.FollowAsync("发布");
        await director.LookAsync("joining-round-publish");
        await director.PressAsync("发布");
        await director.LookAsync("joining-round");
        return url;
    }

    private static async Task RegisterAsync(Desk lawyer)
    {
        await lawyer.OpenAsync("/join/QJ");
        await lawyer.LookAsync("join-public");
        await lawyer.FollowAsync("开立账户，填写申请");
        await lawyer.LookAsync("join-account");
        await lawyer.Page.Locator("[name='Form.Name']").FillAsync("手某某");
        await lawyer.Page.Locator("[name='Form.UserName']").FillAsync("shoumou");
        await lawyer.Page.Locator("[name='Form.Password']").FillAsync(TestApp.Password);
        await lawyer.Page.Locator("[name='Form.Again']").FillAsync(TestApp.Password);
        await lawyer.Page.Locator("input[type=checkbox][name='Form.Consents']").CheckAsync();
        await lawyer.PressAsync("开立账户");
        await lawyer.Page.GetByLabel("用户名").FillAsync("shoumou@qj");
        await lawyer.Page.GetByLabel("口令").FillAsync(TestApp.Password);
        await lawyer.PressAsync("登录");
        await lawyer.FollowAsync("查看通知，申请");
        await lawyer.PressAsync("填写申请");
    }

    private static async Task FillAsync(Desk lawyer, string firm)
    {
        await lawyer.LookAsync("join-form");
        foreach (var (field, value) in RecruitmentDesk.Person("手某某").Where(field => field.Field is "Form.Name" or "Form.IdentityNumber" or "Form.Phone" or "Form.Address" or "Form.LicenceNumber" or "Form.FirstLicensedOn"))
        {
            await lawyer.Page.Locator($"[name='{field}']").FillAsync(value);
        }

        foreach (var (field, value) in new[] { ("Form.Gender", "女"), ("Form.PoliticalStatus", "群众"), ("Form.Education", "本科"), ("Form.InstitutionId", firm) })
        {
            await lawyer.Page.Locator($"[name='{field}']").SelectOptionAsync(value);
        }

        await lawyer.Page.GetByLabel("民事代理").CheckAsync();
        await lawyer.PressAsync("保存");
        await lawyer.FollowAsync("2 经历");
        await lawyer.Page.Locator("[name='Form.Kind']").SelectOptionAsync("执业经历");
        await lawyer.Page.Locator("[name='Form.FirstDay']").FillAsync("2016-6-17");
        await lawyer.Page.Locator("[name='Form.Statement']").FillAsync("某某律师事务所律师");
        await lawyer.PressAsync("添加");
        await lawyer.LookAsync("join-career");
    }

    private static async Task HandInAsync(Desk lawyer)
    {
        await lawyer.FollowAsync("4 核对提交");
        await lawyer.LookAsync("join-missing");
        Assert.Contains("还缺什么", await lawyer.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await lawyer.FollowAsync("3 材料");
        foreach (var (kind, file) in new[] { ("照片", RecruitmentDesk.Png), ("执业证复印件", RecruitmentDesk.Pdf), ("身份证复印件", RecruitmentDesk.Pdf) })
        {
            await lawyer.Page.Locator("[name='Form.Kind']").SelectOptionAsync(kind);
            await lawyer.Page.Locator("[name='Form.File']").SetInputFilesAsync(new FilePayload { Name = "拍照.jpg", MimeType = "image/jpeg", Buffer = file });
            await lawyer.PressAsync("上传");
        }

        await lawyer.LookAsync("join-papers");
        await lawyer.FollowAsync("4 核对提交");
        await lawyer.Page.Locator("input[type=checkbox][name='Form.Declares']").CheckAsync();
        await lawyer.LookAsync("join-submit");
        await lawyer.PressAsync("交所在单位");
        Assert.Contains("待单位办理", await lawyer.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }
}
