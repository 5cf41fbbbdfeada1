using System.Net;
using LegalAid.Rules.Tests;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Stations;

/// <summary>A station takes an application in; the centre's receipt starts the clock; the station sees what it sent and nothing else.</summary>
public sealed class StationTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("BB-7.1", "LAW-43")]
    public async Task What_a_station_takes_in_waits_for_the_centre_whose_receipt_starts_the_seven_days()
    {
        app.Clock.Set(2026, 6, 17, 10);
        var (station, clerk) = (await app.AsAsync(Roles.Station), await app.AsAsync(Roles.Clerk));
        var sent = await station.SubmitAsync("/intake/applications/new", [.. TestData.Application("2026-6-16 9:00", "站某甲"), ("Form.RecipientPhone", "13900001234")]);
        var aidCase = await CaseAsync(sent);
        Assert.Equal((CaseStatus.Forwarded, "柳荫司法所", null), (aidCase.Status, aidCase.HelpedByStation, aidCase.ExaminationDueAtUtc));
        Assert.Contains("待接收", (await clerk.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(clerk, $"{sent.Location}/decision", ("Form.Grants", "true"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await station.OpenAsync($"{sent.Location}/receive")).Status);

        app.Clock.Set(2026, 6, 18, 15);
        Assert.Equal(sent.Location, (await clerk.SubmitAsync($"{sent.Location}/receive")).Location);

        var received = await CaseAsync(sent);
        Assert.Equal(CaseStatus.UnderExamination, received.Status);
        Assert.Equal(new DateTime(2026, 6, 18, 7, 0, 0, DateTimeKind.Utc), received.ReceivedAtUtc);
        Assert.Equal(new DateTime(2026, 6, 16, 1, 0, 0, DateTimeKind.Utc), received.StationTakenAtUtc);
        Assert.Equal(new DateTime(2026, 6, 25, 16, 0, 0, DateTimeKind.Utc), received.ExaminationDueAtUtc);
        Assert.Contains("可能已经接收", (await PostAsync(clerk, $"{sent.Location}/receive")).Text, StringComparison.Ordinal);
        var acts = await app.InDbAsync(db => db.Journal.Where(l => l.SubjectId == received.Id).OrderBy(l => l.AtUtc).Select(l => l.Act).ToListAsync());
        Assert.Equal([Act.ApplicationForwarded, Act.ApplicationReceived], acts);
        app.Clock.Set(2026, 6, 17, 10);
    }

    [Fact]
    public async Task A_station_sees_what_it_sent_and_no_whole_number()
    {
        var (station, clerk) = (await app.AsAsync(Roles.Station), await app.AsAsync(Roles.Clerk));
        var own = await station.SubmitAsync("/intake/applications/new", [.. TestData.Application("2026-6-16 9:00", "站某乙"), ("Form.RecipientPhone", "13900001234")]);
        var centres = await clerk.SubmitAsync("/intake/applications/new", TestData.Application("2026-6-16 9:00", "窗口某"));

        var list = await station.OpenAsync("/cases");
        Assert.Contains("站某乙", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("窗口某", list.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await station.OpenAsync(centres.Location!)).Status);
        var page = await station.OpenAsync(own.Location!);
        Assert.DoesNotContain("13900001234", page.Html, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main a[href*='/reveal'], main a[href*='/access'], main .page-acts a"));
    }

    [Fact]
    public async Task A_closed_station_sends_nothing_and_a_name_stands_once()
    {
        var station = await app.AsAsync(Roles.Station);
        var director = await app.AsAsync(Roles.Director);
        var id = await app.InDbAsync(db => db.Stations.Where(s => s.Name == "柳荫司法所").Select(s => s.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync("/stations/new", ("Form.Name", "三圣司法所"))).Status);
        Assert.Contains("同名", (await director.SubmitAsync("/stations/new", ("Form.Name", "三圣司法所"))).Text, StringComparison.Ordinal);

        await director.SubmitAsync($"/stations/{id}", ("Form.Closed", "true"));
        Assert.Contains("工作站已停用", (await station.SubmitAsync("/intake/applications/new", TestData.Application("2026-6-16 9:00", "站某丙"))).Text, StringComparison.Ordinal);
        await director.SubmitAsync($"/stations/{id}", ("Form.Closed", "false"));
        Assert.Equal(HttpStatusCode.Found, (await station.SubmitAsync("/intake/applications/new", TestData.Application("2026-6-16 9:00", "站某丙"))).Status);
    }

    private Task<AidCase> CaseAsync(WebPage answer)
    {
        var id = Guid.Parse(answer.Location!["/cases/".Length..]);
        return app.InDbAsync(db => db.Cases.AsNoTracking().SingleAsync(c => c.Id == id));
    }

    private static async Task<WebPage> PostAsync(Visitor visitor, string url, params (string Field, string Value)[] fields) =>
        await visitor.PostAsync(url, [await visitor.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), .. fields]);
}
