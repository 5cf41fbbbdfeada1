using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Jobs;
using LegalAid.Web.Parts.Workbooks;
using LegalAid.Web.Tests.App;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LegalAid.Web.Tests.Journal;

/// <summary>每日封印: the root of each day, for whoever notes it outside the deployment.</summary>
public sealed class RootsPageTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Each_day_shows_its_last_root_and_the_workbook_has_the_same()
    {
        var auditor = await app.AsAsync(Roles.Auditor);
        Assert.Contains("还没有封印", (await auditor.OpenAsync("/journal/roots")).Text, StringComparison.Ordinal);
        app.Clock.Set(2026, 6, 17, 10);
        var early = await SealAsync("封甲");
        app.Clock.Set(2026, 6, 17, 23, 59);        // 15:59 in UTC
        var last = await SealAsync("封乙");
        app.Clock.Set(2026, 6, 18, 0, 0);           // still the 17th in UTC
        var next = await SealAsync("封丙");

        var rows = (await auditor.OpenAsync("/journal/roots")).Document.QuerySelectorAll("main tbody tr").Select(row => row.TextContent).ToList();

        Assert.Equal(2, rows.Count);
        Assert.Contains(NotedRoot.Of(next).ToString(), rows[0], StringComparison.Ordinal);
        Assert.Contains(NotedRoot.Of(last).ToString(), rows[1], StringComparison.Ordinal);
        Assert.DoesNotContain(rows, row => row.Contains(NotedRoot.Of(early).Hash, StringComparison.Ordinal));
        var sheet = WorkbookReader.Read((await (await app.AsAsync(Roles.Administrator)).ExportAsync("/journal/roots")).Content).Value!.Sheets.Single();
        Assert.Equal([NotedRoot.Of(next).Hash, NotedRoot.Of(last).Hash], sheet.Rows.Skip(1).Select(row => row.At(3)!.Text));
    }

    private async Task<Seal> SealAsync(string recipient)
    {
        await (await app.AsAsync(Roles.Clerk)).SubmitAsync("/intake/applications/new", TestData.Application("2026-6-16 9:00", recipient));
        await using var scope = app.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<SealJournal>().RunAsync(default))!;
    }
}
