using System.Net;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Conduct;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static LegalAid.Web.Tests.Assignment.DeclineDesk;
using static LegalAid.Web.Tests.Assignment.PersonTurns;

namespace LegalAid.Web.Tests.Conduct;

/// <summary>The program at 綦江, where the turn goes to persons and a refusal without good reason is handled.</summary>
public sealed class QijiangApp : TestApp
{
    protected override string OfficeCode => "QJ";
}

/// <summary>A matter of conduct from the ruling to its closing, over HTTP.</summary>
public sealed class ConductTests(QijiangApp app) : IClassFixture<QijiangApp>
{
    [Fact]
    [Clause("QJ-5.4a", "QJ-5.4b")]
    public async Task An_unjustified_refusal_opens_a_matter_the_person_states_their_case_and_the_head_closes_it()
    {
        var (agreed, matter) = await OpenedAsync("违某甲");
        var (person, director) = (await agreed.ReceiverAsync(), await app.AsAsync(Roles.Director));
        Assert.Equal(("QJ-5.4b", agreed.MembershipId, agreed.CaseId), (matter.Clause, matter.MembershipId, matter.CaseId));
        Assert.Contains("件处理事项待您决定", (await director.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.NotNull((await person.OpenAsync("/")).Document.QuerySelector($"main a[href='/conduct/{matter.Id}/statement']"));
        Assert.Contains("当事人尚未陈述申辩", (await director.OpenAsync($"/conduct/{matter.Id}/close")).Text, StringComparison.Ordinal);

        Assert.Equal(["中心已开立处理事项"], await UnreadAsync(person));

        IsDone(await person.SubmitAsync($"/conduct/{matter.Id}/statement", ("Form.Statement", "当日在外地开庭")));
        Assert.Empty(await UnreadAsync(person));                                  // what it asked for is done
        Assert.Contains("当日在外地开庭", (await director.OpenAsync($"/conduct/{matter.Id}")).Text, StringComparison.Ordinal);
        IsDone(await director.SubmitAsync($"/conduct/{matter.Id}/close", ("Form.Measure", "约谈"), ("Form.TakesMeasure", "true"), ("Form.Reason", "初次，情节轻微")));

        var closed = await NowAsync(matter.Id);
        Assert.Equal(("约谈", "初次，情节轻微", true), (closed.Measure, closed.ClosingReason, closed.IsClosed));
        Assert.Contains("已办结，予以处理", (await person.OpenAsync($"/conduct/{matter.Id}/statement")).Text, StringComparison.Ordinal);
        Assert.Equal(["处理事项已办结"], await UnreadAsync(person));
        Assert.Contains("已办结，予以处理", (await director.OpenAsync("/conduct")).Text, StringComparison.Ordinal);
        var acts = await app.InDbAsync(db => db.Journal.Where(l => l.SubjectId == matter.Id).OrderBy(l => l.AtUtc).ThenBy(l => l.Id).Select(l => l.Act).ToListAsync());
        Assert.Equal([Act.ConductOpened, Act.ConductStated, Act.ConductClosed], acts);
        Assert.Equal(HttpStatusCode.OK, (await director.ExportAsync("/conduct")).Status);
        var ledger = (await director.OpenAsync($"/registry/people/{matter.MembershipId}/ledger")).Text;
        Assert.All(["违规", "无正当理由拒接指派，立案处理", "办结：约谈"], what => Assert.Contains(what, ledger, StringComparison.Ordinal));
    }

    [Fact]
    [Clause("QJ-5.4b")]
    public async Task A_good_reason_opens_nothing()
    {
        var agreed = await AgreedAsync("正某甲");
        IsDone(await agreed.DeclineAsync());
        IsDone(await agreed.RuleAsync(justified: true));

        Assert.False(await app.InDbAsync(db => db.ConductMatters.AnyAsync(m => m.CaseId == agreed.CaseId)));
    }

    [Fact]
    [Clause("QJ-5.4b")]
    public async Task It_is_closed_without_a_measure_too_and_nothing_is_said_or_closed_afterwards()
    {
        var (agreed, matter) = await OpenedAsync("免某甲");
        var (person, director) = (await agreed.ReceiverAsync(), await app.AsAsync(Roles.Director));

        IsRefused(await director.PostedAsync($"/conduct/{matter.Id}/close", ("Form.TakesMeasure", "true"), ("Form.Reason", "忘了写")), "请写明处理措施");
        IsRefused(await director.PostedAsync($"/conduct/{matter.Id}/close", ("Form.TakesMeasure", "false"), ("Form.Measure", "约谈"), ("Form.Reason", "两样都选")), "不写处理措施");
        Assert.Equal(HttpStatusCode.BadRequest, (await director.PostedAsync($"/conduct/{matter.Id}/close", ("Form.Reason", "没有选"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await director.PostedAsync($"/conduct/{matter.Id}/close", ("Form.TakesMeasure", "false"), ("Form.Reason", " "))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await person.PostedAsync($"/conduct/{matter.Id}/statement", ("Form.Statement", " "))).Status);
        IsDone(await director.PostedAsync($"/conduct/{matter.Id}/close", ("Form.TakesMeasure", "false"), ("Form.Reason", "事出有因")));

        IsRefused(await person.PostedAsync($"/conduct/{matter.Id}/statement", ("Form.Statement", "迟了")), "已经办结");
        IsRefused(await director.PostedAsync($"/conduct/{matter.Id}/close", ("Form.TakesMeasure", "false"), ("Form.Reason", "再办")), "已经办结");
        Assert.Null((await NowAsync(matter.Id)).Measure);
    }

    [Fact]
    [Clause("QJ-5.4c")]
    public async Task A_handler_changed_outside_the_approval_is_recorded_as_a_matter_once()
    {
        var agreed = await AgreedAsync("换某甲");
        var url = $"/assignment/{agreed.Id}/handler-change";
        var (clerk, director, person) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director), await agreed.ReceiverAsync());
        Assert.NotNull((await clerk.OpenAsync($"/assignment/{agreed.Id}")).Document.QuerySelector($"main a[href='{url}']"));
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostedAsync(url, ("Form.Against", "handler"), ("Form.Finding", " "))).Status);

        IsDone(await clerk.PostedAsync(url, ("Form.Against", "handler"), ("Form.Finding", "6月16日开庭由他人出庭，庭审笔录可查")));
        IsRefused(await clerk.PostedAsync(url, ("Form.Against", "institution"), ("Form.Finding", "再登")), "没有办结");

        var matter = await app.InDbAsync(db => db.ConductMatters.AsNoTracking().SingleAsync(m => m.CaseId == agreed.CaseId));
        Assert.Equal((ConductSource.UnapprovedHandlerChange, "QJ-5.4c", agreed.MembershipId), (matter.Source, matter.Clause, matter.MembershipId));
        Assert.Contains("庭审笔录可查", (await person.OpenAsync($"/conduct/{matter.Id}/statement")).Text, StringComparison.Ordinal);
        IsDone(await person.SubmitAsync($"/conduct/{matter.Id}/statement", ("Form.Statement", "当日生病，由同事代为出庭")));
        IsDone(await director.SubmitAsync($"/conduct/{matter.Id}/close", ("Form.Measure", "约谈"), ("Form.TakesMeasure", "true"), ("Form.Reason", "事出有因")));
        Assert.Contains("擅自变更承办人", (await director.OpenAsync("/conduct")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_one_concerned_reads_and_states_and_only_the_head_closes()
    {
        var (agreed, matter) = await OpenedAsync("旁某甲");
        var other = await app.InDbAsync(db => db.Memberships.Where(m => m.Id != agreed.MembershipId).Select(m => m.Id).FirstAsync());
        var stranger = await app.AsAsync(Roles.Practitioner, app.OfficeId, membershipId: other);
        var firm = await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: agreed.InstitutionId);

        foreach (var visitor in new[] { stranger, firm })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync($"/conduct/{matter.Id}/statement")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostedAsync($"/conduct/{matter.Id}/statement", ("Form.Statement", "代言"))).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.OpenAsync($"/conduct/{matter.Id}")).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await (await app.AsAsync(Roles.Clerk)).OpenAsync($"/conduct/{matter.Id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.AsAsync(Roles.Clerk)).PostedAsync($"/conduct/{matter.Id}/close", ("Form.TakesMeasure", "false"), ("Form.Reason", "代办"))).Status);
        var elsewhere = await app.AsAsync(Roles.Director, await app.InDbAsync(db => db.Offices.Where(o => o.Code == "BB").Select(o => o.Id).SingleAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.OpenAsync($"/conduct/{matter.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.PostedAsync($"/conduct/{matter.Id}/close", ("Form.TakesMeasure", "false"), ("Form.Reason", "越界"))).Status);
    }

    [Fact]
    public async Task Stating_and_closing_at_once_leaves_a_closed_matter_and_loses_no_word_that_was_taken()
    {
        var (agreed, matter) = await OpenedAsync("同某甲");
        var (person, director) = (await agreed.ReceiverAsync(), await app.AsAsync(Roles.Director));

        var answers = await Task.WhenAll(
            Task.Run(() => person.PostedAsync($"/conduct/{matter.Id}/statement", ("Form.Statement", "同时"))),
            Task.Run(() => director.PostedAsync($"/conduct/{matter.Id}/close", ("Form.TakesMeasure", "false"), ("Form.Reason", "同时"))));

        var now = await NowAsync(matter.Id);
        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.Found);
        Assert.Equal((answers[0].Status == HttpStatusCode.Found, answers[1].Status == HttpStatusCode.Found), (now.Statement is not null, now.IsClosed));
    }

    // Which of the two notices of a matter of conduct stand unread.
    private static async Task<IEnumerable<string>> UnreadAsync(Visitor person)
    {
        var inbox = (await person.OpenAsync("/inbox?unread=true")).Text;
        return new[] { "中心已开立处理事项", "处理事项已办结" }.Where(told => inbox.Contains(told, StringComparison.Ordinal));
    }

    private async Task<(Agreed Agreed, ConductMatter Matter)> OpenedAsync(string recipient)
    {
        var agreed = await AgreedAsync(recipient);
        IsDone(await agreed.DeclineAsync("Other"));
        IsDone(await agreed.RuleAsync(justified: false));
        return (agreed, await app.InDbAsync(db => db.ConductMatters.AsNoTracking().SingleAsync(m => m.CaseId == agreed.CaseId)));
    }

    private async Task<Agreed> AgreedAsync(string recipient)
    {
        app.Clock.Set(2026, 6, 17);
        if (!await app.InDbAsync(db => db.Institutions.AnyAsync()))
        {
            var firm = await app.InstitutionAsync("重庆违律师事务所", InstitutionKind.LawFirm);
            await app.PersonAsync("违赵", firm);
            await app.PersonAsync("违钱", firm);
        }

        var caseId = await app.GrantedAsync(recipient);
        var why = (await (await app.AsAsync(Roles.Clerk)).SubmitAsync(ProposalOf(caseId))).Location!;
        IsDone(await (await app.AsAsync(Roles.Director)).SubmitAsync($"{why}/approval", ("Form.Agrees", "true")));
        return await app.AgreedAsync(NoticePath.IdOf(why));
    }

    private Task<ConductMatter> NowAsync(Guid id) => app.InDbAsync(db => db.ConductMatters.AsNoTracking().SingleAsync(m => m.Id == id));
}
