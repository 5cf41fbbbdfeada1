using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Notices;

/// <summary>站内信 along one assignment, at an office with one firm.</summary>
public sealed class InboxJourneyTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task From_the_proposal_to_the_handler_each_is_told_in_turn_and_the_case_shows_when_it_was_read()
    {
        app.Clock.Set(2026, 6, 17, 10);
        var firm = await app.LawFirmAsync("重庆信甲律师事务所", "信某甲");
        var director = await app.AsAsync(Roles.Director);
        var administrator = await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm.Id);
        var caseId = await app.RegisteredAsync("信1", "2026-6-17 9:00");
        var why = await app.ProposedAsync(caseId);

        Assert.Equal("1", InboxTests.Count(await director.OpenAsync("/")));
        Assert.Equal("", InboxTests.Count(await administrator.OpenAsync("/")));
        Assert.Equal($"{why}/approval", (await InboxTests.OpenFirstAsync(director)).Location);
        Assert.Equal("", InboxTests.Count(await director.OpenAsync("/")));
        await app.DecideAsync(why);

        Assert.Contains("请在6月18日（周四）10:00前安排承办人", (await administrator.OpenAsync("/inbox")).Text, StringComparison.Ordinal);
        var page = await (await app.AsAsync(Roles.Clerk)).OpenAsync($"/cases/{caseId}");
        Assert.Contains("指派案件 （送达） 重庆信甲律师事务所 6月17日（周三）10:00 未读", page.Text, StringComparison.Ordinal);
        app.Clock.Set(2026, 6, 17, 11, 30);
        Assert.Equal($"{why}/handler", (await InboxTests.OpenFirstAsync(administrator)).Location);
        app.Clock.Set(2026, 6, 17, 12);
        await InboxTests.OpenFirstAsync(administrator);        // once more: the first reading stands
        page = await (await app.AsAsync(Roles.Clerk)).OpenAsync($"/cases/{caseId}");
        Assert.Contains("已读 6月17日（周三）11:30", page.Text, StringComparison.Ordinal);

        await app.NameAsync(why);
        var member = await app.InDbAsync(db => db.Memberships.Where(m => m.InstitutionId == firm.Id).Select(m => m.Id).SingleAsync());
        var handler = await app.AsAsync(Roles.Practitioner, app.OfficeId, membershipId: member);
        Assert.Equal($"{why}/notice", (await InboxTests.OpenFirstAsync(handler)).Location);
    }
}
