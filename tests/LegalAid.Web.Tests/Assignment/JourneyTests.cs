using System.Net;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Assignment;
using LegalAid.Store.Decisions;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>From the letter to the named handler and the receipt, over HTTP.</summary>
public sealed class NoticeJourneyTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("BB-2.1", "BB-2.2", "BB-5.1", "BB-6.1", "BB-6.3", "BB-11.1", "LAW-36", "REG-24")]
    public async Task A_court_notice_goes_from_the_register_to_the_receipt()
    {
        var firm = await app.LawFirmAsync("重庆甲一律师事务所", "刑甲");
        await app.LawFirmAsync("重庆甲二律师事务所", "刑乙");
        var office = await app.InstitutionAsync("甲三法律服务所", InstitutionKind.LegalServiceOffice, QueueKind.Other);
        await app.MemberAsync("工甲", office);
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));

        var registered = await clerk.SubmitAsync("/intake/letters/new", TestData.Letter("（2026）渝0109刑初1号", "2026-6-17 9:20"));
        var caseUrl = registered.Location!;
        var aidCase = await CaseAsync(caseUrl);
        Assert.Equal(CaseStatus.AwaitingAssignment, aidCase.Status);
        Assert.Equal(new DateTime(2026, 6, 18, 16, 0, 0, DateTimeKind.Utc), aidCase.OwnDueAtUtc);           // 1 working day: 18 June 24:00
        Assert.Equal(new DateTime(2026, 6, 22, 16, 0, 0, DateTimeKind.Utc), aidCase.StatutoryDueAtUtc);     // 3 days end on 20 June, 端午 until the 21st: rolls to the 22nd

        var shown = await clerk.OpenAsync($"/assignment/cases/{aidCase.Id}/propose");
        Assert.Contains("建议：重庆甲一律师事务所", shown.Text, StringComparison.Ordinal);
        Assert.Contains("刑事案件只指派律师事务所", shown.Text, StringComparison.Ordinal);
        var proposed = await clerk.SendAsync($"/assignment/cases/{aidCase.Id}/propose", shown, [("Form.Note", "按序")]);
        var why = proposed.Location!;
        Assert.Contains("余额", (await clerk.OpenAsync(why)).Text, StringComparison.Ordinal);

        var approved = await director.SubmitAsync($"{why}/approval", ("Form.Agrees", "true"));
        Assert.Equal(caseUrl, approved.Location);
        var administrator = await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm.Id);
        var handler = await app.InDbAsync(db => db.Memberships.Where(m => m.InstitutionId == firm.Id).Select(m => m.Id).SingleAsync());
        var named = await administrator.SubmitAsync($"{why}/handler", ("Form.HandlerId", handler.ToString()));
        Assert.Equal($"{why}/notice", named.Location);
        Assert.Contains("碚援指字〔2026〕第1号", (await administrator.OpenAsync(named.Location!)).Html, StringComparison.Ordinal);

        await clerk.SubmitAsync($"{why}/reply");
        app.Clock.Set(2026, 6, 17, 17, 0);
        var received = await clerk.SubmitAsync($"{why}/reply", ("Form.ReceivedAtUtc", "2026-6-17 16:00"), ("Form.ReceivedBy", "收发室"));
        Assert.Equal($"{why}/reply", received.Location ?? received.Text);
        var assignment = await app.InDbAsync(db => db.Assignments.SingleAsync(a => a.CaseId == aidCase.Id));
        Assert.Equal(AssignmentStatus.Replied, assignment.Status);
        Assert.Null((await CaseAsync(caseUrl)).NextDueAtUtc);
        var record = await app.InDbAsync(db => db.Decisions.SingleAsync(d => d.Id == assignment.DecisionId));
        Assert.Equal(record.Result, DecisionKinds.Recompute(record));
    }

    private Task<AidCase> CaseAsync(string url)
    {
        var id = Guid.Parse(url[(url.LastIndexOf('/') + 1)..]);
        return app.InDbAsync(db => db.Cases.AsNoTracking().SingleAsync(c => c.Id == id));
    }
}

/// <summary>From the application to the proposal, over HTTP.</summary>
public sealed class ApplicationJourneyTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("BB-4.2", "BB-4.3", "BB-6.2", "BB-7.2", "BB-7.3", "BB-10.2", "LAW-43")]
    public async Task An_application_goes_to_the_institution_that_helped()
    {
        var first = await app.LawFirmAsync("重庆乙一律师事务所", "民甲");
        var helper = await app.LawFirmAsync("重庆乙二律师事务所", "民乙");
        var clerk = await app.AsAsync(Roles.Clerk);

        var taken = await clerk.SubmitAsync("/intake/applications/new", [.. TestData.Application("2026-6-16 9:00"), ("Form.HelpedByInstitutionId", helper.Id.ToString())]);
        await clerk.SubmitAsync($"{taken.Location}/decision", ("Form.Grants", "true"));
        var aidCase = await CaseAsync(taken.Location!);
        var proposed = await clerk.SubmitAsync($"/assignment/cases/{aidCase.Id}/propose");

        Assert.Equal(CaseKind.LabourArbitration, aidCase.Kind);
        Assert.Equal(HttpStatusCode.Found, proposed.Status);
        var assignment = await app.InDbAsync(db => db.Assignments.SingleAsync(a => a.CaseId == aidCase.Id));
        Assert.Equal(helper.Id, assignment.InstitutionId);
        Assert.NotEqual(first.Id, assignment.InstitutionId);
        Assert.Equal(0, await app.InDbAsync(db => db.QueuePlaces.SumAsync(p => p.BalanceMillionths)));
    }

    private Task<AidCase> CaseAsync(string url)
    {
        var id = Guid.Parse(url[(url.LastIndexOf('/') + 1)..]);
        return app.InDbAsync(db => db.Cases.AsNoTracking().SingleAsync(c => c.Id == id));
    }
}
