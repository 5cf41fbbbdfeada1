using System.Net;
using LegalAid.Rules.Tests;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using LegalAid.Web.Tests.Recusals;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>What the path to the bureau does not let through: the wrong hand, the wrong order, another office, two at once, a case that has become the other body's.</summary>
public sealed class BureauPathRefusalTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("BB-5.1", "BB-5.3")]
    public async Task The_director_does_not_decide_what_is_the_bureaus_nor_the_bureau_what_is_the_directors()
    {
        var (large, small) = (await app.AskedAsync(await app.WageCaseAsync(50, "错手一")), await app.ProposedAsync(await app.WageCaseAsync(49, "错手二")));
        var (director, bureau) = (await app.AsAsync(Roles.Director), await app.AsAsync(Roles.Bureau));

        foreach (var agrees in new[] { true, false })
        {
            var directors = await director.VerdictAsync(large, agrees, "意见");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, directors.Status);
            Assert.Contains("中心负责人不能自行决定", directors.Text, StringComparison.Ordinal);
            var bureaus = await bureau.VerdictAsync(small, agrees, "意见");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, bureaus.Status);
            Assert.Contains("不由司法局决定", bureaus.Text, StringComparison.Ordinal);
        }

        Assert.Null((await director.OpenAsync($"{large}/approval")).Document.QuerySelector("button[name='Form.Agrees']"));
        Assert.Null((await bureau.OpenAsync($"{small}/approval")).Document.QuerySelector("button[name='Form.Agrees']"));
        Assert.Null((await (await app.AsAsync(Roles.Clerk)).OpenAsync($"{large}/approval")).Document.QuerySelector("button[name='Form.Agrees']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await bureau.OpenAsync($"{large}/discussion")).Status);
    }

    [Fact]
    [Clause("BB-5.2", "BB-5.3")]
    public async Task No_step_is_taken_before_the_one_in_front_of_it_nor_twice()
    {
        var why = await app.ProposedAsync(await app.WageCaseAsync(60, "次序"));
        var bureau = await app.AsAsync(Roles.Bureau);

        Says("先记录中心集体讨论", "BB-5.3", await app.AskBureauAsync(why));
        Says("尚未集体讨论并书面报请", "BB-5.3", await bureau.VerdictAsync(why));
        Assert.Equal(HttpStatusCode.NotFound, (await bureau.OpenAsync($"{why}/report")).Status);
        Says("至少2人参加", "BB-5.2", await app.DiscussAsync(why, present: 1));
        Says("经办人提出意见以后才能集体讨论", "BB-5.2", await app.DiscussAsync(why, heldOn: "2026-6-16"));
        Says("不能晚于今天", "BB-5.2", await app.DiscussAsync(why, heldOn: "2026-6-18"));
        Assert.Equal(HttpStatusCode.BadRequest, (await app.DiscussAsync(why, agrees: "")).Status);
        Assert.Equal(HttpStatusCode.Found, (await app.DiscussAsync(why)).Status);
        Says("尚未集体讨论并书面报请", "BB-5.3", await bureau.VerdictAsync(why));
        Assert.Equal(HttpStatusCode.Found, (await app.AskBureauAsync(why)).Status);
        Says("已经报请", "BB-5.3", await app.AskBureauAsync(why));
        Assert.Equal(HttpStatusCode.Found, (await bureau.VerdictAsync(why)).Status);
        Says("已经决定过了", "BB-5.3", await bureau.VerdictAsync(why));
    }

    [Fact]
    [Clause("BB-5.2")]
    public async Task A_discussion_against_the_proposal_is_kept_and_leads_back_not_to_the_bureau()
    {
        var caseId = await app.WageCaseAsync(60, "不同意");
        var why = await app.ProposedAsync(caseId);

        Assert.Equal(HttpStatusCode.Found, (await app.DiscussAsync(why, agrees: "false")).Status);

        Says("集体讨论没有同意经办意见", "BB-5.3", await app.AskBureauAsync(why));
        var clerk = await app.AsAsync(Roles.Clerk);
        Assert.Equal($"/cases/{caseId}", (await clerk.SubmitAsync($"{why}/undo", ("Form.Reason", "讨论未同意"))).Location);
        Assert.Contains("不同意经办意见", (await clerk.OpenAsync(why))["#path"].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("BB-5.2")]
    public async Task Only_officers_of_the_own_centre_were_present_and_whoever_was_does_not_decide_for_the_bureau()
    {
        var why = await app.ProposedAsync(await app.WageCaseAsync(60, "参加人"));
        var moved = await app.OfficerAsync("moved-to-bureau", Roles.Director, app.OfficeId);
        var stranger = await app.OfficerAsync("elsewhere", Roles.Clerk, await OtherOfficeAsync());
        var clerk = await app.AsAsync(Roles.Clerk);
        var centre = await app.CentreAsync();

        Says("只能是本中心现有的", "BB-5.2", await clerk.SubmitAsync($"{why}/discussion", GroupPath.Minutes([centre[0], stranger.Id])));
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"{why}/discussion", GroupPath.Minutes([centre[0], moved.Id]))).Status);
        await app.AskBureauAsync(why);
        await app.InDbAsync(db => db.Users.Where(u => u.Id == moved.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.Role, Roles.Bureau)));
        var visitor = app.Anybody();
        await visitor.SubmitAsync("/signin", ("Form.UserName", "moved-to-bureau"), ("Form.Password", TestApp.Password));

        Says("参加过中心集体讨论的人", "BB-5.3", await visitor.VerdictAsync(why));
    }

    [Fact]
    [Clause("BB-8.1", "BB-5.2")]
    public async Task Whoever_has_to_stand_aside_takes_no_part_in_the_discussion()
    {
        var caseId = await app.WageCaseAsync(60, "回避讨论");
        var why = await app.ProposedAsync(caseId);
        var (aside, officer) = await app.OfficerNamedAsync(Roles.Clerk, "旁坐人");
        var (clerk, centre) = (await app.AsAsync(Roles.Clerk), await app.CentreAsync());
        Assert.Contains("旁坐人", (await clerk.OpenAsync($"{why}/discussion")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await app.DeclareAsync(aside, caseId, "OtherInterest", "回避讨论")).Status);

        var page = await clerk.OpenAsync($"{why}/discussion");
        Assert.Null(page.Document.QuerySelector($"input[name='Form.Attendees'][value='{officer.Id}']"));
        var told = page.Document.QuerySelectorAll("main .notice").Single(notice => notice.TextContent.Contains("不能参加讨论的", StringComparison.Ordinal)).TextContent;
        Assert.Contains("旁坐人", told, StringComparison.Ordinal);
        Assert.Contains("回避正在等待决定", told, StringComparison.Ordinal);
        Says("旁坐人回避正在等待决定", "BB-8.1", await clerk.SubmitAsync($"{why}/discussion", GroupPath.Minutes([.. centre.Where(id => id != officer.Id).Take(2), officer.Id])));
        Assert.Equal(HttpStatusCode.Found, (await clerk.SubmitAsync($"{why}/discussion", GroupPath.Minutes(centre.Where(id => id != officer.Id).Take(2)))).Status);
    }

    [Fact]
    public async Task Another_offices_hands_find_nothing()
    {
        var why = await app.AskedAsync(await app.WageCaseAsync(60, "他区"));
        var office = await OtherOfficeAsync();
        var (clerk, bureau) = (await app.AsAsync(Roles.Clerk, office), await app.AsAsync(Roles.Bureau, office));

        foreach (var (visitor, url) in new[] { (clerk, $"{why}/discussion"), (clerk, $"{why}/report"), (bureau, $"{why}/approval"), (bureau, $"{why}/report"), (bureau, $"{why}/report?handler=Word") })
        {
            Assert.Equal((url, HttpStatusCode.NotFound), (url, (await visitor.OpenAsync(url)).Status));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await bureau.VerdictAsync(why)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.PostAsync($"{why}/discussion?handler=Report", [await clerk.TokenAsync(), ("__key", Guid.CreateVersion7().ToString())])).Status);
        Assert.DoesNotContain(why, (await bureau.OpenAsync("/")).Html, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("BB-5.3")]
    public async Task Of_two_at_once_one_decides_and_the_other_is_told()
    {
        var caseId = await app.WageCaseAsync(60, "同时");
        var why = await app.AskedAsync(caseId);
        var (one, other) = (await app.AsAsync(Roles.Bureau), await app.AsAsync(Roles.Bureau, app.OfficeId, name: "bureau-two"));
        var (first, second) = (await one.OpenAsync($"{why}/approval"), await other.OpenAsync($"{why}/approval"));

        var answers = await Task.WhenAll(
            Task.Run(() => one.SendAsync($"{why}/approval", first, [("Form.Agrees", "true")])),
            Task.Run(() => other.SendAsync($"{why}/approval", second, [("Form.Agrees", "false"), ("Form.Note", "不同意")])));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Found);
        Assert.Single(answers, answer => answer.Status is HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity);
        Assert.Single(await app.InDbAsync(db => db.Assignments.Where(a => a.CaseId == caseId).ToListAsync()));
    }

    [Fact]
    [Clause("BB-5.2")]
    public async Task Of_two_records_of_one_discussion_one_stays()
    {
        var caseId = await app.WageCaseAsync(60, "两份记录");
        var why = await app.ProposedAsync(caseId);
        var (one, other) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));
        var (first, second, minutes) = (await one.OpenAsync($"{why}/discussion"), await other.OpenAsync($"{why}/discussion"), GroupPath.Minutes((await app.CentreAsync()).Take(2)));

        var answers = await Task.WhenAll(
            Task.Run(() => one.SendAsync($"{why}/discussion?handler=Discuss", first, minutes)), Task.Run(() => other.SendAsync($"{why}/discussion?handler=Discuss", second, minutes)));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Found);
        var assignment = NoticePath.IdOf(why);
        Assert.Equal(1, await app.InDbAsync(db => db.CollectiveDiscussions.CountAsync(d => d.AssignmentId == assignment)));
    }

    [Fact]
    [Clause("BB-5.3")]
    public async Task The_database_itself_lets_nobody_decide_before_the_report()
    {
        var why = await app.ProposedAsync(await app.WageCaseAsync(60, "库里"));
        await using var source = NpgsqlDataSource.Create(app.OwnerConnection);
        await using var command = source.CreateCommand($"update assignments set decided_by_id = gen_random_uuid() where id = '{NoticePath.IdOf(why)}'");

        Assert.Equal("ck_assignments_report_first", (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).ConstraintName);
    }

    internal static void Says(string text, string clause, WebPage page)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(text, page.Text, StringComparison.Ordinal);
        Assert.Contains(clause, page["main .refusals"].InnerHtml, StringComparison.Ordinal);
    }

    private Task<Guid> OtherOfficeAsync() => app.InDbAsync(db => db.Offices.Where(o => o.Code == "WZ").Select(o => o.Id).SingleAsync());
}
