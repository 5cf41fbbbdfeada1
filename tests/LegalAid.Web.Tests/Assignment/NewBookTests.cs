using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Tests;
using LegalAid.Store;
using LegalAid.Store.Decisions;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Rulebooks;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>北碚 with new books from Thursday 18 June 2026: two working days instead of one, four days instead of three, and the bureau decides from three people on.</summary>
public sealed class NewBookApp : TestApp
{
    private const string Own = "beibei/2026-06-18.yaml";
    private const string National = "national/2026-06-18.yaml";

    private readonly BookFolder folder = new BookFolder()
        .Copy(BookFolder.Beibei, Own)
        .Replace(Own, "in-force-from: 2023-04-10", "in-force-from: 2026-06-18")
        .Replace(Own, "    length: 1\n    unit: working-days", "    length: 2\n    unit: working-days")
        .Replace(Own, "value: 50", "value: 3")
        .Replace(Own, "value: 10\n    clause: BB-10.3", "value: 2\n    clause: BB-10.3")
        .Copy("national/2023-09-01.yaml", National)
        .Replace(National, "in-force-from: 2023-09-01", "in-force-from: 2026-06-18")
        .Replace(National, "    length: 3\n    unit: days\n    rolls-over-holidays: true\n    clause: LAW-36", "    length: 4\n    unit: days\n    rolls-over-holidays: false\n    clause: LAW-36")
        .Replace(National, "length: 5\n    unit: days", "length: 7\n    unit: working-days")
        .Replace(National, "length: 30", "length: 45");

    protected override string? RuleBooks => folder.FullName;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }
}

/// <summary>Where a new book starts between the notice and the proposal: the clocks stay those of the old one, who decides is a matter of the new one.</summary>
public sealed class NewBookTests(NewBookApp app) : IClassFixture<NewBookApp>
{
    [Theory]
    [Clause("BB-6.1", "LAW-36")]
    [InlineData("801", "2026-6-17 23:59", "2026-06-19", "2026-06-23", "BB-2023-04-10 CN-2023-09-01")]      // ends at 0:00 of: one working day; three days over 端午
    [InlineData("802", "2026-6-18 0:00", "2026-06-24", "2026-06-23", "")]                                  // two working days over 端午; four days that do not roll
    public async Task The_clocks_of_the_decision_and_of_the_case_go_by_the_books_of_the_day_the_notice_came(string number, string received, string own, string statute, string olderBooks)
    {
        await FirmAsync();
        app.Clock.Set(2026, 6, 18, 10);
        var caseId = await app.RegisteredAsync(number, received);
        var why = await app.ProposedAsync(caseId);

        var aidCase = await app.InDbAsync(db => db.Cases.AsNoTracking().SingleAsync(c => c.Id == caseId));
        var record = await app.InDbAsync(db => db.Decisions.AsNoTracking().SingleAsync(d => d.SubjectId == caseId && d.Kind == DecisionKinds.Assignment));
        var clocks = CanonicalJson.Read<AssignmentDecision>(record.Result).Clocks!.Deadlines;
        Assert.Equal((Day(own), Day(statute)), (clocks.Own!.DueAt, clocks.Statute.DueAt));
        Assert.Equal((aidCase.OwnDueAtUtc, aidCase.StatutoryDueAtUtc), (OfficeClock.ToUtc(clocks.Own.DueAt), OfficeClock.ToUtc(clocks.Statute.DueAt)));
        Assert.Equal(record.Result, DecisionKinds.Recompute(record));
        var versions = string.Join(' ', record.RuleBookVersion.Split(' ').Select(version => version[..13]));
        Assert.Equal($"BB-2026-06-18 CN-2026-06-18 {olderBooks}".Trim(), versions);
        var clerk = await app.AsAsync(Roles.Clerk);
        Assert.Equal(Ends(await clerk.OpenAsync($"/cases/{caseId}")), Ends(await clerk.OpenAsync(why)));
    }

    [Theory]
    [InlineData("805", 17, 23, 59, "之日起5日内与受援人办理委托手续", "办结后30日内提交")]
    [InlineData("806", 18, 0, 0, "之日起7个工作日内与受援人办理委托手续", "办结后45日内提交")]
    public async Task The_notice_names_the_terms_of_the_national_book_of_its_own_day(string number, int day, int hour, int minute, string engagement, string file)
    {
        await FirmAsync();
        app.Clock.Set(2026, 6, 17, 10);
        var why = await app.ProposedAsync(await app.RegisteredAsync(number, "2026-6-17 9:20"));
        await app.DecideAsync(why);
        app.Clock.Set(2026, 6, day, hour, minute);
        await app.NameAsync(why);
        app.Clock.Set(2026, 12, 24);

        var notice = (await (await app.AsAsync(Roles.Clerk)).OpenAsync($"{why}/notice")).Html;

        Assert.Contains(engagement, notice, StringComparison.Ordinal);
        Assert.Contains(file, notice, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("BB-5.2")]
    public async Task Who_decides_follows_the_book_of_the_deciding_day_on_every_page()
    {
        await FirmAsync();
        var clerk = await app.AsAsync(Roles.Clerk);
        app.Clock.Set(2026, 6, 17, 10);
        var (open, decided) = (await GroupOfThreeAsync("规一"), await GroupOfThreeAsync("规二"));
        Assert.DoesNotContain("报区司法局", (await clerk.OpenAsync($"/cases/{open}")).Text, StringComparison.Ordinal);
        await app.ProposedAsync(decided);

        app.Clock.Set(2026, 6, 18, 10);
        Assert.Contains("报区司法局", (await clerk.OpenAsync($"/cases/{open}")).Text, StringComparison.Ordinal);
        Assert.Contains("报区司法局", (await clerk.OpenAsync($"/assignment/cases/{open}/propose")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("报区司法局", (await clerk.OpenAsync($"/cases/{decided}")).Text, StringComparison.Ordinal);       // proposed while the director decided
    }

    private static DateTime Day(string day) => DateTime.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static List<string?> Ends(WebPage page) => [.. page.Document.QuerySelectorAll(".clocks .deadline time").Select(time => time.GetAttribute("datetime"))];

    private async Task<Guid> GroupOfThreeAsync(string recipient)
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var taken = await clerk.SubmitAsync("/intake/applications/new", [.. TestData.Application("2026-6-16 9:00", recipient).Where(f => f.Field != "Form.Headcount"), ("Form.Headcount", "3")]);
        await clerk.SubmitAsync($"{taken.Location}/decision", ("Form.Grants", "true"));
        return NoticePath.IdOf(taken.Location!);
    }

    private async Task FirmAsync()
    {
        if (!await app.InDbAsync(db => db.Institutions.AnyAsync(i => i.Name == "重庆新规律师事务所")))
        {
            await app.LawFirmAsync("重庆新规律师事务所", "规甲");
        }
    }
}
