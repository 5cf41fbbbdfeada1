using System.Net;
using LegalAid.Rules.Tests;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Intake;

/// <summary>What is typed at the window and decides later: how many people, who helped, who is on the other side.</summary>
public sealed class HelpAndHeadcountTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("BB-5.2")]
    public async Task Fifty_people_are_proposed_for_the_bureau_and_forty_nine_for_the_director()
    {
        await FirmsAsync();
        var clerk = await app.AsAsync(Roles.Clerk);
        var (fifty, fortyNine) = (await LetterAsync(clerk, 601, "50"), await LetterAsync(clerk, 602, "49"));

        var warned = await clerk.OpenAsync($"/assignment{fifty}/propose");
        var (large, small) = (await clerk.SubmitAsync($"/assignment{fifty}/propose"), await clerk.SubmitAsync($"/assignment{fortyNine}/propose"));

        Assert.Contains("决定前不得指派（BB-5.2、BB-5.3）", warned.Text, StringComparison.Ordinal);
        Assert.Contains("待集体讨论", (await clerk.OpenAsync(large.Location!)).Text, StringComparison.Ordinal);
        Assert.Contains("待负责人决定", (await clerk.OpenAsync(small.Location!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("BB-7.2", "BB-7.3")]
    public async Task A_judicial_station_that_helped_boosts_nobody()
    {
        await FirmsAsync();

        var page = await GrantedAsync(("Form.HelpedByStation", "某街道司法所"), ("Form.HelpGiven", "指引申请"));

        Assert.Contains("司法所，不承办案件，不产生优先", page.Text, StringComparison.Ordinal);
        Assert.Contains("（轮候）", page["main .proposal"].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("BB-7.3")]
    public async Task An_institution_that_helped_goes_first()
    {
        var (_, helper) = await FirmsAsync();

        var page = await GrantedAsync(("Form.HelpedByInstitutionId", helper.Id.ToString()), ("Form.HelpGiven", "代拟申请书"));

        Assert.Contains(helper.Name, page["main .proposal"].TextContent, StringComparison.Ordinal);
        Assert.Contains("属地", page["main .proposal"].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("BB-7.4")]
    public async Task An_institution_that_helped_and_is_the_opponent_is_out()
    {
        var (other, helper) = await FirmsAsync();

        var page = await GrantedAsync(("Form.HelpedByInstitutionId", helper.Id.ToString()), ("Form.Opponents", helper.Name));

        Assert.Contains(other.Name, page["main .proposal"].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("属地", page["main .proposal"].TextContent, StringComparison.Ordinal);
        Assert.Contains("BB-7.4", page["main #steps"].InnerHtml, StringComparison.Ordinal);
    }

    private async Task<(Institution Other, Institution Helper)> FirmsAsync()
    {
        var known = await app.InDbAsync(db => db.Institutions.AsNoTracking().OrderBy(i => i.Name).ToListAsync());
        return known is [var other, var helper]
            ? (other, helper)
            : (await app.LawFirmAsync("重庆戊A律师事务所", "戊甲"), await app.LawFirmAsync("重庆戊B律师事务所", "戊乙"));
    }

    private static async Task<string> LetterAsync(Visitor clerk, int number, string headcount)
    {
        var fields = TestData.Letter($"（2026）渝0109刑初{number}号", "2026-6-17 9:00").Where(field => field.Field != "Form.Headcount");
        return (await clerk.SubmitAsync("/intake/letters/new", [.. fields, ("Form.Headcount", headcount)])).Location!;
    }

    private async Task<WebPage> GrantedAsync(params (string Field, string Value)[] fields)
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var names = fields.Select(field => field.Field).ToHashSet(StringComparer.Ordinal);
        var taken = await clerk.SubmitAsync("/intake/applications/new", [.. TestData.Application("2026-6-16 9:00").Where(field => !names.Contains(field.Field)), .. fields]);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"{taken.Location}/decision", ("Form.Grants", "true"))).Status);
        return await clerk.OpenAsync($"/assignment{taken.Location}/propose");
    }
}
