using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static LegalAid.Web.Tests.Assignment.DeclineDesk;
using static LegalAid.Web.Tests.Assignment.PersonTurns;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>Acceptance and declining where the turn goes to persons and the approval names the handler at once (温州).</summary>
public sealed class PersonDeclineTests(WenzhouApp app) : IClassFixture<WenzhouApp>
{
    [Fact]
    [Clause("WZ-21.1", "LAW-46")]
    public async Task A_person_accepts_once_and_afterwards_does_not_decline()
    {
        var agreed = await AgreedAsync("接甲");
        var person = await agreed.ReceiverAsync();
        Assert.Contains("新指派：已指派给您，待接受", (await person.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await person.OpenAsync($"{agreed.Url}/notice")).Status);       // the notice does not wait for it

        app.Clock.Set(2026, 6, 17, 11);
        await person.OpenAsync($"{agreed.Url}/acceptance");
        app.Clock.Set(2026, 6, 17, 12);
        IsDone(await person.SubmitAsync($"{agreed.Url}/acceptance"));

        var moments = await app.InDbAsync(db => db.Receptions.AsNoTracking().Where(r => r.AssignmentId == agreed.Id).OrderBy(r => r.AtUtc).Select(r => new { r.Kind, r.AtUtc.Hour }).ToListAsync());
        Assert.Equal([(ReceptionKind.Served, 3), (ReceptionKind.Accepted, 4)], moments.Select(m => (m.Kind, m.Hour)));
        IsRefused(await person.PostedAsync($"{agreed.Url}/acceptance"), "已经接受指派");
        IsRefused(await person.PostedAsync($"{agreed.Url}/decline", ("Form.Ground", "Conflict"), ("Form.Reason", "反悔")), "已接受指派，不能辞接");
        Assert.Contains("由您承办", (await person.OpenAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("WZ-22.1", "WZ-N2.1")]
    public async Task Without_good_reason_the_turn_is_paid_and_the_next_in_line_takes_the_case()
    {
        var agreed = await AgreedAsync("拒甲");
        var person = await agreed.ReceiverAsync();
        IsRefused(await agreed.DeclineAsync(), "辞接须附证明材料");
        IsDone(await agreed.DeclineAsync("Other", Pdf));
        var paid = await app.BalancesAsync();

        var ruled = await agreed.RuleAsync(justified: false, "没有冲突");

        Assert.Equal($"/cases/{agreed.CaseId}", ruled.Location);
        Assert.Equal(AssignmentStatus.Revoked, (await agreed.NowAsync()).Status);
        Assert.Equal(paid, await app.BalancesAsync());
        Assert.True(await app.InDbAsync(db => db.Declines.Where(d => d.AssignmentId == agreed.Id).Select(d => d.ConductMatter).SingleAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await person.OpenAsync($"/cases/{agreed.CaseId}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await person.OpenAsync($"{agreed.Url}/notice")).Status);
        var why = (await (await app.AsAsync(Roles.Clerk)).SubmitAsync($"/assignment/cases/{agreed.CaseId}/propose")).Location!;
        Assert.NotEqual(agreed.MembershipId, (await app.AgreedAsync(NoticePath.IdOf(why))).MembershipId);
        Assert.Contains("辞接本案，经裁定理由不成立，改由下一顺位承办", (await (await app.AsAsync(Roles.Clerk)).OpenAsync(why)).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("WZ-22.1")]
    public async Task For_good_reason_the_balance_is_as_if_it_had_never_come_and_the_clock_runs_again()
    {
        await PeopleAsync();
        var before = await app.BalancesAsync();
        var agreed = await AgreedAsync("冲甲");
        IsDone(await agreed.DeclineAsync("Conflict", Pdf));

        IsDone(await agreed.RuleAsync(justified: true));

        Assert.Equal(before, await app.BalancesAsync());
        var aidCase = await app.InDbAsync(db => db.Cases.AsNoTracking().SingleAsync(c => c.Id == agreed.CaseId));
        Assert.Equal((CaseStatus.AwaitingAssignment, aidCase.StatutoryDueAtUtc), (aidCase.Status, aidCase.NextDueAtUtc));
        var shown = await (await app.AsAsync(Roles.Director)).OpenAsync($"/assignment/cases/{agreed.CaseId}/propose");
        Assert.Contains("已有正当理由辞接本案", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepting_and_declining_at_once_one_wins()
    {
        foreach (var name in new[] { "同甲", "同乙", "同丙" })
        {
            var agreed = await AgreedAsync(name);
            var person = await agreed.ReceiverAsync();
            await person.OpenAsync($"{agreed.Url}/acceptance");
            var opened = await person.OpenAsync($"{agreed.Url}/decline");

            var answers = await Task.WhenAll(
                Task.Run(() => person.PostedAsync($"{agreed.Url}/acceptance")),
                Task.Run(() => person.SendAsync($"{agreed.Url}/decline", opened, [("Form.Ground", "Conflict"), ("Form.Reason", "同时")], ("Form.Evidence", "证明.pdf", Pdf))));

            Assert.Single(answers, answer => answer.Status == HttpStatusCode.Found);
            var accepted = await app.InDbAsync(db => db.Receptions.AnyAsync(r => r.AssignmentId == agreed.Id && r.Kind == ReceptionKind.Accepted));
            Assert.NotEqual(accepted, (await agreed.NowAsync()).AwaitsRuling);
        }
    }

    [Fact]
    public async Task Only_the_person_it_fell_to_opens_the_page()
    {
        var agreed = await AgreedAsync("他甲");
        var other = await app.InDbAsync(db => db.Memberships.Where(m => m.Id != agreed.MembershipId).Select(m => m.Id).FirstAsync());
        var firm = await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: agreed.InstitutionId);

        foreach (var visitor in new[] { firm, await app.AsAsync(Roles.Practitioner, app.OfficeId, membershipId: other) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync($"{agreed.Url}/acceptance")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostedAsync($"{agreed.Url}/acceptance")).Status);
        }
    }

    private async Task<Agreed> AgreedAsync(string recipient)
    {
        app.Clock.Set(2026, 6, 17);
        await PeopleAsync();
        var caseId = await app.GrantedAsync(recipient);
        var why = (await (await app.AsAsync(Roles.Clerk)).SubmitAsync(ProposalOf(caseId))).Location!;
        IsDone(await (await app.AsAsync(Roles.Director)).SubmitAsync($"{why}/approval", ("Form.Agrees", "true")));
        return await app.AgreedAsync(NoticePath.IdOf(why));
    }

    private async Task PeopleAsync()
    {
        if (!await app.InDbAsync(db => db.Institutions.AnyAsync()))
        {
            Institution firm = await app.InstitutionAsync("浙江辞律师事务所", InstitutionKind.LawFirm);
            await app.PersonAsync("辞赵", firm);
            await app.PersonAsync("辞钱", firm);
            await app.PersonAsync("辞孙", firm);
        }
    }
}
