using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.Playwright;
using Xunit;

namespace LegalAid.Browser.Tests;

/// <summary>温州's way into the case pool, from a phone to the published list: the unit agrees, the clerk vets, two opinions come back by code, the head admits.</summary>
public sealed class AdmissionInBrowserTests(WenzhouInBrowser app) : IClassFixture<WenzhouInBrowser>
{
    private const int Phone = 360;
    private const string Name = "入某某";

    [Fact]
    [Clause("WZ-7.2a", "WZ-7.2b", "WZ-7.3a", "WZ-7.3b", "WZ-7.3c", "WZ-7.3d", "WZ-8.1")]
    public async Task From_a_phone_over_two_opinions_to_the_published_list()
    {
        var firm = await app.InstitutionAsync("浙江入库某某律师事务所", InstitutionKind.LawFirm);
        var (clerk, director) = (await app.SignInAsync(Roles.Clerk), await app.SignInAsync(Roles.Director));
        var channel = await OpenChannelAsync(clerk, director);
        var lawyer = await app.AnybodyAtAsync(Phone);
        await RegisterAsync(lawyer);
        await FillAsync(lawyer, firm.Name);
        await AgreeAsync(await app.SignInAsync(Roles.FirmAdministrator, firm.Id));
        await lawyer.OpenAsync("/");
        Assert.Contains("所在单位已经同意", await lawyer.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await lawyer.FollowAsync("提交中心");
        await lawyer.PressAsync("提交中心");
        Assert.Contains("已提交中心", await lawyer.Page.InnerTextAsync("main"), StringComparison.Ordinal);

        var vetting = await VetAsync(clerk);
        await ReplyAsync(clerk, vetting, "所在地司法局律师工作部门", "温州市某区司法局");
        await ReplyAsync(clerk, vetting, "律师协会", "温州市律师协会");
        await clerk.OpenAsync(vetting);
        Assert.Contains("符合条件", await clerk.Page.InnerTextAsync("main header"), StringComparison.Ordinal);
        await clerk.LookAsync("admission-vetted");

        await AdmitAsync(clerk, director, channel);
        var visitor = await app.AnybodyAtAsync(Phone);
        await visitor.OpenAsync("/public/WZ/people");
        await visitor.LookAsync("public-people");
        Assert.Contains("9 年", await visitor.Page.Locator("tr").Filter(new() { HasText = Name }).InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> OpenChannelAsync(Desk clerk, Desk director)
    {
        await clerk.OpenAsync("/registry/rounds/new");
        await clerk.Page.GetByLabel("办案库").CheckAsync();
        await clerk.Page.GetByLabel("开始时间").FillAsync("2026-6-16 0:00");
        await clerk.Page.GetByLabel("截止时间").FillAsync("");
        await clerk.PressAsync("保存拟稿");
        var url = new Uri(clerk.Page.Url).AbsolutePath;
        await director.OpenAsync($"{url}/publish");
        await director.PressAsync("发布");
        return url;
    }

    private static async Task RegisterAsync(Desk lawyer)
    {
        await lawyer.OpenAsync("/join/WZ");
        await lawyer.LookAsync("join-channel");
        await lawyer.FollowAsync("开立账户，填写申请");
        foreach (var (field, value) in new[] { ("Name", Name), ("UserName", "rumou"), ("Password", TestApp.Password), ("Again", TestApp.Password) })
        {
            await lawyer.Page.Locator($"[name='Form.{field}']").FillAsync(value);
        }

        await lawyer.Page.Locator("input[type=checkbox][name='Form.Consents']").CheckAsync();
        await lawyer.PressAsync("开立账户");
        await lawyer.Page.GetByLabel("用户名").FillAsync("rumou@wz");
        await lawyer.Page.GetByLabel("口令").FillAsync(TestApp.Password);
        await lawyer.PressAsync("登录");
        await lawyer.OpenAsync("/joining");
        await lawyer.FollowAsync("查看通知，申请");
        await lawyer.PressAsync("填写申请");
    }

    private static async Task FillAsync(Desk lawyer, string firm)
    {
        foreach (var (field, value) in RecruitmentDesk.Person(Name).Where(field => field.Field is "Form.Name" or "Form.IdentityNumber" or "Form.Phone" or "Form.Address" or "Form.LicenceNumber"))
        {
            await lawyer.Page.Locator($"[name='{field}']").FillAsync(value);
        }

        await lawyer.Page.GetByLabel("首次执业日期").FillAsync("2017-3-5");
        foreach (var (field, value) in new[] { ("Form.Gender", "女"), ("Form.Education", "本科"), ("Form.InstitutionId", firm) })
        {
            await lawyer.Page.Locator($"[name='{field}']").SelectOptionAsync(value);
        }

        await lawyer.Page.GetByLabel("办案库").CheckAsync();
        await lawyer.Page.GetByLabel("民事代理").CheckAsync();
        await lawyer.Page.GetByLabel("业务专长").FillAsync("劳动争议");
        await lawyer.Page.GetByLabel("没有", new() { Exact = true }).CheckAsync();
        await lawyer.Page.GetByLabel("同意", new() { Exact = true }).CheckAsync();
        await lawyer.PressAsync("保存");
        await lawyer.LookAsync("application-on-a-phone");
        await lawyer.FollowAsync("4 核对提交");
        await lawyer.FollowAsync("执业证复印件");
        await lawyer.Page.Locator("[name='Form.Kind']").SelectOptionAsync("执业证复印件");
        await lawyer.Page.Locator("[name='Form.File']").SetInputFilesAsync(new FilePayload { Name = "拍照.pdf", MimeType = "application/pdf", Buffer = RecruitmentDesk.Pdf });
        await lawyer.PressAsync("上传");
        await lawyer.FollowAsync("4 核对提交");
        await lawyer.Page.Locator("input[type=checkbox][name='Form.Declares']").CheckAsync();
        await lawyer.PressAsync("交所在单位");
    }

    private static async Task AgreeAsync(Desk administrator)
    {
        await administrator.OpenAsync("/");
        await administrator.LookAsync("home-recommend");
        await administrator.FollowAsync("办理推荐");
        await administrator.Page.GetByLabel($"选择{Name}").CheckAsync();
        await administrator.Page.GetByLabel("推荐意见").FillAsync("同意。");
        await administrator.PressAsync("出具意见");
    }

    private static async Task<string> VetAsync(Desk clerk)
    {
        await clerk.OpenAsync("/");
        await clerk.LookAsync("home-vetting");
        await clerk.FollowAsync("审核");
        await clerk.FollowAsync(Name);
        await clerk.FollowAsync("审核");
        foreach (var criterion in await clerk.Page.Locator("[name='Form.Criterion']").AllAsync())
        {
            await criterion.CheckAsync();
        }

        await clerk.Page.GetByLabel("符合", new() { Exact = true }).CheckAsync();
        await clerk.Page.GetByLabel("依据").FillAsync("看过承诺书，向所在单位核实过。");
        await clerk.LookAsync("vetting-confirm");
        await clerk.PressAsync("登记确认结果");
        return new Uri(clerk.Page.Url).AbsolutePath;
    }

    private async Task ReplyAsync(Desk clerk, string vetting, string body, string unit)
    {
        await clerk.OpenAsync($"{vetting}/opinion");
        await clerk.Page.GetByLabel(body).CheckAsync();
        await clerk.Page.GetByLabel("单位全称").FillAsync(unit);
        await clerk.PressAsync("制作征求意见函");
        await clerk.LookAsync("opinion-letter");
        var reader = await app.AnybodyAtAsync(1280);
        await reader.OpenAsync("/opinion");
        await reader.Page.GetByLabel("编号").FillAsync(await clerk.Page.InnerTextAsync("#opinion-reference"));
        await reader.Page.GetByLabel("一次性代码").FillAsync(await clerk.Page.InnerTextAsync("#opinion-code"));
        await reader.PressAsync("打开");
        Assert.Contains(Name, await reader.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await reader.Page.GetByLabel("没有不同意见").CheckAsync();
        await reader.Page.Locator("[name='Form.RepliedBy']").FillAsync("律师工作科 科长");
        await reader.LookAsync("opinion-answer");
        await reader.PressAsync("提交意见");
        Assert.Contains("已收到贵单位的意见", await reader.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private static async Task AdmitAsync(Desk clerk, Desk director, string channel)
    {
        await clerk.OpenAsync($"{channel}/comparison");
        await clerk.Page.GetByLabel($"选择{Name}").CheckAsync();
        await clerk.Page.GetByLabel("拟入库", new() { Exact = true }).CheckAsync();
        await clerk.Page.Locator("[name='Form.Reason']").FillAsync("符合全部条件，熟悉劳动争议。");
        await clerk.LookAsync("comparison");
        await clerk.PressAsync("记录决定");
        await director.OpenAsync($"{channel}/results");
        await director.LookAsync("results");
        await director.FollowAsync("办理入库");
        await director.LookAsync("admit");
        await director.PressAsync("办理入库");
        Assert.Contains("已入库", await director.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }
}
