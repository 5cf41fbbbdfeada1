using System.IO.Compression;
using System.Net;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Tests;
using LegalAid.Store.Assignment;
using LegalAid.Store.Decisions;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>A wage case of sixty people: proposed, discussed by the centre, reported in writing, decided by the bureau.</summary>
public sealed class BureauPathTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("BB-5.2", "BB-5.3")]
    public async Task Sixty_people_go_from_the_clerks_opinion_through_discussion_and_report_to_the_bureau_and_on_to_the_firm()
    {
        var caseId = await app.WageCaseAsync(60, "众诉一");
        var (clerk, director, bureau) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director), await app.AsAsync(Roles.Bureau));
        Assert.Contains("决定前不得指派（BB-5.2、BB-5.3）", (await clerk.OpenAsync($"/assignment/cases/{caseId}/propose")).Text, StringComparison.Ordinal);
        var due = (await CaseAsync(caseId)).NextDueAtUtc;

        var why = await app.ProposedAsync(caseId);
        Assert.Equal(DecidingBody.BureauAfterDiscussion, (await app.LatestAsync(caseId)).DecidingBody);
        Assert.Contains($"{why}/discussion", (await clerk.OpenAsync("/")).Html, StringComparison.Ordinal);
        Assert.Contains("待集体讨论", (await clerk.OpenAsync($"/cases/{caseId}")).Text, StringComparison.Ordinal);
        app.Clock.Set(2026, 6, 17, 14);
        Assert.Equal($"{why}/discussion", (await app.DiscussAsync(why)).Location);
        Assert.Contains("待报请司法局", (await clerk.OpenAsync($"/cases/{caseId}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{why}/approval", (await bureau.OpenAsync("/")).Html, StringComparison.Ordinal);
        Assert.Equal($"{why}/discussion", (await app.AskBureauAsync(why)).Location);
        Assert.Equal((due, CaseStatus.Proposed), ((await CaseAsync(caseId)).NextDueAtUtc, (await CaseAsync(caseId)).Status));       // the clocks run on
        Assert.Contains($"{why}/approval", (await bureau.OpenAsync("/")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"{why}/approval", (await director.OpenAsync("/")).Html, StringComparison.Ordinal);

        app.Clock.Set(2026, 6, 18, 9);
        Assert.Equal($"/cases/{caseId}", (await bureau.SubmitAsync($"{why}/approval", ("Form.Agrees", "true"), ("Form.Note", "同意"))).Location);

        var decided = await app.LatestAsync(caseId);
        Assert.Equal((AssignmentStatus.Approved, CaseStatus.Assigned), (decided.Status, (await CaseAsync(caseId)).Status));
        Assert.NotNull(decided.NamingDueAtUtc);
        await app.NameAsync(why);
        Assert.Equal(CaseStatus.HandlerNamed, (await CaseAsync(caseId)).Status);
        var record = await app.InDbAsync(db => db.Decisions.AsNoTracking().SingleAsync(d => d.SubjectId == caseId && d.Kind == DecisionKinds.Assignment));
        Assert.Equal(record.Result, DecisionKinds.Recompute(record));
        Assert.Equal(
            [Act.AssignmentProposed, Act.DiscussionRecorded, Act.BureauAsked, Act.AssignmentApproved, Act.AssignmentServed, Act.HandlerNamed],
            await app.InDbAsync(db => db.Journal.Where(l => l.SubjectId == caseId && l.Act != Act.ApplicationTaken && l.Act != Act.AidGranted).OrderBy(l => l.AtUtc).ThenBy(l => l.Id).Select(l => l.Act).ToListAsync()));
    }

    [Fact]
    [Clause("BB-5.2", "BB-5.3")]
    public async Task The_why_page_shows_the_path_with_every_step_and_clause_and_the_report_is_a_numbered_paper()
    {
        var why = await app.AskedAsync(await app.WageCaseAsync(60, "众诉二"));
        var bureau = await app.AsAsync(Roles.Bureau);

        var path = (await bureau.OpenAsync(why))["#path"];
        Assert.Equal(4, path.QuerySelectorAll("li").Length);
        Assert.Equal(["BB-5.1", "BB-5.2", "BB-5.3", "BB-5.3"], path.QuerySelectorAll("a.clause").Select(a => a.GetAttribute("href")!.Split('/')[^1]));
        Assert.Contains("中心经办", path.TextContent, StringComparison.Ordinal);
        Assert.Contains("均同意由该所承办", path.TextContent, StringComparison.Ordinal);
        Assert.Contains("待决定，决定前不得指派", path.TextContent, StringComparison.Ordinal);

        var paper = await bureau.OpenAsync($"{why}/report");
        Assert.Contains("关于指派重庆众诉律师事务所承办追索劳动报酬一案的请示", paper.Text, StringComparison.Ordinal);
        Assert.Matches("碚援请字〔2026〕第[0-9]+号", paper.Text);
        Assert.Contains("重庆市北碚区司法局：", paper.Text, StringComparison.Ordinal);
        Assert.Contains("众诉二等60人", paper.Text, StringComparison.Ordinal);
        Assert.Contains("2026年6月17日，我中心中心经办、中心负责人集体讨论", paper.Text, StringComparison.Ordinal);
        Assert.Contains("报请期间不停止计算", paper.Text, StringComparison.Ordinal);
        await app.InDbAsync(async db =>
        {
            var firm = await db.Institutions.SingleAsync(i => i.Name == "重庆众诉律师事务所");
            firm.Name = "重庆众诉改名律师事务所";
            await db.SaveChangesAsync();
            var later = (await bureau.OpenAsync($"{why}/report")).Text;
            firm.Name = "重庆众诉律师事务所";
            await db.SaveChangesAsync();
            Assert.Equal(paper.Text, later);        // as it went out, whoever is renamed since
            return Assert.Single(await db.IssuedPapers.Where(p => p.AssignmentId == NoticePath.IdOf(why)).ToListAsync());
        });
        using var word = new ZipArchive(new MemoryStream(await bureau.DownloadAsync($"{why}/report?handler=Word")));
        Assert.NotNull(word.GetEntry("word/document.xml"));
    }

    [Fact]
    [Clause("BB-5.3")]
    public async Task The_bureau_refuses_with_a_reason_and_the_turn_is_given_back_and_the_next_proposal_is_the_bureaus_again()
    {
        var caseId = await app.WageCaseAsync(60, "众诉三");
        var balances = await BalancesAsync();
        var why = await app.AskedAsync(caseId);
        Assert.NotEqual(balances.Turn, (await BalancesAsync()).Turn);
        var bureau = await app.AsAsync(Roles.Bureau);

        var silent = await bureau.VerdictAsync(why, agrees: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.Status);
        Assert.Contains("BB-5.3", silent["main .refusals"].InnerHtml, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await bureau.VerdictAsync(why, agrees: false, "请另选")).Status);

        Assert.Equal((AssignmentStatus.Rejected, CaseStatus.AwaitingAssignment), ((await app.LatestAsync(caseId)).Status, (await CaseAsync(caseId)).Status));
        Assert.Equal(balances.Sum, (await BalancesAsync()).Sum);
        Assert.Contains("不同意 请另选", (await bureau.OpenAsync(why))["#path"].TextContent, StringComparison.Ordinal);
        await app.ProposedAsync(caseId);
        Assert.Equal((DecidingBody.BureauAfterDiscussion, null), ((await app.LatestAsync(caseId)).DecidingBody, (await app.LatestAsync(caseId)).DiscussedAtUtc));
    }

    [Fact]
    [Clause("BB-5.3")]
    public async Task A_case_the_bureau_assigned_goes_to_another_firm_only_through_the_bureau_again()
    {
        var caseId = await app.WageCaseAsync(60, "众诉四");
        var why = await app.AskedAsync(caseId);
        await (await app.AsAsync(Roles.Bureau)).VerdictAsync(why);

        var director = await app.AsAsync(Roles.Director);
        var alone = await director.PostAsync($"{why}/undo", [await director.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), ("Form.Reason", "该所不能承办")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, alone.Status);
        Assert.Contains("由司法局撤销", alone.Text, StringComparison.Ordinal);
        Assert.Contains("BB-5.3", alone["main .refusals"].InnerHtml, StringComparison.Ordinal);
        Assert.Equal($"/cases/{caseId}", (await (await app.AsAsync(Roles.Bureau)).SubmitAsync($"{why}/undo", ("Form.Reason", "该所不能承办"))).Location);
        var again = await app.ProposedAsync(caseId);

        var refused = await (await app.AsAsync(Roles.Director)).VerdictAsync(again);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("中心负责人不能自行决定", refused.Text, StringComparison.Ordinal);
    }

    private Task<AidCase> CaseAsync(Guid caseId) => app.InDbAsync(db => db.Cases.AsNoTracking().SingleAsync(c => c.Id == caseId));

    private Task<(long Turn, string Sum)> BalancesAsync() => app.InDbAsync(async db =>
    {
        var queue = await db.RotationQueues.AsNoTracking().Include(q => q.Places).SingleAsync(q => q.Kind == QueueKind.Other);
        return (queue.Turn, string.Join(' ', queue.Places.OrderBy(p => p.Id).Select(p => p.BalanceMillionths)));
    });
}
