using System.Net;
using LegalAid.Rules.Tests;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Store.Notices;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Authority;
using LegalAid.Web.Tests.Recusals;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static LegalAid.Web.Tests.Assignment.DeclineDesk;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>An interest found while handling a case: reported by firm or handler, decided by the centre's head, and found by every later check (CF-16).</summary>
public sealed class ConflictReportTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("CF-16", "CF-02")]
    public async Task An_interest_upheld_takes_the_case_back_and_bars_the_handler_from_it_alone()
    {
        var named = await NamedAsync("报1");
        var (firm, director) = (await named.ReceiverAsync(), await app.AsAsync(Roles.Director));
        var before = await app.BalancesAsync();
        Assert.Contains("报告利害关系", (await firm.OpenAsync($"/cases/{named.CaseId}")).Text, StringComparison.Ordinal);

        IsDone(await firm.SubmitAsync($"{named.Url}/conflict", ("Form.HandlerId", (await HandlerAsync(named)).ToString()), ("Form.Reason", "办案中得知被害人是其房东")));
        IsRefused(await firm.PostedAsync($"{named.Url}/conflict", ("Form.HandlerId", (await HandlerAsync(named)).ToString()), ("Form.Reason", "再报")), "待中心决定");

        Assert.Contains($"{named.Url}/conflict-decision", (await director.OpenAsync("/")).Html, StringComparison.Ordinal);
        Assert.Contains("办案中得知被害人是其房东", (await director.OpenAsync($"{named.Url}/conflict-decision")).Text, StringComparison.Ordinal);
        IsDone(await director.SubmitAsync($"{named.Url}/conflict-decision", ("Form.Upheld", "true"), ("Form.Reason", "属实")));

        var now = await named.NowAsync();
        Assert.Equal((AssignmentStatus.Revoked, false), (now.Status, now.SetsAside));
        Assert.Equal(CaseStatus.AwaitingAssignment, await app.InDbAsync(db => db.Cases.Where(c => c.Id == named.CaseId).Select(c => c.Status).SingleAsync()));
        Assert.NotEqual(before, await app.BalancesAsync());
        Assert.Contains("本人与本案有利害关系", (await (await app.AsAsync(Roles.Clerk)).OpenAsync($"/assignment/cases/{named.CaseId}/propose"))["#conflicts"].TextContent, StringComparison.Ordinal);
        Assert.Contains("存在利害关系，另行指派", (await firm.OpenAsync($"{named.Url}/conflict")).Text, StringComparison.Ordinal);
        IsRefused(await director.PostedAsync($"{named.Url}/conflict-decision", ("Form.Upheld", "false"), ("Form.Reason", "再定")), "已经决定过了");
        Assert.DoesNotContain("房东", await app.InDbAsync(async db => string.Join('\n', await db.Journal.Select(l => l.Reason + l.Details).ToListAsync())), StringComparison.Ordinal);
        Assert.Equal(2, await app.InDbAsync(db => db.Journal.CountAsync(l => l.SubjectId == named.CaseId && (l.Act == Act.ConflictReported || l.Act == Act.ConflictReportUpheld))));
        Assert.Equal([NoticeKind.ConflictDecided, NoticeKind.ConflictReported], await app.InDbAsync(db =>
            db.Notices.Where(n => n.CaseId == named.CaseId && (n.Kind == NoticeKind.ConflictDecided || n.Kind == NoticeKind.ConflictReported)).Select(n => n.Kind).Distinct().OrderBy(k => k).ToListAsync()));
    }

    [Fact]
    [Clause("CF-16")]
    public async Task A_report_that_does_not_stand_in_the_way_leaves_the_case_where_it_is()
    {
        var named = await NamedAsync("报2");
        var member = await HandlerAsync(named);
        var handler = await app.AsAsync(Roles.Practitioner, app.OfficeId, membershipId: member);
        var ties = await app.InDbAsync(db => db.MemberTies.CountAsync(t => t.MembershipId == member));
        IsDone(await handler.SubmitAsync($"{named.Url}/conflict", ("Form.HandlerId", member.ToString()), ("Form.Reason", "与证人相识")));
        Assert.Equal(HttpStatusCode.Forbidden, (await handler.OpenAsync($"{named.Url}/conflict-decision")).Status);
        IsRefused(await (await app.AsAsync(Roles.Clerk)).PostedAsync($"{named.Url}/conflict-decision", ("Form.Upheld", "false"), ("Form.Reason", "试")), "由负责人决定");

        IsDone(await (await app.AsAsync(Roles.Director)).SubmitAsync($"{named.Url}/conflict-decision", ("Form.Upheld", "false"), ("Form.Reason", "不影响公正")));

        Assert.Equal(AssignmentStatus.HandlerNamed, (await named.NowAsync()).Status);
        Assert.Equal(ties, await app.InDbAsync(db => db.MemberTies.CountAsync(t => t.MembershipId == member)));
        IsDone(await handler.SubmitAsync($"{named.Url}/conflict", ("Form.HandlerId", member.ToString()), ("Form.Reason", "另有新情况")));
    }

    [Fact]
    [Clause("CF-16")]
    public async Task Who_may_revoke_in_the_heads_stead_decides_and_the_whole_firm_can_be_passed_over()
    {
        var named = await NamedAsync("报3");
        var firm = await named.ReceiverAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await firm.SubmitAsync($"{named.Url}/conflict", ("Form.Reason", ""))).Status);
        IsDone(await firm.SubmitAsync($"{named.Url}/conflict", ("Form.HandlerId", (await HandlerAsync(named)).ToString()), ("Form.Reason", "本所系对方顾问")));
        var (desk, acting) = await app.OfficerNamedAsync(Roles.Clerk, "代某报");
        var authority = await app.GrantedAsync(acting.Id, "碚援授〔2026〕71号", "2026-6-17", "2026-6-18", "Revokes");
        Assert.Contains($"{named.Url}/conflict-decision", (await desk.OpenAsync("/")).Html, StringComparison.Ordinal);

        IsDone(await desk.SubmitAsync($"{named.Url}/conflict-decision", ("Form.Upheld", "true"), ("Form.WholeInstitution", "true"), ("Form.Reason", "属实")));

        Assert.Equal((true, authority.Id), ((await named.NowAsync()).SetsAside, (await named.NowAsync()).UndoneUnderId));
        Assert.Contains("决定利害关系报告", (await desk.OpenAsync($"/authority/{authority.Id}"))["#decisions"].TextContent, StringComparison.Ordinal);
        Assert.Contains("代中心负责人（授权书碚援授〔2026〕71号）", (await desk.OpenAsync($"{named.Url}/conflict-decision")).Text, StringComparison.Ordinal);
    }

    private async Task<Agreed> NamedAsync(string number)
    {
        if (!await app.InDbAsync(db => db.Institutions.AnyAsync()))
        {
            await app.LawFirmAsync("重庆报告律师事务所", "报甲", "报乙", "报丙", "报丁");
            await app.LawFirmAsync("重庆报告二律师事务所", "报戊");
        }

        var agreed = await app.AgreedAsync(number);
        await app.NameAsync(agreed.Url);
        return agreed;
    }

    private Task<Guid> HandlerAsync(Agreed named) => app.InDbAsync(db => db.CaseHandlers.Where(h => h.AssignmentId == named.Id).Select(h => h.MembershipId).FirstAsync());
}
