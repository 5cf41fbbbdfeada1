using System.Net;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Tests;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Intake;

/// <summary>The next stage of the same matter: own number, clocks and file, the same handler by default, linked both ways, once.</summary>
public sealed class NextStageTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Received = "2026-6-17 9:40";

    [Fact]
    [Clause("LAW-36", "BB-11.1", "BB-5.1")]
    public async Task After_a_notice_the_next_stage_has_its_own_number_and_clocks_and_is_the_same_firms()
    {
        var (caseId, why) = await HandledAsync("续甲");
        var clerk = await app.AsAsync(Roles.Clerk);

        var opened = await OpenAsync(caseId, Notice("（2026）续甲二审号"));

        var next = await CaseAsync(opened);
        var before = await app.InDbAsync(db => db.Cases.AsNoTracking().Include(c => c.Parties).SingleAsync(c => c.Id == caseId));
        Assert.Equal((CaseStage.SecondInstance, CaseStatus.AwaitingAssignment, before.Id), (next.Stage, next.Status, next.PreviousStageId));
        Assert.NotEqual(before.Number, next.Number);
        Assert.NotEqual(before.LetterId, next.LetterId);
        Assert.Equal(new DateTime(2026, 6, 17, 1, 40, 0, DateTimeKind.Utc), next.ReceivedAtUtc);
        Assert.NotNull(next.StatutoryDueAtUtc);
        Assert.Equal(before.Parties.Select(p => (p.Role, p.Name)), next.Parties.OrderBy(p => p.Order).Select(p => (p.Role, p.Name)));
        Assert.Contains(next.Number, (await clerk.OpenAsync($"/cases/{caseId}")).Text, StringComparison.Ordinal);
        Assert.Contains(before.Number, (await clerk.OpenAsync($"/cases/{next.Id}")).Text, StringComparison.Ordinal);

        var proposed = await app.ProposedAsync(next.Id);
        var (first, second) = (await AssignmentAsync(why), await AssignmentAsync(proposed));
        Assert.Equal((first.InstitutionId, OrderStep.SameHandler, AssignmentStatus.Proposed), (second.InstitutionId, second.Step, second.Status));
        Assert.Contains("前一阶段的承办人", (await clerk.OpenAsync(proposed)).Text, StringComparison.Ordinal);
        Assert.True(await app.InDbAsync(db => db.QueueEntries.AnyAsync(e => e.AssignmentId == second.Id)));      // pays a turn: the book's switch
        await app.DecideAsync(proposed);
    }

    [Fact]
    [Clause("LAW-36")]
    public async Task Two_clerks_at_once_open_one_next_stage()
    {
        var (caseId, _) = await HandledAsync("续乙");
        var clerk = await app.AsAsync(Roles.Clerk);
        var token = await clerk.TokenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(1, 4).Select(i => clerk.PostAsync($"/cases/{caseId}/next-stage", [token, ("__key", Guid.CreateVersion7().ToString()), .. Notice($"（2026）续乙{i}号")])));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Found);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.Found), answer => Assert.Contains(answer.Status, new[] { HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity }));
        Assert.Equal(1, await app.InDbAsync(db => db.Cases.CountAsync(c => c.PreviousStageId == caseId)));
        Assert.Equal(1, await app.InDbAsync(db => db.IncomingLetters.CountAsync(l => l.LetterNumber.Contains("续乙") && l.AuthorityKind == AuthorityKind.Procuratorate)));
    }

    [Fact]
    [Clause("LAW-43")]
    public async Task By_an_application_it_is_examined_first_and_a_voided_next_stage_gives_the_place_free()
    {
        var (caseId, _) = await HandledAsync("续丙");
        (string, string)[] application = [("Form.Stage", "SecondInstance"), ("Form.Source", "Application"), ("Form.ReceivedAtUtc", Received), ("Form.ScopeGround", "Defence"), ("Form.HardshipBasis", "NotExamined")];

        var next = await CaseAsync(await OpenAsync(caseId, application));
        var again = await OpenAsync(caseId, application);
        await (await app.AsAsync(Roles.Clerk)).SubmitAsync($"/cases/{next.Id}/void", ("Form.Reason", "误立"));

        Assert.Equal((CaseStatus.UnderExamination, CaseSource.Application), (next.Status, next.Source));
        Assert.Contains(next.Number, again.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal(HttpStatusCode.Found, (await OpenAsync(caseId, application)).Status);
    }

    [Fact]
    [Clause("LAW-36")]
    public async Task A_second_co_defendant_joins_the_letter_that_is_registered()
    {
        var ((a, _), (b, _)) = (await HandledAsync("续丁"), await HandledAsync("续戊"));
        var first = await CaseAsync(await OpenAsync(a, Notice("（2026）续同函号")));

        Assert.Contains("收文时间与所填不同", (await OpenAsync(b, [.. Notice("（2026）续同函号").Where(f => f.Field != "Form.ReceivedAtUtc"), ("Form.ReceivedAtUtc", "2026-6-17 9:41")])).Text, StringComparison.Ordinal);
        var second = await CaseAsync(await OpenAsync(b, Notice("（2026）续同函号")));

        Assert.Equal(first.LetterId, second.LetterId);
        Assert.Equal(1, await app.InDbAsync(db => db.IncomingLetters.CountAsync(l => l.LetterNumber == "（2026）续同函号")));
    }

    [Theory]
    [InlineData("Form.Stage", "Investigation", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Form.LetterNumber", "", HttpStatusCode.BadRequest)]
    [InlineData("Form.ReceivedAtUtc", "2026-6-17 23:00", HttpStatusCode.UnprocessableEntity)]
    public async Task What_cannot_follow_is_refused(string field, string value, HttpStatusCode expected)
    {
        var (caseId, _) = await HandledAsync("续己" + field[^3..]);

        Assert.Equal(expected, (await OpenAsync(caseId, [.. Notice("（2026）续己号").Where(f => f.Field != field), (field, value)])).Status);
        Assert.False(await app.InDbAsync(db => db.Cases.AnyAsync(c => c.PreviousStageId == caseId)));
    }

    private async Task<WebPage> OpenAsync(Guid caseId, (string Field, string Value)[] fields)
    {
        var clerk = await app.AsAsync(Roles.Clerk);
        return await clerk.PostAsync($"/cases/{caseId}/next-stage", [await clerk.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), .. fields]);
    }

    private static (string Field, string Value)[] Notice(string number) =>
    [
        ("Form.Stage", "SecondInstance"), ("Form.Source", "Notification"), ("Form.ReceivedAtUtc", Received), ("Form.Authority", "重庆市北碚区人民检察院"), ("Form.AuthorityKind", "Procuratorate"),
        ("Form.LetterNumber", number), ("Form.Ground", "SensoryDisability"),
    ];

    /// <summary>A case of the first instance whose firm has named its handler; another firm stands beside.</summary>
    private async Task<(Guid CaseId, string Why)> HandledAsync(string name)
    {
        app.Clock.Set(2026, 6, 17, 10);
        if (!await app.InDbAsync(db => db.Institutions.AnyAsync()))
        {
            await app.LawFirmAsync("重庆续一律师事务所", "续律一", "续律二");
            await app.LawFirmAsync("重庆续二律师事务所", "续律三", "续律四");
        }

        var registered = await (await app.AsAsync(Roles.Clerk)).SubmitAsync("/intake/letters/new", TestData.Letter($"（2026）{name}一审号", "2026-6-17 9:00", name));
        var caseId = NoticePath.IdOf(registered.Location!);
        var why = await app.ProposedAsync(caseId);
        await app.DecideAsync(why);
        await app.NameAsync(why);
        return (caseId, why);
    }

    private Task<AidCase> CaseAsync(WebPage opened)
    {
        Assert.Equal(HttpStatusCode.Found, opened.Status);
        var id = NoticePath.IdOf(opened.Location!);
        return app.InDbAsync(db => db.Cases.AsNoTracking().Include(c => c.Parties).SingleAsync(c => c.Id == id));
    }

    private Task<CaseAssignment> AssignmentAsync(string why)
    {
        var id = NoticePath.IdOf(why);
        return app.InDbAsync(db => db.Assignments.AsNoTracking().SingleAsync(a => a.Id == id));
    }
}
