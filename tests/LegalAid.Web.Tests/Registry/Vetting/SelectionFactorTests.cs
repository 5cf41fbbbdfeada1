using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Rulebooks;
using Xunit;

namespace LegalAid.Web.Tests.Registry.Vetting;

/// <summary>綦江 with a book that weighs three things, the willingness first.</summary>
public sealed class ThreeFactorsApp : TestApp
{
    private const string Book = "qijiang/2024-03-13.yaml";

    private readonly BookFolder folder = new BookFolder()
        .Replace(Book, "      - practice-years\n      - case-count\n      - competence\n      - engagement\n", "      - engagement\n      - case-count\n      - practice-years\n");

    protected override string OfficeCode => "QJ";

    protected override string? RuleBooks => folder.FullName;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }
}

/// <summary>What is weighed in a selection, and in which order, the book says.</summary>
public sealed class SelectionFactorTests(ThreeFactorsApp app) : IClassFixture<ThreeFactorsApp>
{
    [Fact]
    [Clause("QJ-6.6")]
    public async Task The_comparison_shows_the_factors_of_the_book_in_its_order_and_sorts_by_the_first()
    {
        var round = await app.RoundAsync();
        var firm = await app.InstitutionAsync("重庆因素律师事务所", InstitutionKind.LawFirm);
        await app.ApplicationAsync(round, firm, "不值班某", a => (a.Pools, a.FirstLicensedOn) = (Pools.Cases, new(1999, 1, 1)));
        await app.ApplicationAsync(round, firm, "愿值班某", a => (a.Pools, a.FirstLicensedOn) = (Pools.Duty | Pools.Cases, new(2020, 1, 1)));

        var page = await (await app.AsAsync(Roles.Clerk)).OpenAsync($"/registry/rounds/{round.Id}/comparison");

        var heads = page.Document.QuerySelectorAll("main thead th").Select(head => head.TextContent.Trim()).ToList();
        Assert.Equal(["参与积极性", "本机构办案", "执业年限"], heads.Where(head => head is "参与积极性" or "本机构办案" or "执业年限" or "专业能力"));
        Assert.Equal("ascending", page.Document.QuerySelectorAll("main thead th").Single(head => head.TextContent.Trim() == "参与积极性").GetAttribute("aria-sort"));
        Assert.StartsWith("愿值班某", page["main tbody th"].TextContent.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain("没有评估过的案件", page.Text, StringComparison.Ordinal);
    }
}
