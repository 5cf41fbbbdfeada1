using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>An assignment is taken back before a handler is named: withdrawn, revoked, or refused for good.</summary>
public sealed class UndoTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [Clause("BB-5.1")]
    [InlineData(Roles.Clerk)]
    [InlineData(Roles.Director)]
    public async Task A_proposal_is_withdrawn_with_a_reason_and_the_turn_given_back(string role)
    {
        await FirmsAsync();
        var before = await BalancesAsync();
        var (caseId, why) = await ProposedAsync($"撤{role}");
        var visitor = await app.AsAsync(role);

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SubmitAsync($"{why}/undo", ("Form.Reason", " "))).Status);
        Assert.Equal(HttpStatusCode.Found, (await visitor.SubmitAsync($"{why}/undo", ("Form.Reason", "登记有误"))).Status);

        var assignment = await app.InDbAsync(db => db.Assignments.SingleAsync(a => a.CaseId == caseId));
        Assert.Equal((AssignmentStatus.Withdrawn, "登记有误"), (assignment.Status, assignment.UndoneReason));
        Assert.Equal(before, await BalancesAsync());
        Assert.Contains("撤回指派意见", (await visitor.OpenAsync($"/cases/{caseId}")).Text, StringComparison.Ordinal);
        Assert.Contains("登记有误", (await visitor.OpenAsync($"/assignment/cases/{caseId}/propose")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(visitor, why, ("Form.Reason", "再来"))).Status);
    }

    [Fact]
    [Clause("BB-5.1", "BB-11.1")]
    public async Task Whoever_the_director_sets_aside_is_passed_over_and_keeps_the_balance()
    {
        await FirmsAsync();
        var (caseId, why) = await ProposedAsync("换甲");
        var first = await app.InDbAsync(db => db.Assignments.Where(a => a.CaseId == caseId).Select(a => a.InstitutionId).SingleAsync());
        var before = await BalancesAsync();

        await (await app.AsAsync(Roles.Director)).SubmitAsync($"{why}/approval", ("Form.Agrees", "false"), ("Form.Note", "该所正在清理"), ("Form.SetsAside", "true"));
        var clerk = await app.AsAsync(Roles.Clerk);
        var shown = await clerk.OpenAsync($"/assignment/cases/{caseId}/propose");
        await clerk.SendAsync($"/assignment/cases/{caseId}/propose", shown, [("Form.Note", "")]);

        Assert.Contains("该所正在清理", shown.Text, StringComparison.Ordinal);
        Assert.Contains("负责人已决定本案不由该机构承办", shown.Text, StringComparison.Ordinal);
        var second = await app.InDbAsync(db => db.Assignments.SingleAsync(a => a.CaseId == caseId && a.Status == AssignmentStatus.Proposed));
        Assert.NotEqual(first, second.InstitutionId);
        await (await app.AsAsync(Roles.Clerk)).SubmitAsync($"/assignment/{second.Id}/undo", ("Form.Reason", "复原"));
        Assert.Equal(0, (await BalancesAsync()).Values.Sum());
        Assert.NotEqual(before[first], (await BalancesAsync())[first]);     // the turn it had paid for was given back
    }

    [Fact]
    [Clause("BB-11.1")]
    public async Task A_clerk_does_not_pass_anybody_over_and_a_director_can_take_it_back()
    {
        await FirmsAsync();
        var (caseId, why) = await ProposedAsync("跳甲");
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));

        var refused = await PostAsync(clerk, why, ("Form.Reason", "换一家"), ("Form.SetsAside", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        await PostAsync(director, why, ("Form.Reason", "换一家"), ("Form.SetsAside", "true"));
        Assert.Contains("负责人已决定本案不由该机构承办", (await clerk.OpenAsync($"/assignment/cases/{caseId}/propose")).Text, StringComparison.Ordinal);
        await director.SubmitAsync($"{why}/undo?handler=Lift");

        Assert.DoesNotContain("负责人已决定本案不由该机构承办", (await clerk.OpenAsync($"/assignment/cases/{caseId}/propose")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [Clause("BB-5.1")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_agreed_assignment_is_revoked_by_the_director_alone_and_costs_the_turn_only_without_good_reason(bool keepsTurn)
    {
        await FirmsAsync();
        var before = await BalancesAsync();
        var (caseId, why) = await ProposedAsync($"撤销{keepsTurn}");
        var director = await app.AsAsync(Roles.Director);
        await director.SubmitAsync($"{why}/approval", ("Form.Agrees", "true"));

        var byClerk = await PostAsync(await app.AsAsync(Roles.Clerk), why, ("Form.Reason", "试"));
        var revoked = await director.SubmitAsync($"{why}/undo", ("Form.Reason", "机构不接"), ("Form.KeepsTurn", keepsTurn ? "true" : "false"), ("Form.SetsAside", "true"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, byClerk.Status);
        Assert.Contains("由负责人撤销", byClerk.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, revoked.Status);
        Assert.Equal(CaseStatus.AwaitingAssignment, await StatusAsync(caseId));
        Assert.Equal(!keepsTurn, before.SequenceEqual(await BalancesAsync()));
        Assert.Equal(1, await app.InDbAsync(db => db.Journal.CountAsync(l => l.SubjectId == caseId && l.Act == Act.AssignmentRevoked)));
    }

    [Fact]
    [Clause("BB-2.3", "BB-5.1")]
    public async Task Nobody_left_to_handle_it_is_told_at_the_decision_and_afterwards_the_case_can_be_moved()
    {
        var (one, _) = await FirmsAsync();
        var (caseId, why) = await ProposedAsync("停甲", ("Form.Flags", "None"));
        var taken = await app.InDbAsync(db => db.Assignments.Where(a => a.CaseId == caseId).Select(a => a.InstitutionId).SingleAsync());
        await SuspendAsync(taken);
        var director = await app.AsAsync(Roles.Director);

        var refused = await director.SubmitAsync($"{why}/approval", ("Form.Agrees", "true"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("没有可承办本案的律师", refused.Text, StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Proposed, await StatusAsync(caseId));
        Assert.Equal(HttpStatusCode.Found, (await director.SubmitAsync($"{why}/undo", ("Form.Reason", "全部暂停"))).Status);
        await ResumeAsync();
        Assert.NotEqual(Guid.Empty, one.Id);
    }

    [Fact]
    public async Task Only_the_centre_withdraws_and_nothing_is_withdrawn_once_a_handler_is_named()
    {
        await FirmsAsync();
        var (caseId, why) = await ProposedAsync("名甲");
        await (await app.AsAsync(Roles.Director)).SubmitAsync($"{why}/approval", ("Form.Agrees", "true"));
        var firm = await app.InDbAsync(db => db.Assignments.Where(a => a.CaseId == caseId).Select(a => a.InstitutionId).SingleAsync());
        var administrator = await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm);
        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.OpenAsync($"{why}/undo")).Status);
        var handler = await app.InDbAsync(db => db.Memberships.Where(m => m.InstitutionId == firm).Select(m => m.Id).FirstAsync());
        await administrator.SubmitAsync($"{why}/handler", ("Form.HandlerId", handler.ToString()));

        var refused = await PostAsync(await app.AsAsync(Roles.Director), why, ("Form.Reason", "试"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(CaseStatus.HandlerNamed, await StatusAsync(caseId));
    }

    [Fact]
    public async Task Withdrawing_and_deciding_at_once_leave_one_of_the_two()
    {
        await FirmsAsync();
        var (caseId, why) = await ProposedAsync("同甲");
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));

        var answers = await Task.WhenAll(
            PostAsync(clerk, why, ("Form.Reason", "撤回")),
            director.PostAsync($"{why}/approval", [await director.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), ("Form.Agrees", "true")]));

        // Agreeing first and revoking afterwards is the director's alone, so exactly one is done.
        Assert.Equal(1, answers.Count(answer => answer.Status == HttpStatusCode.Found));
        Assert.Contains(await StatusAsync(caseId), new[] { CaseStatus.AwaitingAssignment, CaseStatus.Assigned });
        Assert.Equal(0, (await BalancesAsync()).Values.Sum());
    }

    private static async Task<WebPage> PostAsync(Visitor visitor, string why, params (string, string)[] fields) =>
        await visitor.PostAsync($"{why}/undo", [await visitor.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), .. fields]);

    private async Task<(Institution One, Institution Two)> FirmsAsync()
    {
        var known = await app.InDbAsync(db => db.Institutions.AsNoTracking().OrderBy(i => i.Name).ToListAsync());
        return known is [var one, var two] ? (one, two) : (await app.LawFirmAsync("重庆撤A律师事务所", "撤甲"), await app.LawFirmAsync("重庆撤B律师事务所", "撤乙"));
    }

    private async Task<(Guid CaseId, string Why)> ProposedAsync(string name, params (string, string)[] more)
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var registered = await clerk.SubmitAsync("/intake/letters/new", [.. TestData.Letter($"（2026）{name}号", "2026-6-17 9:00", name), .. more]);
        var caseId = Guid.Parse(registered.Location!["/cases/".Length..]);
        return (caseId, (await clerk.SubmitAsync($"/assignment/cases/{caseId}/propose", ("Form.Note", ""))).Location!);
    }

    private Task<CaseStatus> StatusAsync(Guid caseId) => app.InDbAsync(db => db.Cases.Where(c => c.Id == caseId).Select(c => c.Status).SingleAsync());

    private Task<Dictionary<Guid, long>> BalancesAsync() => app.InDbAsync(db =>
        db.QueuePlaces.Where(p => db.RotationQueues.Any(q => q.Id == p.QueueId && q.Kind == QueueKind.Criminal)).OrderBy(p => p.InstitutionId).ToDictionaryAsync(p => p.InstitutionId!.Value, p => p.BalanceMillionths));

    private Task<int> SuspendAsync(Guid institution) => app.InDbAsync(async db =>
    {
        foreach (var member in await db.Memberships.Where(m => m.InstitutionId == institution).Select(m => m.Id).ToListAsync())
        {
            db.Add(new Absence { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, MembershipId = member, Kind = AbsenceKind.Suspension, FirstDay = app.Clock.Today, Reason = "责令整改" });
        }

        return await db.SaveChangesAsync();
    });

    private Task<int> ResumeAsync() => app.InDbAsync(db => db.Absences.ExecuteUpdateAsync(set => set.SetProperty(a => a.VoidedAtUtc, app.Clock.UtcNow).SetProperty(a => a.VoidedReason, "测试")));
}
