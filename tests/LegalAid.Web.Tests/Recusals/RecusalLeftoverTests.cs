using System.Net;
using LegalAid.Rules.Recusals;
using LegalAid.Rules.Tests;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Recusals;

/// <summary>What a recusal leaves behind: proposals made before it, declarations made by mistake, words told in confidence.</summary>
public sealed class RecusalLeftoverTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("BB-8.1", "CF-14")]
    public async Task What_somebody_proposed_who_stands_aside_since_is_not_agreed_to_but_can_be_given_back()
    {
        await app.LawFirmAsync("重庆回避律师事务所", "避甲");
        var caseId = await app.RegisteredAsync("901", "2026-6-17 9:00");
        var (desk, _) = await app.OfficerNamedAsync(Roles.Clerk, "避某甲");
        var why = (await desk.SubmitAsync($"/assignment/cases/{caseId}/propose")).Location!;
        var director = await app.AsAsync(Roles.Director);
        Assert.DoesNotContain("现在不能同意", (await director.OpenAsync($"{why}/approval")).Text, StringComparison.Ordinal);
        await app.DeclareAsync(desk, caseId, nameof(Relation.Sibling));

        var shown = await director.OpenAsync($"{why}/approval");
        Assert.Contains("提出意见的人已从本案回避", shown["main .refusals"].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("同意指派</button>", shown.Html, StringComparison.Ordinal);
        var refused = await director.VerdictAsync(why);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("BB-8.1", refused["main .refusals"].TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await director.VerdictAsync(why, agrees: false, "提出人已回避")).Status);
    }

    [Fact]
    [Clause("BB-8.1", "BB-8.2")]
    public async Task A_near_relative_declared_by_mistake_is_taken_back_by_the_head_with_a_reason_and_not_by_the_one_who_declared()
    {
        var caseId = await app.RegisteredAsync("902", "2026-6-17 9:00");
        var (desk, officer) = await app.OfficerNamedAsync(Roles.Clerk, "避某乙");
        await app.DeclareAsync(desk, caseId, nameof(Relation.Parent));
        var recusal = await app.RecusalAsync(caseId, officer.Id);
        Assert.Equal(RecusalStatus.Recused, recusal.Status);
        var director = await app.AsAsync(Roles.Director);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RecusalDesk.PostAsync(desk, $"/recusals/{recusal.Id}", ("Form.Grants", "false"), ("Form.Reason", "误报"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RecusalDesk.PostAsync(director, $"/recusals/{recusal.Id}", ("Form.Grants", "false"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RecusalDesk.PostAsync(director, $"/recusals/{recusal.Id}", ("Form.Grants", "true"))).Status);
        Assert.Contains("撤回误报的回避", (await director.OpenAsync($"/recusals/{recusal.Id}")).Text, StringComparison.Ordinal);
        await RecusalDesk.DecideAsync(director, recusal.Id, grants: false);

        Assert.Equal(RecusalStatus.NotRecused, (await app.RecusalAsync(caseId, officer.Id)).Status);
        Assert.DoesNotContain("本案您不能办理", (await desk.OpenAsync($"/cases/{caseId}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RecusalDesk.PostAsync(director, $"/recusals/{recusal.Id}", ("Form.Grants", "false"), ("Form.Reason", "再来"))).Status);
    }

    [Fact]
    public async Task The_words_of_recusals_and_decisions_stay_with_their_records_and_the_journals_page_shows_them_from_there()
    {
        var caseId = await app.RegisteredAsync("903", "2026-6-17 9:00");
        var (desk, officer) = await app.OfficerNamedAsync(Roles.Clerk, "避某丙");
        await app.DeclareAsync(desk, caseId, nameof(Relation.OtherRelative));
        await RecusalDesk.DecideAsync(await app.AsAsync(Roles.Director), (await app.RecusalAsync(caseId, officer.Id)).Id, grants: true);

        var lines = await app.InDbAsync(db => db.Journal.AsNoTracking().Where(l => l.SubjectId == caseId && (l.Act == Act.RecusalDeclared || l.Act == Act.RecusalGranted)).ToListAsync());
        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.Null(line.Reason));
        var journal = (await desk.OpenAsync("/journal")).Text;
        Assert.Contains("如实申报", journal, StringComparison.Ordinal);
        Assert.Contains("经核实", journal, StringComparison.Ordinal);
    }
}
