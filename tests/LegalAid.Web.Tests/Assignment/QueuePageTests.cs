using LegalAid.Rules.Tests;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>The queue page tells who is next, and the next case goes there.</summary>
public sealed class QueuePageTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("BB-11.1")]
    public async Task The_order_shown_is_the_one_the_next_case_follows()
    {
        var small = await app.LawFirmAsync("重庆小所律师事务所", "小甲");
        var large = await app.LawFirmAsync("重庆大所律师事务所", "大甲", "大乙", "大丙", "大丁");
        var empty = await app.LawFirmAsync("重庆空所律师事务所");
        await BalanceAsync(small.Id, 350_000);
        await BalanceAsync(large.Id, 0);
        await BalanceAsync(empty.Id, -350_000);
        var clerk = await app.AsAsync(Roles.Clerk);

        // One case, five lawyers: 0.20 to the small firm and 0.80 to the large one, so 0.55 against 0.80.
        var before = await RowsAsync(clerk);
        Assert.Equal(["重庆大所律师事务所", "1", "0.00", "+0.80", "+0.80", "—"], before[0][..6]);
        Assert.Equal(["重庆小所律师事务所", "2", "+0.35", "+0.20", "+0.55", "—"], before[1][..6]);
        Assert.Equal(["重庆空所律师事务所", "—", "−0.35", "—", "−0.35", "—"], before[2][..6]);
        Assert.Contains("没有在册人员", before[2][7], StringComparison.Ordinal);

        await ProposeAsync(clerk, "（2026）渝0109刑初31号");
        Assert.Equal(large.Id, await app.InDbAsync(db => db.Assignments.Select(a => a.InstitutionId).SingleAsync()));
        var after = await RowsAsync(clerk);
        Assert.Equal(["重庆小所律师事务所", "1", "+0.55", "+0.20", "+0.75", "—"], after[0][..6]);
        Assert.Equal(["重庆大所律师事务所", "2", "−0.20", "+0.80", "+0.60", "1"], after[1][..6]);      // waits since turn 1; the others only joined
    }

    private static async Task<List<List<string>>> RowsAsync(Visitor clerk) =>
    [
        .. (await clerk.OpenAsync("/assignment/queues")).Document.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr")
            .Select(row => row.Children.Select(cell => cell.TextContent.Trim()).ToList()),
    ];

    private static async Task ProposeAsync(Visitor clerk, string letter)
    {
        var caseUrl = (await clerk.SubmitAsync("/intake/letters/new", TestData.Letter(letter, "2026-6-17 9:00"))).Location!;
        await clerk.SubmitAsync($"/assignment{caseUrl}/propose");
    }

    private Task<int> BalanceAsync(Guid institutionId, long millionths) => app.InDbAsync(async db =>
    {
        var queue = await db.RotationQueues.SingleAsync(q => q.Kind == QueueKind.Criminal);
        (await db.QueuePlaces.SingleAsync(p => p.QueueId == queue.Id && p.InstitutionId == institutionId)).BalanceMillionths = millionths;
        return await db.SaveChangesAsync();
    });
}
