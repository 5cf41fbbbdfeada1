using System.Globalization;
using AngleSharp.Dom;
using LegalAid.Rules.Tests;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>The two clocks of an assignment on the case's page and on 为什么是他: each stops at its own act, and both pages say the same.</summary>
public sealed class ClockPagesTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Own = "本办期限";
    private const string Statute = "法定期限";

    [Fact]
    [Clause("BB-6.1", "LAW-36", "REG-24")]
    public async Task Clocks_that_stopped_in_time_stay_in_time_half_a_year_later()
    {
        var (caseId, why) = await ProposedAsync("701");
        await app.DecideAsync(why);
        Assert.Equal(("按期办结", "剩 5 天"), await ShownAsync(caseId, why));      // the firm has it: only the office's clock stops
        await app.NameAsync(why);
        Assert.Equal(("按期办结", "剩 5 天"), await ShownAsync(caseId, why));      // a notice: the authority must be told
        await app.ReplyAsync(why);
        app.Clock.Set(2026, 6, 22, 17);
        await app.ReceiptAsync(why, "2026-6-22 16:00");
        app.Clock.Set(2026, 12, 24);

        Assert.Equal(("按期办结", "按期办结"), await ShownAsync(caseId, why));
    }

    [Fact]
    [Clause("BB-6.1", "LAW-36")]
    public async Task Clocks_that_stopped_late_say_by_how_much_at_the_stop_and_not_by_today()
    {
        var (caseId, why) = await ProposedAsync("702");
        app.Clock.Set(2026, 6, 20, 9);
        Assert.Equal(("已逾期 1 天", "剩 2 天"), await ShownAsync(caseId, why));
        await app.DecideAsync(why);
        await app.NameAsync(why);
        await app.ReplyAsync(why);
        app.Clock.Set(2026, 6, 23, 12);
        await app.ReceiptAsync(why, "2026-6-23 11:00");
        app.Clock.Set(2026, 12, 24);

        Assert.Equal(("逾期 1 天办结", "逾期 11 小时办结"), await ShownAsync(caseId, why));
    }

    [Theory]
    [Clause("BB-6.1")]
    [InlineData("703", 18, 23, 59, "按期办结")]
    [InlineData("704", 19, 0, 0, "逾期 1 小时办结")]       // 18 June 24:00 is over with its last minute
    public async Task Assigned_in_the_last_minute_is_in_time_and_at_midnight_is_late(string number, int day, int hour, int minute, string own)
    {
        var (caseId, why) = await ProposedAsync(number);
        app.Clock.Set(2026, 6, day, hour, minute);
        await app.DecideAsync(why);

        Assert.Equal(own, (await ShownAsync(caseId, why)).Own);
    }

    [Fact]
    [Clause("BB-6.2", "LAW-43")]
    public async Task An_application_stops_the_statutes_clock_when_the_handler_is_named()
    {
        await FirmsAsync();
        app.Clock.Set(2026, 6, 17, 10);
        var caseId = await app.GrantedAsync("钟甲");
        var why = await app.ProposedAsync(caseId);
        await app.DecideAsync(why);
        Assert.Equal(("按期办结", "剩 5 天"), await ShownAsync(caseId, why));
        await app.NameAsync(why);
        app.Clock.Set(2026, 12, 24);

        Assert.Equal(("按期办结", "按期办结"), await ShownAsync(caseId, why));
    }

    [Fact]
    [Clause("BB-6.1", "LAW-36")]
    public async Task A_refused_proposal_stops_nothing_and_its_page_follows_the_case()
    {
        var (caseId, refused) = await ProposedAsync("705");
        await app.DecideAsync(refused, agrees: false);
        app.Clock.Set(2026, 6, 20, 9);
        Assert.Equal(("已逾期 1 天", "剩 2 天"), await ShownAsync(caseId, refused));

        await app.DecideAsync(await app.ProposedAsync(caseId));
        app.Clock.Set(2026, 12, 24);

        Assert.Equal("逾期 1 天办结", (await ShownAsync(caseId, refused)).Own);
    }

    [Theory]
    [Clause("BB-6.1", "BB-6.2", "LAW-36", "LAW-43")]
    [InlineData(true, "2026-9-30 16:00", "同时届满", "同时届满")]      // a notice: both on 8 October, 24:00
    [InlineData(true, "2026-6-17 9:20", "先到", null)]                // the office's on 18 June, the statute's on the 22nd
    [InlineData(false, "2026-9-30 16:00", null, "先到")]              // an application: the statute's on 8 October, the office's on the 10th
    [InlineData(false, "2026-11-16 9:00", "同时届满", "同时届满")]     // both on 19 November
    public async Task Both_pages_say_alike_which_clock_ends_first(bool notice, string start, string? own, string? statute)
    {
        await FirmsAsync();
        app.Clock.Set(DateTime.ParseExact(start, "yyyy-M-d H:mm", CultureInfo.InvariantCulture));
        var caseId = notice ? await app.RegisteredAsync(start[..9], start) : await app.GrantedAsync("钟乙");
        var why = await app.ProposedAsync(caseId);

        var clerk = await app.AsAsync(Roles.Clerk);
        Assert.All([await clerk.OpenAsync(why), await clerk.OpenAsync($"/cases/{caseId}")], page => Assert.Equal((own, statute), (Mark(page, Own), Mark(page, Statute))));
    }

    private async Task<(Guid CaseId, string Why)> ProposedAsync(string number)
    {
        await FirmsAsync();
        app.Clock.Set(2026, 6, 17, 10);
        var caseId = await app.RegisteredAsync(number, "2026-6-17 9:20");
        return (caseId, await app.ProposedAsync(caseId));
    }

    private async Task FirmsAsync()
    {
        if (!await app.InDbAsync(db => db.Institutions.AnyAsync(i => i.Name == "重庆钟一律师事务所")))
        {
            await app.LawFirmAsync("重庆钟一律师事务所", "钟赵");
            await app.LawFirmAsync("重庆钟二律师事务所", "钟钱");
        }
    }

    // What both pages say of both clocks; a difference between the pages fails here.
    private async Task<(string Own, string Statute)> ShownAsync(Guid caseId, string why)
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var (whyPage, casePage) = (await clerk.OpenAsync(why), await clerk.OpenAsync($"/cases/{caseId}"));
        Assert.Equal((State(casePage, Own), State(casePage, Statute)), (State(whyPage, Own), State(whyPage, Statute)));
        return (State(whyPage, Own), State(whyPage, Statute));
    }

    private static string State(WebPage page, string label) => Face(page, label).QuerySelector(".deadline-state")!.TextContent.Trim();

    private static string? Mark(WebPage page, string label) => Face(page, label).QuerySelector(".deadline-red-line")?.TextContent;

    private static IElement Face(WebPage page, string label) =>
        page.Document.QuerySelectorAll(".clocks .deadline").Single(face => face.QuerySelector(".deadline-label")?.TextContent == label);
}
