using System.Net;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Tests;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Registry;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>The conflict check end to end: what is typed at intake is found again when a case is proposed, agreed to and given a handler.</summary>
public sealed class ConflictCheckTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("CF-09", "CF-10", "LAW-36")]
    public async Task Two_accused_of_one_letter_are_two_cases_and_never_one_lawyers()
    {
        var firm = await app.LawFirmAsync("重庆辰一律师事务所", "辰甲", "辰乙");
        await OnlyAsync(firm);
        var clerk = await app.AsAsync(Roles.Clerk);
        var registered = await clerk.SubmitAsync("/intake/letters/new", [.. Letter("辰一号", "辰某一", 2), ("Form.MoreRecipients", "辰某二")]);
        var cases = await app.InDbAsync(db => db.Cases.AsNoTracking().Include(c => c.Parties).Where(c => c.Parties.Any(p => p.Name == "辰某一")).OrderBy(c => c.Number).ToListAsync());

        Assert.Equal([("辰某一", "辰某二"), ("辰某二", "辰某一")], cases.Select(c => (Name(c, PartyRole.Recipient), Name(c, PartyRole.CoDefendant))));
        Assert.Equal([1, 1], cases.Select(c => c.Headcount));
        Assert.Contains("辰某二", (await clerk.OpenAsync(registered.Location!)).Text, StringComparison.Ordinal);

        var lawyers = await app.InDbAsync(db => db.Memberships.Where(m => m.InstitutionId == firm.Id).OrderBy(m => m.Person.Name).Select(m => m.Id).ToListAsync());
        var administrator = await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm.Id);
        var first = await AssignAsync(clerk, cases[0].Id);
        Assert.Equal(HttpStatusCode.Found, (await administrator.SubmitAsync($"{first}/handler", ("Form.HandlerId", lawyers[0].ToString()))).Status);

        var shown = await clerk.OpenAsync(Propose(cases[1].Id));
        Assert.Contains("CF-10", shown["main #candidates, main .candidates, main"].InnerHtml, StringComparison.Ordinal);
        var second = await AssignAsync(clerk, cases[1].Id);
        var same = await PostHandlerAsync(administrator, second, lawyers[0]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, same.Status);
        Assert.Contains("本人已为同案另一被告人辩护", same.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await PostHandlerAsync(administrator, second, lawyers[1])).Status);
    }

    [Fact]
    [Clause("CF-09")]
    public async Task Two_namings_of_one_lawyer_for_two_of_the_accused_at_once_leave_one()
    {
        var firm = await app.LawFirmAsync("重庆辰二律师事务所", "辰丙");
        await OnlyAsync(firm);
        var clerk = await app.AsAsync(Roles.Clerk);
        await clerk.SubmitAsync("/intake/letters/new", [.. Letter("辰二号", "辰某三", 2), ("Form.MoreRecipients", "辰某四")]);
        var ids = await app.InDbAsync(db => db.Cases.Where(c => c.Parties.Any(p => p.Name == "辰某三")).OrderBy(c => c.Number).Select(c => c.Id).ToListAsync());
        var lawyer = await app.InDbAsync(db => db.Memberships.Where(m => m.InstitutionId == firm.Id).Select(m => m.Id).SingleAsync());
        var (one, two) = (await AssignAsync(clerk, ids[0]), await AssignAsync(clerk, ids[1]));
        var administrator = await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: firm.Id);

        var answers = await Task.WhenAll(PostHandlerAsync(administrator, one, lawyer), PostHandlerAsync(administrator, two, lawyer));

        Assert.Equal([HttpStatusCode.Found, HttpStatusCode.UnprocessableEntity], answers.Select(a => a.Status).Order());
        Assert.Equal(1, await app.InDbAsync(db => db.CaseHandlers.CountAsync(h => h.MembershipId == lawyer)));
    }

    [Fact]
    [Clause("CF-06", "CF-01")]
    public async Task The_firm_of_the_other_side_of_a_dispute_is_out_and_says_in_which_case()
    {
        var theirs = await app.LawFirmAsync("重庆巳一律师事务所", "巳甲");
        var other = await app.LawFirmAsync("重庆巳二律师事务所", "巳乙");
        await OnlyAsync(theirs, other);
        var clerk = await app.AsAsync(Roles.Clerk);
        var against = await GrantAsync(clerk, "巳某一", "巳某二", ("Form.WishedInstitutionId", theirs.Id.ToString()));
        await clerk.SubmitAsync(Propose(against), ("Form.Note", "按序"));
        Assert.Equal(theirs.Id, await app.InDbAsync(db => db.Assignments.Where(a => a.CaseId == against).Select(a => a.InstitutionId).SingleAsync()));

        var mine = await GrantAsync(clerk, "巳某二", "巳某一", ("Form.WishedInstitutionId", theirs.Id.ToString()));
        var page = await clerk.OpenAsync(Propose(mine));
        await clerk.SubmitAsync(Propose(mine), ("Form.Note", "按序"));

        Assert.Contains("同一纠纷中代理对方", page.Text, StringComparison.Ordinal);
        var number = await app.InDbAsync(db => db.Cases.Where(c => c.Id == against).Select(c => c.Number).SingleAsync());
        Assert.Contains(number, page.Text, StringComparison.Ordinal);
        Assert.Equal(other.Id, await app.InDbAsync(db => db.Assignments.Where(a => a.CaseId == mine).Select(a => a.InstitutionId).SingleAsync()));
    }

    [Fact]
    [Clause("CF-02", "CF-06")]
    public async Task A_lawyer_who_is_the_opponent_by_number_is_out_with_the_firm_and_a_namesake_waits_for_a_ruling_that_can_be_changed()
    {
        var identity = TestRoster.Identity(new(1984, 5, 6));
        var own = await app.InstitutionAsync("重庆午一律师事务所", Rules.Registry.InstitutionKind.LawFirm, QueueKind.Criminal, QueueKind.Other);
        await app.MemberAsync("午甲", own, identity: identity);
        await OnlyAsync(own);
        var clerk = await app.AsAsync(Roles.Clerk);

        var certain = await clerk.OpenAsync(Propose(await GrantAsync(clerk, "午某一", $"另一姓名 {identity}")));
        Assert.Contains("本机构人员是本案一方当事人", certain.Text, StringComparison.Ordinal);

        var id = await GrantAsync(clerk, "午某二", "午甲");
        var before = await clerk.OpenAsync(Propose(id));
        Assert.Contains("同名待核实", before.Text, StringComparison.Ordinal);
        Assert.Contains("对方当事人「午甲」与名册上的人员同名", before.Text, StringComparison.Ordinal);

        var same = await RuleAsync(clerk, id, before, samePerson: true);
        Assert.Contains("已核实为同一人", same.Text, StringComparison.Ordinal);
        Assert.Contains("本机构人员是本案一方当事人（经核实为同一人）", same.Text, StringComparison.Ordinal);
        var changed = await RuleAsync(clerk, id, same, samePerson: false);
        Assert.Contains("已核实只是同名", changed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("本机构人员是本案一方当事人", changed.Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.InDbAsync(db => db.ConflictRulings.CountAsync(r => r.CaseId == id)));
    }

    [Fact]
    [Clause("CF-05")]
    public async Task A_firm_that_acted_for_the_victim_is_out_whatever_else_it_was()
    {
        var theirs = await app.LawFirmAsync("重庆未一律师事务所", "未甲");
        await OnlyAsync(theirs, await app.LawFirmAsync("重庆未二律师事务所", "未乙"));
        var member = await app.InDbAsync(db => db.Memberships.Where(m => m.InstitutionId == theirs.Id).Select(m => m.Id).SingleAsync());
        await app.InDbAsync(db =>
        {
            db.AddRange(Prior("旧1", "未某受害", "某公司", theirs.Id, member), Prior("旧2", "未某对方", "某公司", theirs.Id, member));
            return db.SaveChangesAsync();
        });
        var clerk = await app.AsAsync(Roles.Clerk);
        var registered = await clerk.SubmitAsync("/intake/letters/new", [.. Letter("未一号", "未某甲"), ("Form.Victims", "未某受害"), ("Form.Opponents", "未某对方")]);
        var id = Guid.Parse(registered.Location!["/cases/".Length..]);

        var shown = await clerk.OpenAsync(Propose(id));
        var ruled = await RuleAsync(clerk, id, shown, samePerson: true);

        Assert.Contains("代理过本案被害人（仅姓名相同，须核实）", shown.Text, StringComparison.Ordinal);
        Assert.Contains("代理过本案被害人（经核实为同一人）", ruled["main"].TextContent, StringComparison.Ordinal);
        await RuleAllAsync(clerk, id);
        await clerk.SubmitAsync(Propose(id), ("Form.Note", "按序"));
        Assert.NotEqual(theirs.Id, await app.InDbAsync(db => db.Assignments.Where(a => a.CaseId == id).Select(a => a.InstitutionId).SingleAsync()));
    }

    private static async Task<WebPage> RuleAsync(Visitor clerk, Guid id, WebPage shown, bool samePerson)
    {
        var source = shown["input[name='Ruling.SourceId']"].GetAttribute("value")!;
        await clerk.PostAsync($"{Propose(id)}?handler=Ruling", [await clerk.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), ("Ruling.SourceId", source), ("Ruling.SamePerson", samePerson ? "true" : "false"), ("Ruling.Reason", "电话核实")]);
        return await clerk.OpenAsync(Propose(id));
    }

    private static async Task RuleAllAsync(Visitor clerk, Guid id)
    {
        var page = await clerk.OpenAsync(Propose(id));
        foreach (var source in page.Document.QuerySelectorAll("input[name='Ruling.SourceId']").Select(input => input.GetAttribute("value")!).ToList())
        {
            await clerk.PostAsync($"{Propose(id)}?handler=Ruling", [await clerk.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), ("Ruling.SourceId", source), ("Ruling.SamePerson", "true"), ("Ruling.Reason", "核实")]);
        }
    }

    private async Task<string> AssignAsync(Visitor clerk, Guid caseId)
    {
        var why = (await clerk.SubmitAsync(Propose(caseId), ("Form.Note", "按序"))).Location!;
        await (await app.AsAsync(Roles.Director)).SubmitAsync($"{why}/approval", ("Form.Agrees", "true"));
        return why;
    }

    private static async Task<WebPage> PostHandlerAsync(Visitor administrator, string why, Guid lawyer) =>
        await administrator.PostAsync($"{why}/handler", [await administrator.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), ("Form.HandlerId", lawyer.ToString())]);

    private static async Task<Guid> GrantAsync(Visitor clerk, string recipient, string opponents, params (string, string)[] more)
    {
        var fields = TestData.Application("2026-6-16 9:00", recipient).Where(field => field.Field != "Form.Opponents");
        var taken = await clerk.SubmitAsync("/intake/applications/new", [.. fields, ("Form.Opponents", opponents), .. more]);
        await clerk.SubmitAsync($"{taken.Location}/decision", ("Form.Grants", "true"));
        return Guid.Parse(taken.Location!["/cases/".Length..]);
    }

    private PriorMatter Prior(string number, string recipient, string opponent, Guid firm, Guid member) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = app.OfficeId,
        CaseNumber = number,
        Kind = CaseKind.Civil,
        Stage = CaseStage.FirstInstance,
        Recipient = recipient,
        Opponent = opponent,
        InstitutionId = firm,
        MembershipId = member,
        AssignedOn = new(2025, 3, 1),
    };

    // The other tests' firms are closed, so that a case falls where this test expects it.
    private async Task OnlyAsync(params Institution[] open)
    {
        var ids = open.Select(firm => firm.Id).ToList();
        await app.InDbAsync(db => db.Institutions.ExecuteUpdateAsync(set => set.SetProperty(i => i.ClosedOn, i => ids.Contains(i.Id) ? null : new DateOnly(2026, 1, 1))));
    }

    private static (string, string)[] Letter(string number, string recipient, int headcount = 1) =>
        [.. TestData.Letter($"（2026）渝0109{number}", "2026-6-17 9:00", recipient).Where(field => field.Field != "Form.Headcount"), ("Form.Headcount", $"{headcount}")];

    private static string Propose(Guid id) => $"/assignment/cases/{id}/propose";

    private static string? Name(AidCase aidCase, PartyRole role) => aidCase.Parties.SingleOrDefault(p => p.Role == role)?.Name;
}
