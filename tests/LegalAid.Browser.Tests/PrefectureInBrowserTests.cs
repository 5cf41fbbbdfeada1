using LegalAid.Rules.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Browser.Tests;

/// <summary>The real program at 凯里, a county of 黔东南, in a browser.</summary>
public sealed class KailiInBrowser : BrowserApp
{
    protected override string OfficeCode => "QDN01";
}

/// <summary>A prefecture's officer sees the counties; a county's clerk the own county only.</summary>
public sealed class PrefectureInBrowserTests(KailiInBrowser app) : IClassFixture<KailiInBrowser>
{
    [Fact]
    public async Task The_prefecture_looks_at_its_counties_and_a_county_at_itself()
    {
        await app.PersonAsync("苗某甲", await app.InstitutionAsync("贵州清水江某某律师事务所", InstitutionKind.LawFirm));
        await (await app.SignInAsync(Roles.Clerk)).TakeAndGrantAsync("杨某甲");
        var prefecture = await app.SignInAsync(Roles.Director, officeId: await OfficeAsync("QDN"));
        var neighbour = await app.SignInAsync(Roles.Clerk, officeId: await OfficeAsync("QDN02"));

        await prefecture.OpenAsync("/cases");
        Assert.Contains("凯里市法律援助中心", await prefecture.Page.Locator("main table").InnerTextAsync(), StringComparison.Ordinal);
        await prefecture.LookAsync("cases-prefecture");
        await prefecture.OpenAsync("/assignment/queues");
        await prefecture.LookAsync("queues-prefecture");
        await prefecture.OpenAsync("/registry/people");
        Assert.Contains("苗某甲", await prefecture.Page.Locator("main table").InnerTextAsync(), StringComparison.Ordinal);
        await prefecture.LookAsync("people-prefecture");

        await neighbour.OpenAsync("/cases");
        Assert.DoesNotContain("杨某甲", await neighbour.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    private Task<Guid> OfficeAsync(string code) => app.InDbAsync(db => db.Offices.Where(o => o.Code == code).Select(o => o.Id).SingleAsync());
}
