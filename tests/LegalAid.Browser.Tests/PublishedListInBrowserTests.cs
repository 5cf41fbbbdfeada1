using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Registry.Vetting;
using Xunit;

namespace LegalAid.Browser.Tests;

/// <summary>Somebody reads a published list on a phone and objects; the head looks at who comes in and strikes one.</summary>
public sealed class PublishedListInBrowserTests(QijiangInBrowser app) : IClassFixture<QijiangInBrowser>
{
    [Fact]
    [Clause("QJ-1.2")]
    public async Task A_list_is_read_and_objected_to_on_a_phone_and_the_head_strikes_one()
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.InstitutionAsync("重庆公示某某律师事务所", InstitutionKind.LawFirm);
        var round = await app.RoundAsync(r => (r.Status, r.ResultsPublishedAtUtc, r.PublishedHeadcount, r.ObjectionsUntil) = (RoundStatus.ResultsPublished, app.Clock.UtcNow, 2, new(2026, 6, 24)));
        var one = await app.ApplicationAsync(round, firm, "示某甲", a => a.Status = ApplicationStatus.Selected);
        var two = await app.ApplicationAsync(round, firm, "示某乙", a => (a.Status, a.Employer) = (ApplicationStatus.Selected, "公示某某所"));
        await app.VettedAsync(one, two);
        await ObjectAsync(round.Title);

        var director = await app.SignInAsync(Roles.Director);
        await director.OpenAsync("/");
        await director.LookAsync("home-recruitment-calls");
        await director.OpenAsync($"/registry/rounds/{round.Id}/results");
        await director.LookAsync("results-published");
        foreach (var (page, name) in new[] { ("vetting/recusal", "application-recusal"), ("vetting/institution", "vetting-institution"), ("return", "application-return") })
        {
            await director.OpenAsync($"/registry/applications/{two.Id}/{page}");
            await director.LookAsync(name);
        }

        app.Clock.Set(2026, 6, 25);
        await director.OpenAsync($"/registry/rounds/{round.Id}/results/admit");
        await director.LookAsync("admit-one-unfit");
        await director.OpenAsync($"/registry/applications/{two.Id}/vetting/strike");
        await director.Page.Locator("[name='Form.Reason']").FillAsync("异议查证属实，不再符合条件。");
        await director.LookAsync("strike");
        await director.PressAsync("剔除");
        await director.PressAsync("办理入库");
        Assert.Contains("已入库", await director.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private async Task ObjectAsync(string title)
    {
        var anybody = await app.AnybodyAtAsync(width: 390);
        await anybody.OpenAsync("/join/QJ");
        await anybody.LookAsync("join-lists");
        await anybody.FollowAsync(title);
        await anybody.Page.Locator("[name='Form.ApplicationId']").SelectOptionAsync("示某乙（重庆公示某某律师事务所）");
        await anybody.Page.Locator("[name='Form.Statement']").FillAsync("去年有查证属实的投诉。");
        await anybody.Page.Locator("[name='Form.RaisedBy']").FillAsync("群众某");
        await anybody.Page.Locator("[name='Form.Contact']").FillAsync("13900000055");
        await anybody.LookAsync("published-list");
        await anybody.PressAsync("提交异议");
        Assert.Contains("异议已收到", await anybody.Page.InnerTextAsync("body"), StringComparison.Ordinal);
    }
}
