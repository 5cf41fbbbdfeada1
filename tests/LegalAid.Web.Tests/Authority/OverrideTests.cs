using System.Net;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Xunit;

namespace LegalAid.Web.Tests.Authority;

/// <summary>Who leaves the office's order, how often of all, down to the case.</summary>
public sealed class OverrideTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    [Fact]
    [Clause("WZ-21.2")]
    public async Task A_proposal_outside_the_pool_is_counted_with_its_officer_its_month_and_its_rule_and_leads_to_the_case()
    {
        var firm = await app.InstitutionAsync("浙江例外律师事务所", InstitutionKind.LawFirm);
        await app.PersonAsync("例某甲", firm);
        var outsider = await app.MemberAsync("例某乙", firm, m => m.NotForCases());
        var clerk = await app.AsAsync(Roles.Clerk);
        var inside = (await clerk.SubmitAsync($"/assignment/cases/{await CaseAsync(clerk, "例甲")}/propose")).Location!;
        var url = $"/assignment/cases/{await CaseAsync(clerk, "例乙")}/propose";
        var drawn = await clerk.SendAsync(
            url + "?handler=Preview", await clerk.OpenAsync(url), [("Form.Step", nameof(OrderStep.OutsidePool)), ("Form.OutsiderId", outsider.Id.ToString()), ("Form.OutOfTurnReason", "库内无人熟悉该方言")]);
        var outside = (await clerk.SendAsync(url, drawn, [])).Location!;
        await (await app.AsAsync(Roles.Director)).SubmitAsync($"{outside}/approval", ("Form.Agrees", "true"));
        var rule = Assert.Single((await app.LatestAsync(NoticePath.IdOf(url[..^"/propose".Length]))).PassedOver);

        var director = await app.AsAsync(Roles.Director);
        var page = await director.OpenAsync($"/assignment/overrides?rule={rule}&month=6");

        Assert.Equal(["中心经办", "1", "2", "50.0%", "0"], Cells(page, "中心经办"));
        Assert.Equal(["中心负责人", "0", "0", "—", "1"], Cells(page, "中心负责人"));
        Assert.Equal([rule, "1", "2", "50.0%"], Cells(page, rule));
        Assert.Contains("库内无人熟悉该方言", page["#cases"].TextContent, StringComparison.Ordinal);
        Assert.Contains($"href=\"{outside}\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(inside, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(outside, (await director.OpenAsync("/assignment/overrides?month=5")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await (await app.AsAsync(Roles.Bureau)).ExportAsync($"/assignment/overrides?rule={rule}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.OpenAsync("/assignment/overrides")).Status);
    }

    private static async Task<Guid> CaseAsync(Visitor clerk, string recipient)
    {
        var taken = await clerk.SubmitAsync("/intake/applications/new", TestData.Application("2026-6-17 9:00", recipient));
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"{taken.Location}/decision", ("Form.Grants", "true"))).Status);
        return NoticePath.IdOf(taken.Location!);
    }

    private static IEnumerable<string> Cells(WebPage page, string head) => page.Document.QuerySelectorAll("main table tbody tr")
        .First(row => row.QuerySelector("th")!.TextContent.Trim() == head).QuerySelectorAll("th,td").Select(cell => cell.TextContent.Trim());
}
