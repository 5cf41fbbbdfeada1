using LegalAid.Rules.Assignment;
using LegalAid.Rules.Tests;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Fairness;
using LegalAid.Web.Tests.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Fairness;

/// <summary>What the fairness page says of a period is what the queue's entries and the assignments say.</summary>
public sealed class FairnessPageTests(TestApp app) : IClassFixture<TestApp>
{
    private const int Cases = 7;
    private static readonly string[] Firms = ["重庆衡甲律师事务所", "重庆衡乙律师事务所", "重庆衡丙律师事务所"];

    [Fact]
    [Clause("BB-4.1", "BB-11.1")]
    public async Task Counts_shares_waits_and_months_are_those_of_the_ledger_and_what_was_taken_back_counts_nowhere()
    {
        await GivenAsync();
        var director = await app.AsAsync(Roles.Director);

        var page = await director.OpenAsync("/fairness");

        var rows = page.Document.QuerySelectorAll("#distances tbody tr").Select(row => row.Children.Select(cell => cell.TextContent.Trim()).ToArray()).ToList();
        Assert.Equal(Firms.Order(StringComparer.Ordinal), rows.Select(row => row[0]).Order(StringComparer.Ordinal));
        Assert.Equal(Cases, rows.Sum(row => int.Parse(row[1])));
        Assert.Equal(["2", "2", "3"], rows.Select(row => row[1]).Order(StringComparer.Ordinal));
        Assert.Equal(["2.00", "2.00", "3.00"], rows.Select(row => row[2]).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal("2.33", row[3]));       // seven cases, three firms of one lawyer each
        Assert.Equal(["+0.67", "−0.33", "−0.33"], rows.Select(row => row[4]));
        Assert.Equal(["−0.67", "+0.33", "+0.33"], rows.Select(row => row[5]));       // nothing before the period: what was got too much is owed
        Assert.Contains("没有预警", page["#runs"].TextContent, StringComparison.Ordinal);
        Assert.Equal($"{Cases}", page["#months tfoot td:nth-child(7)"].TextContent);    // June
        Assert.Equal(3, page.Document.QuerySelectorAll("#distances svg.bar").Length);
        Assert.Empty(page.Document.QuerySelectorAll("main [style], main script"));
    }

    [Fact]
    public async Task A_quarter_without_a_case_the_other_queue_and_another_year_show_none_of_it()
    {
        await GivenAsync();
        var bureau = await app.AsAsync(Roles.Bureau);

        foreach (var address in new[] { "/fairness?quarter=1", "/fairness?kind=Other", "/fairness?year=2025" })
        {
            var page = await bureau.OpenAsync(address);
            Assert.All(page.Document.QuerySelectorAll("#distances tbody tr"), row => Assert.Equal("0", row.Children[1].TextContent));
        }

        Assert.Contains($"有效指派{Cases} 件", (await bureau.OpenAsync("/fairness?quarter=2")).Text, StringComparison.Ordinal);
        Assert.Contains($"有效指派{Cases} 件", (await bureau.OpenAsync("/fairness?year=1900")).Text, StringComparison.Ordinal);      // out of bounds: this year
    }

    [Fact]
    public void One_place_that_got_six_in_a_row_is_alarmed_and_choice_is_told_from_rotation()
    {
        var places = Enumerable.Range(1, 10).Select(n => new HolderPlace(Id(n), Id(100 + n), $"所{n}", null, 0, 0, IsClosed: false)).ToList();
        var sums = new FairnessSums
        {
            Turn = 46,
            Places = places,
            Tallies = [.. places.SelectMany(place => new PlaceTally[] { new(place.PlaceId, OrderStep.Rotation, 4_000_000, 4_000_000), new(place.PlaceId, OrderStep.RecipientWish, 600_000, place.PlaceId == Id(1) ? 6_000_000 : 0) })],
            Waits = [],
            Counts = [new(Id(101), null, OrderStep.RecipientWish, LeftOrder: true, 2026, 6, 6), .. places.Select(place => new HolderCount(place.HolderId, null, OrderStep.Rotation, LeftOrder: false, 2026, 6, 4)), new(Id(999), null, OrderStep.OutsidePool, LeftOrder: true, 2026, 6, 1)],
            Takers = [.. Enumerable.Range(0, 40).Select(turn => Id(1 + (turn % 10))), .. Enumerable.Repeat(Id(1), 6)],
            OtherNames = new Dictionary<Guid, string> { [Id(999)] = "库外所" },
        };

        var report = FairnessReport.Of(sums, [new(2026, 6)]);

        Assert.Equal("所1", report.NameOf(Assert.Single(report.Runs.Alarms).PlaceId));
        Assert.Equal((10, 7), (report.Rows[0].Cases, report.Rows.Sum(row => row.LeftOrder)));
        Assert.Equal(5.4, report.OutsideRotation.Furthest, precision: 6);
        Assert.Equal("库外所", report.Rows[^1].Name);
        Assert.Equal(47, report.Cases);
    }

    // Three firms in turn: seven cases stand, one was refused and one withdrawn.
    private async Task GivenAsync()
    {
        if (await app.InDbAsync(db => db.Institutions.AnyAsync(i => i.Name == Firms[0])))
        {
            return;
        }

        foreach (var firm in Firms)
        {
            await app.LawFirmAsync(firm, firm[2..4] + "律");
        }

        for (var number = 1; number <= Cases; number++)
        {
            await app.ProposedAsync(await app.RegisteredAsync($"{800 + number}", "2026-6-17 9:00"));
        }

        await app.DecideAsync(await app.ProposedAsync(await app.RegisteredAsync("811", "2026-6-17 9:00")), agrees: false);
        var withdrawn = await app.ProposedAsync(await app.RegisteredAsync("812", "2026-6-17 9:00"));
        await (await app.AsAsync(Roles.Clerk)).SubmitAsync($"{withdrawn}/undo", ("Form.Reason", "误提"));
    }

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}

/// <summary>A prefecture looks at its counties' fairness, and a county at its own alone.</summary>
public sealed class FairnessBelowTests(KailiApp app) : IClassFixture<KailiApp>
{
    [Fact]
    public async Task The_prefecture_chooses_a_county_and_a_county_sees_its_own_only()
    {
        var firm = await app.InstitutionAsync("贵州衡丁律师事务所", LegalAid.Rules.Registry.InstitutionKind.LawFirm);
        await app.PersonAsync("衡赵", firm);
        var prefecture = await app.AsAsync(Roles.Director, await OfficeAsync("QDN"));
        var other = await app.AsAsync(Roles.Director, await OfficeAsync("QDN02"));

        Assert.Contains("衡赵", (await prefecture.OpenAsync($"/fairness?office={app.OfficeId}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("衡赵", (await prefecture.OpenAsync("/fairness")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("衡赵", (await other.OpenAsync($"/fairness?office={app.OfficeId}")).Text, StringComparison.Ordinal);
    }

    private Task<Guid> OfficeAsync(string code) => app.InDbAsync(db => db.Offices.Where(o => o.Code == code).Select(o => o.Id).SingleAsync());
}
