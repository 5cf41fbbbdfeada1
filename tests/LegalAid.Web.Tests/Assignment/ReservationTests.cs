using System.Net;
using LegalAid.Rules.Tests;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static LegalAid.Web.Tests.Assignment.DeclineDesk;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>A case one clerk decides on is not proposed by another until fifteen minutes are over or it is given free.</summary>
public sealed class ReservationTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("BB-5.1")]
    public async Task Another_clerk_is_told_who_and_until_when_and_can_submit_when_it_is_over()
    {
        var (one, other, page) = await TwoClerksAsync("留201");
        await BeginAsync(one, page);

        app.Clock.Set(2026, 6, 17, 10, 14);
        var told = await other.OpenAsync(page);
        Assert.Contains("中心经办正在办理，至 10:15", told.Text, StringComparison.Ordinal);
        Assert.Null(told.Document.QuerySelector("input[name='Form.Turn']"));
        IsRefused(await other.PostedAsync(page, Seen(await one.OpenAsync(page))), "正在办理本案，至10:15");      // looking again is no beginning
        await BeginAsync(one, page);

        app.Clock.Set(2026, 6, 17, 10, 28);
        Assert.Contains("正在办理，至 10:29", (await other.OpenAsync(page)).Text, StringComparison.Ordinal);
        app.Clock.Set(2026, 6, 17, 10, 29);
        IsDone(await other.SubmitAsync(page));
    }

    [Fact]
    public async Task Who_held_it_and_was_late_is_told_who_holds_it_now()
    {
        var (one, other, page) = await TwoClerksAsync("留202");
        await BeginAsync(one, page);
        var opened = await one.OpenAsync(page);
        app.Clock.Set(2026, 6, 17, 10, 15);
        await BeginAsync(other, page);

        IsRefused(await one.SendAsync(page, opened, []), "正在办理本案，至10:30");
        IsDone(await other.SubmitAsync(page));
    }

    [Fact]
    public async Task It_is_given_free_before_its_time()
    {
        var (one, other, page) = await TwoClerksAsync("留203");
        IsDone(await one.PostedAsync($"{page}?handler=Release"));
        await BeginAsync(one, page);
        await other.PostedAsync($"{page}?handler=Release");      // not theirs to give
        Assert.Contains("正在办理", (await other.OpenAsync(page)).Text, StringComparison.Ordinal);

        await one.SubmitAsync($"{page}?handler=Release");

        IsDone(await other.SubmitAsync(page));
        Assert.Equal(0, await app.InDbAsync(db => db.Journal.CountAsync(line => line.SubjectId == Guid.Parse(page.Split('/', StringSplitOptions.None)[3]) && line.Act == Act.ReservationReleased)));      // one's own
    }

    [Fact]
    [Clause("BB-5.1")]
    public async Task Looking_holds_nobody_up_and_the_head_gives_free_what_somebody_left_lying()
    {
        var (one, other, page) = await TwoClerksAsync("留205");
        await one.OpenAsync(page);
        Assert.False(await app.InDbAsync(db => db.CaseReservations.AnyAsync(r => page.Contains(r.CaseId.ToString()))));
        await BeginAsync(one, page);
        var director = await app.AsAsync(Roles.Director);
        Assert.Contains("解除中心经办的办理", (await director.OpenAsync(page)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("解除中心经办的办理", (await other.OpenAsync(page)).Text, StringComparison.Ordinal);

        IsDone(await director.SubmitAsync($"{page}?handler=Release"));

        IsDone(await other.SubmitAsync(page));
        var caseId = Guid.Parse(page.Split('/')[3]);
        Assert.Equal(1, await app.InDbAsync(db => db.Journal.CountAsync(line => line.SubjectId == caseId && line.Act == Act.ReservationReleased)));
    }

    [Fact]
    [Clause("BB-11.1")]
    public async Task The_preview_of_a_batch_says_who_has_a_case_in_hand()
    {
        var (one, other, page) = await TwoClerksAsync("留206");
        await BeginAsync(one, page);

        var preview = await other.OpenAsync($"/assignment/batch?case={page.Split('/')[3]}");

        Assert.Contains("中心经办正在办理本案，至10:15", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_eight_who_begin_at_once_one_holds_it()
    {
        var (_, _, page) = await TwoClerksAsync("留204");
        var clerks = new List<Visitor>();
        for (var i = 0; i < 8; i++)
        {
            clerks.Add(await app.AsAsync(Roles.Clerk, app.OfficeId, name: $"holder-{i}"));
        }

        var pages = await Task.WhenAll(clerks.Select(clerk => Task.Run(async () => { IsDone(await clerk.PostedAsync($"{page}?handler=Reserve")); return await clerk.OpenAsync(page); })));

        Assert.Single(pages, shown => shown.Document.QuerySelector("input[name='Form.Turn']") is not null);
        Assert.All(pages, shown => Assert.Equal(HttpStatusCode.OK, shown.Status));
        Assert.Equal(1, await app.InDbAsync(db => db.CaseReservations.CountAsync(r => page.Contains(r.CaseId.ToString()))));
    }

    private static async Task BeginAsync(Visitor clerk, string page) => IsDone(await clerk.PostedAsync($"{page}?handler=Reserve"));

    private static (string, string)[] Seen(WebPage page) =>
        [.. new[] { "Form.InstitutionId", "Form.Turn" }.Select(field => (field, page[$"input[name='{field}']"].GetAttribute("value")!))];

    private async Task<(Visitor One, Visitor Other, string Page)> TwoClerksAsync(string number)
    {
        app.Clock.Set(2026, 6, 17);
        if (!await app.InDbAsync(db => db.Institutions.AnyAsync()))
        {
            await app.LawFirmAsync("重庆留律师事务所", "留某甲");
        }

        var caseId = await app.RegisteredAsync(number, "2026-6-17 9:00");
        return (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Clerk, app.OfficeId, name: "other-clerk"), $"/assignment/cases/{caseId}/propose");
    }
}
