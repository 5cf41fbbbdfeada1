using AngleSharp.Dom;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Xunit;

namespace LegalAid.Web.Tests.Parts;

/// <summary>What every page has in common: heads stand over their figures, and a refusal without a clause cites nothing.</summary>
public sealed class TableHeadTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_head_is_aligned_as_the_cells_below_it()
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        await app.LawFirmAsync("重庆表头律师事务所", "表头甲");
        var letter = TestData.Letter("（2026）渝0109刑初41号", "2026-6-17 9:00");
        var caseUrl = (await clerk.SubmitAsync("/intake/letters/new", [.. letter, ("Form.RecipientPhone", "13900000000")])).Location!;
        string[] pages = [caseUrl, "/cases", "/intake/letters", "/assignment", "/assignment/queues", "/assignment/statistics", "/registry/people", "/registry/institutions", "/journal", "/rules/clauses/BB-6.1"];

        var tables = 0;
        foreach (var url in pages)
        {
            foreach (var table in (await clerk.OpenAsync(url)).Document.QuerySelectorAll("table"))
            {
                tables++;
                Assert.Empty(Crooked(table).Select(head => $"{url}: {head}"));
            }
        }

        Assert.True(tables >= 8, $"Only {tables} tables seen.");
    }

    [Fact]
    public async Task A_refusal_without_a_clause_cites_nothing()
    {
        var wrong = await app.Anybody().SubmitAsync("/signin", ("Form.UserName", "nobody"), ("Form.Password", "wrong"));
        var clerk = await app.AsAsync(Roles.Clerk);
        var letter = TestData.Letter("（2026）渝0109刑初42号", "2026-6-17 9:00");
        await clerk.SubmitAsync("/intake/letters/new", letter);
        var again = await clerk.SubmitAsync("/intake/letters/new", letter);

        Assert.NotEmpty(wrong.Document.QuerySelectorAll(".refusals li"));
        Assert.DoesNotContain("依据", wrong[".refusals"].TextContent, StringComparison.Ordinal);
        Assert.Contains("依据", again[".refusals"].TextContent, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Crooked(IElement table)
    {
        var heads = table.QuerySelectorAll("thead tr:last-child > *").ToList();
        return table.QuerySelectorAll("tbody tr").Where(row => row.Children.Length == heads.Count)
            .SelectMany(row => row.Children.Zip(heads))
            .Where(pair => pair.First.ClassList.Contains("figure") != pair.Second.ClassList.Contains("figure"))
            .Select(pair => pair.Second.TextContent.Trim())
            .Distinct(StringComparer.Ordinal);
    }
}
