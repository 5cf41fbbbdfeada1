using System.Net;
using LegalAid.Rules.Recusals;
using LegalAid.Rules.Tests;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Recusals;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace LegalAid.Web.Tests.Recusals;

/// <summary>Recusal by declaration and report, decided up the chain; the case is taken over by somebody else.</summary>
public sealed class RecusalTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("BB-8.1", "CF-14")]
    public async Task The_applicants_brother_stands_aside_at_once_and_another_clerk_takes_the_case()
    {
        await app.LawFirmAsync("重庆回一律师事务所", "辩甲");
        var caseId = await app.RegisteredAsync("811", "2026-6-17 9:00");
        var (brother, officer) = await app.OfficerNamedAsync(Roles.Clerk, "陈某丁");
        var open = await brother.OpenAsync($"/assignment/cases/{caseId}/propose");

        var declared = await app.DeclareAsync(brother, caseId, "Sibling");

        Assert.Equal($"/cases/{caseId}", declared.Location ?? declared.Text);
        var recusal = await app.RecusalAsync(caseId, officer.Id);
        Assert.Equal((RecusalStatus.Recused, RecusalBody.Centre, null), (recusal.Status, recusal.Body, recusal.DecidedById));
        var refused = await brother.SendAsync($"/assignment/cases/{caseId}/propose", open, []);       // a page opened before
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("您已从本案回避", refused.Text, StringComparison.Ordinal);
        Assert.Equal(["BB-8.1", "CF-14"], refused.Document.QuerySelectorAll(".refusal-clauses a").Select(a => a.TextContent.Replace("条款 ", "", StringComparison.Ordinal)));
        var page = await brother.OpenAsync($"/cases/{caseId}");
        Assert.DoesNotContain("提出指派意见", page["main .page-acts, main header"].TextContent, StringComparison.Ordinal);
        Assert.Contains("本案您不能办理", page.Text, StringComparison.Ordinal);
        await app.ProposedAsync(caseId);
    }

    [Theory]
    [Clause("BB-8.1", "BB-8.2", "CF-14")]
    [InlineData("812", true)]
    [InlineData("813", false)]
    public async Task A_cousin_is_declared_and_the_centres_head_decides(string number, bool grants)
    {
        await app.LawFirmAsync($"重庆回{number}律师事务所", "辩乙");
        var caseId = await app.RegisteredAsync(number, "2026-6-17 9:00");
        var (cousin, officer) = await app.OfficerNamedAsync(Roles.Clerk, $"表亲{number}");
        await app.DeclareAsync(cousin, caseId, "OtherRelative");
        var waiting = await app.RecusalAsync(caseId, officer.Id);
        Assert.Equal(RecusalStatus.Waiting, waiting.Status);
        Assert.Contains("正在等待决定", (await cousin.SubmitAsync($"/assignment/cases/{caseId}/propose")).Text, StringComparison.Ordinal);
        var above = await RecusalDesk.PostAsync(await app.AsAsync(Roles.Bureau), $"/recusals/{waiting.Id}", ("Form.Grants", "true"));
        Assert.Contains("不由您决定", above.Text, StringComparison.Ordinal);

        await RecusalDesk.DecideAsync(await app.AsAsync(Roles.Director), waiting.Id, grants);

        Assert.Equal(grants ? RecusalStatus.Recused : RecusalStatus.NotRecused, (await app.RecusalAsync(caseId, officer.Id)).Status);
        var proposed = await cousin.SubmitAsync($"/assignment/cases/{caseId}/propose");
        Assert.Equal(grants ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.Found, proposed.Status);
        var lines = await app.InDbAsync(db => db.Journal.AsNoTracking().Where(l => l.SubjectId == caseId).Select(l => l.Act).ToListAsync());
        Assert.Contains(Act.RecusalDeclared, lines);
        Assert.Contains(grants ? Act.RecusalGranted : Act.RecusalRejected, lines);
        Assert.Contains("表亲", (await (await app.AsAsync(Roles.Director)).OpenAsync("/journal")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("BB-8.2")]
    public async Task A_recusal_not_granted_needs_a_reason_and_is_decided_once()
    {
        var caseId = await app.RegisteredAsync("814", "2026-6-17 9:00");
        var (clerk, officer) = await app.OfficerNamedAsync(Roles.Clerk, "邻某");
        await app.DeclareAsync(clerk, caseId, "OtherInterest", party: null, other: "受援人的邻居");
        var (recusal, director) = (await app.RecusalAsync(caseId, officer.Id), await app.AsAsync(Roles.Director));
        var url = $"/recusals/{recusal.Id}";
        var opened = await director.OpenAsync(url);

        var unexplained = await director.SendAsync(url, opened, [("Form.Grants", "false")]);
        var malformed = await director.SubmitAsync(url);
        await RecusalDesk.DecideAsync(director, recusal.Id, grants: false);
        var second = await RecusalDesk.PostAsync(director, url, ("Form.Grants", "true"));

        Assert.Contains("不予回避须写明理由", unexplained.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, malformed.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.Contains("已经决定过", second.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await app.DeclareAsync(clerk, caseId, "Sibling")).Status);      // something new came to light
    }

    [Fact]
    [Clause("BB-8.1", "BB-8.2")]
    public async Task A_colleague_is_reported_waits_and_the_one_who_reported_does_not_decide()
    {
        var caseId = await app.RegisteredAsync("815", "2026-6-17 9:00");
        var (reported, officer) = await app.OfficerNamedAsync(Roles.Clerk, "陈某戊");
        var director = await app.AsAsync(Roles.Director);
        var (other, _) = await app.OfficerNamedAsync(Roles.Director, "副主任甲");

        await app.DeclareAsync(director, caseId, "Sibling", officerId: officer.Id);

        var recusal = await app.RecusalAsync(caseId, officer.Id);
        Assert.Equal(RecusalStatus.Waiting, recusal.Status);
        var own = await RecusalDesk.PostAsync(director, $"/recusals/{recusal.Id}", ("Form.Grants", "true"));
        Assert.Contains("提出的人不能自己决定", own.Text, StringComparison.Ordinal);
        Assert.Contains("正在等待决定", (await reported.SubmitAsync($"/cases/{caseId}/void", ("Form.Reason", "试"))).Text, StringComparison.Ordinal);
        await RecusalDesk.DecideAsync(other, recusal.Id, grants: true);
    }

    [Fact]
    [Clause("BB-8.3", "CF-14")]
    public async Task The_centres_head_is_decided_on_by_the_section_and_by_no_colleague_nor_the_bureau()
    {
        var caseId = await app.RegisteredAsync("816", "2026-6-17 9:00");
        var (head, officer) = await app.OfficerNamedAsync(Roles.Director, "主任甲");
        var (colleague, _) = await app.OfficerNamedAsync(Roles.Director, "副主任乙");
        await app.DeclareAsync(head, caseId, "OtherInterest");
        var recusal = await app.RecusalAsync(caseId, officer.Id);
        Assert.Equal(RecusalBody.Section, recusal.Body);

        var byColleague = await RecusalDesk.PostAsync(colleague, $"/recusals/{recusal.Id}", ("Form.Grants", "true"));
        var byOneself = await RecusalDesk.PostAsync(head, $"/recusals/{recusal.Id}", ("Form.Grants", "false"), ("Form.Reason", "无妨"));

        Assert.Contains("不由您决定", byColleague.Text, StringComparison.Ordinal);
        Assert.Contains("BB-8.3", byColleague.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, byOneself.Status);
        Assert.Contains("不由您决定", (await RecusalDesk.PostAsync(await app.AsAsync(Roles.Bureau), $"/recusals/{recusal.Id}", ("Form.Grants", "true"))).Text, StringComparison.Ordinal);
        await RecusalDesk.DecideAsync(await app.AsAsync(Roles.Section), recusal.Id, grants: true);
        Assert.Equal(RecusalStatus.Recused, (await app.RecusalAsync(caseId, officer.Id)).Status);
    }

    [Fact]
    [Clause("BB-8.4", "CF-14")]
    public async Task The_head_of_the_section_is_decided_on_by_the_bureau_never_by_oneself()
    {
        var caseId = await app.RegisteredAsync("817", "2026-6-17 9:00");
        var (section, officer) = await app.OfficerNamedAsync(Roles.Section, "科长甲");
        var (bureau, _) = await app.OfficerNamedAsync(Roles.Bureau, "局长甲");
        await app.DeclareAsync(section, caseId, "OtherRelative");
        var recusal = await app.RecusalAsync(caseId, officer.Id);
        Assert.Equal(RecusalBody.Bureau, recusal.Body);

        var own = await app.RunAsync<DecideRecusal, string?>(officer, async decide => (await decide.RunAsync(recusal.Id, grants: false, "无妨", default))!.Refusal?.Code);
        await RecusalDesk.DecideAsync(bureau, recusal.Id, grants: false);

        Assert.Equal("own-recusal", own);
        Assert.Equal(RecusalStatus.NotRecused, (await app.RecusalAsync(caseId, officer.Id)).Status);
        Assert.Equal("23514", (await Assert.ThrowsAsync<PostgresException>(() => SetAsync("decided_by_id = officer_id", recusal.Id))).SqlState);
        Assert.Equal("23514", (await Assert.ThrowsAsync<PostgresException>(() => SetAsync("decided_by_id = reported_by_id", recusal.Id))).SqlState);
    }

    private async Task<object?> SetAsync(string set, Guid id)
    {
        await using var source = NpgsqlDataSource.Create(app.OwnerConnection);
        await using var command = source.CreateCommand($"update recusals set {set} where id = '{id}'");
        return await command.ExecuteScalarAsync();
    }
}
