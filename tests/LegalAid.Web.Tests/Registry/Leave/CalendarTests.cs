using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Workbooks;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Xunit;

namespace LegalAid.Web.Tests.Registry.Leave;

/// <summary>Who is away on which day of a month, on a roster nobody else touches.</summary>
public sealed class CalendarTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    [Fact]
    [Clause("REG-25")]
    public async Task A_month_shows_who_is_away_and_counts_who_is_there()
    {
        app.Clock.Set(2026, 6, 17);
        var firm = await app.InstitutionAsync("浙江历一律师事务所", InstitutionKind.LawFirm);
        var (leave, suspended) = (await app.PersonAsync("历赵", firm), await app.PersonAsync("历钱", firm, m => m.NotForCases()));
        await app.PersonAsync("历孙", firm);
        await app.PersonAsync("历库外", firm, m => m.Standings.Clear());
        await app.PersonAsync("历未来", firm, m => (m.JoinedOn, m.LeftOn) = (new(2026, 6, 1), new(2026, 6, 26)));
        await app.AwayAsync(leave, AbsenceKind.Leave, new(2026, 5, 30), new(2026, 6, 19));
        await app.AwayAsync(suspended, AbsenceKind.Suspension, new(2026, 6, 18), null);
        await app.AwayAsync(suspended, AbsenceKind.Leave, new(2026, 6, 25), new(2026, 6, 25), voided: true);
        var clerk = await app.AsAsync(Roles.Clerk);

        var june = await clerk.OpenAsync("/registry/calendar");

        Assert.Equal(["18日至30日", "1日至19日"], Spans(june));
        Assert.Equal(new string('3', 17) + "22" + "333333" + "22222", Counts(june));      // 历库外 is in no pool, 历未来 leaves on the 26th
        Assert.Contains("在岗最少：18日至19日、26日至30日，2 人在岗", june.Text, StringComparison.Ordinal);
        Assert.Equal("17", june["th.today span"].TextContent);
        Assert.Equal("端午放假", june.Document.QuerySelectorAll("thead th")[19].GetAttribute("title"));
        Assert.Contains("rest", june.Document.QuerySelectorAll("thead th")[6].ClassName, StringComparison.Ordinal);         // Saturday the 6th
        Assert.Equal(["18日至30日"], Spans(await clerk.OpenAsync("/registry/calendar?away=Suspension")));
        var cases = await clerk.OpenAsync("/registry/calendar?pool=Cases");
        Assert.Equal(["1日至19日"], Spans(cases));
        Assert.Equal(new string('2', 19) + "333333" + "22222", Counts(cases));
        Assert.Empty(Spans(await clerk.OpenAsync("/registry/calendar?kind=Volunteer")));
        var july = await clerk.OpenAsync("/registry/calendar?month=2026-07");
        Assert.Equal(["1日至31日"], Spans(july));
        Assert.Null(july.Document.QuerySelector(".today"));
        Assert.Equal(["30日至31日"], Spans(await clerk.OpenAsync("/registry/calendar?month=2026-05")));
        var unreadable = await clerk.OpenAsync("/registry/calendar?month=2026-13");
        Assert.Equal((HttpStatusCode.OK, "2026年6月"), (unreadable.Status, unreadable["nav.months h2"].TextContent));
    }

    private static string[] Spans(WebPage page) => [.. page.Document.QuerySelectorAll("table.away-grid td.away").Select(cell => cell.GetAttribute("title")!.Split(' ')[1])];

    private static string Counts(WebPage page) => string.Concat(page.Document.QuerySelectorAll(".away-there td").Select(cell => cell.FirstChild!.TextContent.Trim()));
}

/// <summary>The calendar as a workbook, and who may look at it.</summary>
public sealed class CalendarExportTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    [Fact]
    public async Task The_month_is_taken_away_as_a_workbook_and_is_the_offices_own()
    {
        app.Clock.Set(2026, 6, 17);
        var member = await app.PersonAsync("表赵", await app.InstitutionAsync("浙江历二律师事务所", InstitutionKind.LawFirm));
        await app.AwayAsync(member, AbsenceKind.PracticeStopped, new(2027, 3, 2), null);
        await app.AwayAsync(member, AbsenceKind.Leave, new(2027, 1, 30), new(2027, 2, 1));
        var bureau = await app.AsAsync(Roles.Bureau);

        var (status, type, content) = await bureau.ExportAsync("/registry/calendar?month=2027-02");

        Assert.Equal((HttpStatusCode.OK, WorkbookWriter.ContentType), (status, type));
        var rows = WorkbookReader.Read(content).Value!.Sheets.Single().Rows.Select(row => string.Join(' ', row.Cells.Select(cell => cell.Text))).ToList();
        Assert.Equal(2, rows.Count);        // the heads and one leave; the stop begins in March
        Assert.StartsWith("表赵 浙江历二律师事务所 律师 请假", rows[1], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.AsAsync(Roles.Practitioner, app.OfficeId, membershipId: member.Id)).OpenAsync("/registry/calendar")).Status);
        Assert.Contains("/registry/calendar", (await bureau.OpenAsync("/registry/people"))["main"].InnerHtml, StringComparison.Ordinal);
    }
}
