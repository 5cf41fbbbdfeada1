using System.Net;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Registry;

/// <summary>An absence recorded for the wrong person is taken out of force, and stays to be read.</summary>
public sealed class VoidedAbsenceTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_suspension_recorded_by_mistake_is_voided_bars_nobody_and_stays_in_the_history()
    {
        var firm = await app.LawFirmAsync("重庆误停律师事务所");
        var person = await app.MemberAsync("误停甲", firm);
        var clerk = await app.AsAsync(Roles.Clerk);
        var registered = await clerk.SubmitAsync("/intake/letters/new", TestData.Letter("（2026）误停1号", "2026-6-17 9:20"));
        var proposal = $"/assignment{registered.Location}/propose";
        await RecordAsync(clerk, person);
        Assert.Contains("暂停指派", (await clerk.OpenAsync(proposal)).Text, StringComparison.Ordinal);
        var record = await clerk.OpenAsync($"/registry/people/{person.Id}");

        var voided = await clerk.SubmitAsync(record["#absences a[href$='/void']"].GetAttribute("href")!, ("Form.Reason", "应登记给同名的另一人"));

        Assert.Equal($"/registry/people/{person.Id}", voided.Location);
        var page = await clerk.OpenAsync(voided.Location!);
        Assert.DoesNotContain("暂停指派", (await clerk.OpenAsync(proposal)).Text, StringComparison.Ordinal);
        Assert.Contains("今天可指派", page.Text, StringComparison.Ordinal);
        Assert.Contains("已撤销", page["#absences"].TextContent, StringComparison.Ordinal);
        Assert.Contains("应登记给同名的另一人", page["#absences"].TextContent, StringComparison.Ordinal);
        Assert.Contains("撤销登记有误的请假或暂停", page["#timeline"].TextContent, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("#absences a"));
        Assert.Equal("误停甲", (await clerk.OpenAsync("/registry/people?q=误停&today=Available"))["#rows tbody th"].TextContent.Trim());
        await RecordAsync(clerk, person);       // the right one may take its place
        Assert.Equal(2, await app.InDbAsync(db => db.Absences.CountAsync(a => a.MembershipId == person.Id)));
    }

    [Fact]
    public async Task A_voided_absence_is_neither_voided_again_nor_ended()
    {
        var person = await app.MemberAsync("误停乙", await app.LawFirmAsync("重庆误停二律师事务所"));
        var clerk = await app.AsAsync(Roles.Clerk);
        await RecordAsync(clerk, person, last: "2026-6-16");      // one gone by is voided as well
        var absence = await app.InDbAsync(db => db.Absences.SingleAsync(a => a.MembershipId == person.Id));
        var url = $"/registry/people/{person.Id}/absences/{absence.Id}/void";
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.SubmitAsync(url, ("Form.Reason", ""))).Status);
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync(url, ("Form.Reason", "重复登记"))).Status);

        var again = await clerk.SubmitAsync(url, ("Form.Reason", "再撤一次"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("这条登记已经撤销", again.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync(url.Replace("/void", "/end", StringComparison.Ordinal))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.AsAsync(Roles.Bureau)).OpenAsync(url)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync($"/registry/people/{person.Id}/absences/{Guid.NewGuid()}/void")).Status);
        var line = await app.InDbAsync(db => db.Journal.SingleAsync(l => l.SubjectId == person.Id && l.Act == Act.AbsenceVoided));
        Assert.Equal("重复登记", line.Reason);
        Assert.Contains(absence.Id.ToString(), line.Details, StringComparison.Ordinal);
    }

    private static async Task RecordAsync(Visitor clerk, Membership person, string last = "") =>
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"/registry/people/{person.Id}/absences/new", ("Form.Kind", "Suspension"), ("Form.FirstDay", "2026-6-10"), ("Form.LastDay", last), ("Form.Reason", "司法局决定"))).Status);
}
