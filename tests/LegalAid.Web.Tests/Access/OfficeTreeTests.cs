using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Access;

/// <summary>The program at 凯里, a county of 黔东南, where the turn goes to persons.</summary>
public sealed class KailiApp : TestApp
{
    protected override string OfficeCode => "QDN01";
}

/// <summary>A prefecture's officer looks at its counties and acts at home; a county's clerk sees the own county only.</summary>
public sealed class OfficeTreeTests(KailiApp app) : IClassFixture<KailiApp>
{
    [Fact]
    public async Task Sixteen_counties_follow_the_prefectures_books()
    {
        var offices = await app.InDbAsync(db => db.Offices.AsNoTracking().Where(o => o.BookCode == "QDN").ToListAsync());

        var prefecture = Assert.Single(offices, o => o.ParentId is null);
        Assert.Equal(16, offices.Count(o => o.ParentId == prefecture.Id));
        Assert.Equal(offices.Count, offices.Select(o => o.DocumentPrefix).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task The_prefecture_sees_its_counties_cases_people_and_queues_with_whose_they_are()
    {
        var caseUrl = await CountyCaseAsync("寅甲", "寅赵");
        var prefecture = await app.AsAsync(Roles.Director, await OfficeAsync("QDN"));

        var cases = await prefecture.OpenAsync("/cases");
        Assert.Contains("寅甲", cases.Text, StringComparison.Ordinal);
        Assert.Contains("凯里市法律援助中心", cases.Text, StringComparison.Ordinal);
        Assert.Contains("寅甲", (await prefecture.OpenAsync(caseUrl)).Text, StringComparison.Ordinal);
        Assert.Contains("寅赵", (await prefecture.OpenAsync("/registry/people")).Text, StringComparison.Ordinal);
        Assert.Contains("凯里市法律援助中心 民事、行政、仲裁及其他案件队列", (await prefecture.OpenAsync("/assignment/queues")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("寅甲", (await prefecture.OpenAsync($"/cases?office={await OfficeAsync("QDN02")}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_prefecture_opens_a_countys_institution_and_can_do_nothing_to_it()
    {
        await CountyCaseAsync("午甲", "午赵");
        var institution = await app.InDbAsync(db => db.Institutions.Where(i => i.Name == "贵州午赵律师事务所").Select(i => i.Id).SingleAsync());
        var prefecture = await app.AsAsync(Roles.Director, await OfficeAsync("QDN"));

        var shown = await prefecture.OpenAsync($"/registry/institutions/{institution}");

        Assert.Contains("午赵", shown.Text, StringComparison.Ordinal);
        Assert.Contains("凯里市法律援助中心", shown["main"].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("更正所在区", shown.Text, StringComparison.Ordinal);
        Assert.Contains("更正所在区", (await (await app.AsAsync(Roles.Director, app.OfficeId)).OpenAsync($"/registry/institutions/{institution}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync(Roles.Director, await OfficeAsync("QDN02"))).OpenAsync($"/registry/institutions/{institution}")).Status);
    }

    [Fact]
    public async Task Looking_is_not_acting()
    {
        var caseUrl = await CountyCaseAsync("卯甲", "卯赵");
        var prefecture = await app.AsAsync(Roles.Director, await OfficeAsync("QDN"));
        var shown = await prefecture.OpenAsync(caseUrl);

        Assert.Empty(shown.Document.QuerySelectorAll("main .btn-primary, main .btn-seal"));
        Assert.Equal(HttpStatusCode.NotFound, (await prefecture.OpenAsync($"/assignment{caseUrl}/propose")).Status);
        var posted = await prefecture.PostAsync($"/assignment{caseUrl}/propose", [await prefecture.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), ("Form.Turn", "0")]);
        Assert.Equal(HttpStatusCode.NotFound, posted.Status);
        Assert.DoesNotContain("卯甲", (await prefecture.OpenAsync("/")).Text, StringComparison.Ordinal);     // nothing to do for it here
    }

    [Theory]
    [InlineData("QDN02", Roles.Clerk)]
    [InlineData("QDN02", Roles.Director)]
    [InlineData("BB", Roles.Bureau)]
    public async Task A_neighbour_sees_nothing_of_it(string office, string role)
    {
        var caseUrl = await CountyCaseAsync("辰甲", "辰赵" + role);
        var neighbour = await app.AsAsync(role, await OfficeAsync(office));

        Assert.DoesNotContain("辰甲", (await neighbour.OpenAsync("/cases")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("辰甲", (await neighbour.OpenAsync($"/cases?office={app.OfficeId}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.OpenAsync(caseUrl)).Status);
    }

    [Fact]
    public async Task A_county_does_not_look_up_the_tree()
    {
        var county = await app.AsAsync(Roles.Director, app.OfficeId);
        var prefecture = await app.AsAsync(Roles.Clerk, await OfficeAsync("QDN"));
        var taken = await prefecture.SubmitAsync("/intake/applications/new", TestData.Application("2026-6-16 9:00", "巳甲"));

        Assert.Equal(HttpStatusCode.OK, (await prefecture.OpenAsync(taken.Location!)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await county.OpenAsync(taken.Location!)).Status);
        Assert.DoesNotContain("巳甲", (await county.OpenAsync("/cases")).Text, StringComparison.Ordinal);
    }

    private async Task<string> CountyCaseAsync(string recipient, string lawyer)
    {
        var firm = await app.InstitutionAsync($"贵州{lawyer}律师事务所", InstitutionKind.LawFirm);
        await app.PersonAsync(lawyer, firm);
        var clerk = await app.AsAsync(Roles.Clerk);
        var taken = await clerk.SubmitAsync("/intake/applications/new", TestData.Application("2026-6-16 9:00", recipient));
        await clerk.SubmitAsync($"{taken.Location}/decision", ("Form.Grants", "true"));
        return taken.Location!;
    }

    private Task<Guid> OfficeAsync(string code) => app.InDbAsync(db => db.Offices.Where(o => o.Code == code).Select(o => o.Id).SingleAsync());
}
