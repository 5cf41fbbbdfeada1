using System.Net;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Assignment;
using LegalAid.Store.Decisions;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static LegalAid.Web.Tests.Assignment.PersonTurns;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>The program at 温州, where the turn goes to persons.</summary>
public class WenzhouApp : TestApp
{
    protected override string OfficeCode => "WZ";
}

/// <summary>Turn, choice, examination and the way outside the pool where an office assigns person by person, over HTTP.</summary>
public sealed class PersonTurnsJourneyTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    [Fact]
    [Clause("WZ-21.1", "WZ-8.2")]
    public async Task The_recipients_choice_goes_before_the_turn()
    {
        var firm = await app.InstitutionAsync("浙江壬一律师事务所", InstitutionKind.LawFirm);
        await app.PersonAsync("壬赵", firm);
        var chosen = await app.PersonAsync("壬钱", firm);
        var aidCase = await app.GrantedAsync("壬甲", ("Form.WishedMembershipId", chosen.Id.ToString()));

        var proposed = await (await app.AsAsync(Roles.Clerk)).SubmitAsync(ProposalOf(aidCase));

        Assert.Equal(HttpStatusCode.Found, proposed.Status);
        var assignment = await app.AssignmentAsync(aidCase);
        Assert.Equal((chosen.Id, OrderStep.RecipientWish), (assignment.MembershipId, assignment.Step));
    }

    [Fact]
    [Clause("WZ-9.1", "WZ-21.2")]
    public async Task Somebody_outside_the_pool_needs_a_reason_and_the_directors_approval()
    {
        var firm = await app.InstitutionAsync("浙江癸一律师事务所", InstitutionKind.LawFirm);
        await app.PersonAsync("癸赵", firm);
        var outsider = await app.MemberAsync("癸钱", firm, m => m.NotForCases());
        var aidCase = await app.GrantedAsync("癸甲");
        var clerk = await app.AsAsync(Roles.Clerk);
        var opened = await clerk.OpenAsync(ProposalOf(aidCase));
        (string, string)[] request = [("Form.Step", nameof(OrderStep.OutsidePool)), ("Form.OutsiderId", outsider.Id.ToString())];

        var without = await clerk.SendAsync(ProposalOf(aidCase), opened, request);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);
        Assert.Contains("不按序指派须写明理由并经批准", without.Text, StringComparison.Ordinal);

        var drawn = await clerk.SendAsync(ProposalOf(aidCase) + "?handler=Preview", opened, [.. request, ("Form.OutOfTurnReason", "需苗语沟通，库内无人能说")]);
        Assert.Contains("建议：癸钱（浙江癸一律师事务所）（库外指派）", drawn.Text, StringComparison.Ordinal);
        var why = (await clerk.SendAsync(ProposalOf(aidCase), drawn, [])).Location!;
        await (await app.AsAsync(Roles.Director)).SubmitAsync($"{why}/approval", ("Form.Agrees", "true"));

        var assignment = await app.AssignmentAsync(aidCase);
        Assert.Equal((AssignmentStatus.HandlerNamed, outsider.Id, OrderStep.OutsidePool), (assignment.Status, assignment.MembershipId, assignment.Step));
        Assert.Equal("需苗语沟通，库内无人能说", assignment.OutOfTurnReason);
        Assert.False(await app.InDbAsync(db => db.QueueEntries.AnyAsync(e => e.AssignmentId == assignment.Id)));     // nobody's turn was used
        Assert.Contains("需苗语沟通", (await clerk.OpenAsync(why)).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("WZ-21.1")]
    public async Task Who_is_suspended_after_the_proposal_is_not_approved_and_refusing_gives_the_turn_back()
    {
        var firm = await app.InstitutionAsync("浙江子一律师事务所", InstitutionKind.LawFirm);
        var person = await app.PersonAsync("子赵", firm);
        var aidCase = await app.GrantedAsync("子甲", ("Form.WishedMembershipId", person.Id.ToString()));
        var why = (await (await app.AsAsync(Roles.Clerk)).SubmitAsync(ProposalOf(aidCase))).Location!;
        await app.InDbAsync(async db =>
        {
            db.Add(new Absence { Id = Guid.CreateVersion7(), OfficeId = app.OfficeId, MembershipId = person.Id, Kind = AbsenceKind.Suspension, FirstDay = app.Clock.Today, Reason = "责令整改" });
            return await db.SaveChangesAsync();
        });
        var director = await app.AsAsync(Roles.Director);

        var refused = await director.SubmitAsync($"{why}/approval", ("Form.Agrees", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("暂停指派", refused.Text, StringComparison.Ordinal);
        await director.SubmitAsync($"{why}/approval", ("Form.Agrees", "false"), ("Form.Note", "承办人已暂停"));

        var again = await (await app.AsAsync(Roles.Clerk)).OpenAsync(ProposalOf(aidCase));
        Assert.Contains("点选的机构或人员不能承办：暂停指派", again.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.InDbAsync(db => db.QueuePlaces.Where(p => p.MembershipId == person.Id).SumAsync(p => p.BalanceMillionths)));
    }

    [Fact]
    public async Task The_queues_page_lists_people()
    {
        var firm = await app.InstitutionAsync("浙江丑一律师事务所", InstitutionKind.LawFirm);
        await app.PersonAsync("丑赵", firm);

        Assert.Contains("丑赵 浙江丑一律师事务所", (await (await app.AsAsync(Roles.Bureau)).OpenAsync("/assignment/queues")).Text, StringComparison.Ordinal);
    }
}

/// <summary>The turn order over persons, on a roster that nobody else's test touches.</summary>
public sealed class FirstPersonTurnTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    [Fact]
    [Clause("WZ-21.1", "WZ-3.3", "WZ-10.2")]
    public async Task The_turn_falls_to_a_person_whom_the_approval_names_and_the_notice_goes_to_the_firm()
    {
        var firm = await app.InstitutionAsync("浙江辛一律师事务所", InstitutionKind.LawFirm);
        var (zhao, unexamined) = (await app.PersonAsync("辛赵", firm), await app.PersonAsync("辛钱", firm, score: 59));
        var outside = await app.PersonAsync("辛孙", firm, m => m.NotForCases());
        var aidCase = await app.GrantedAsync("辛甲");
        var clerk = await app.AsAsync(Roles.Clerk);

        var shown = await clerk.OpenAsync(ProposalOf(aidCase));
        Assert.Contains("建议：辛赵（浙江辛一律师事务所）", shown.Text, StringComparison.Ordinal);
        Assert.Contains("最好成绩59分，60分合格", shown.Text, StringComparison.Ordinal);
        Assert.Contains("不在办案库", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("本办期限", shown.Text, StringComparison.Ordinal);        // the office has no clock of its own
        var why = (await clerk.SendAsync(ProposalOf(aidCase), shown, [])).Location!;
        var approved = await (await app.AsAsync(Roles.Director)).SubmitAsync($"{why}/approval", ("Form.Agrees", "true"));

        Assert.Equal($"/cases/{aidCase}", approved.Location);
        var assignment = await app.AssignmentAsync(aidCase);
        Assert.Equal((AssignmentStatus.HandlerNamed, zhao.Id, firm.Id), (assignment.Status, assignment.MembershipId, assignment.InstitutionId));
        Assert.Equal([zhao.Id], assignment.Handlers.Select(h => h.MembershipId));
        Assert.DoesNotContain(assignment.Handlers, h => h.MembershipId == unexamined.Id || h.MembershipId == outside.Id);
        var notice = (await clerk.OpenAsync($"{why}/notice")).Html;
        Assert.Contains("浙江辛一律师事务所", notice, StringComparison.Ordinal);
        Assert.Contains("承办人为辛赵", notice, StringComparison.Ordinal);
        Assert.Contains("温援指字〔2026〕第", notice, StringComparison.Ordinal);
        var record = await app.InDbAsync(db => db.Decisions.SingleAsync(d => d.Id == assignment.DecisionId));
        Assert.Equal(record.Result, DecisionKinds.Recompute(record));
        Assert.Equal(0, await app.InDbAsync(db => db.QueuePlaces.SumAsync(p => p.BalanceMillionths)));
    }
}

/// <summary>What the tests of this file do again and again.</summary>
internal static class PersonTurns
{
    public static string ProposalOf(Guid caseId) => $"/assignment/cases/{caseId}/propose";

    public static async Task<Guid> GrantedAsync(this TestApp app, string recipient, params (string Field, string Value)[] more)
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        var taken = await clerk.SubmitAsync("/intake/applications/new", [.. TestData.Application("2026-6-16 9:00", recipient), .. more]);
        Assert.Equal(HttpStatusCode.Found, taken.Status);
        await clerk.SubmitAsync($"{taken.Location}/decision", ("Form.Grants", "true"));
        return Guid.Parse(taken.Location!["/cases/".Length..]);
    }

    public static Task<CaseAssignment> AssignmentAsync(this TestApp app, Guid caseId) =>
        app.InDbAsync(db => db.Assignments.AsNoTracking().Include(a => a.Handlers).SingleAsync(a => a.CaseId == caseId));
}
