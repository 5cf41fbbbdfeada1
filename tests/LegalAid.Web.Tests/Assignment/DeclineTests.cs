using System.Net;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Tests;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static LegalAid.Web.Tests.Assignment.DeclineDesk;

namespace LegalAid.Web.Tests.Assignment;

/// <summary>Service, declining and ruling where the turn goes to institutions, over HTTP.</summary>
public sealed class DeclineTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Clause("BB-2.2")]
    public async Task The_first_opening_by_the_institution_is_kept_as_service_and_no_later_one()
    {
        await FirmsAsync();
        var agreed = await app.AgreedAsync("辞101");
        var firm = await agreed.ReceiverAsync();
        Assert.Contains("新指派", (await firm.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.False(await app.InDbAsync(db => db.Receptions.AnyAsync(r => r.AssignmentId == agreed.Id)));

        app.Clock.Set(2026, 6, 17, 11);
        await (await app.AsAsync(Roles.Clerk)).OpenAsync($"/cases/{agreed.CaseId}");      // the centre's own look serves nothing
        await FetchedAheadAsync(firm, $"{agreed.Url}/handler");
        await FetchedAheadAsync(firm, $"/cases/{agreed.CaseId}");
        Assert.False(await app.InDbAsync(db => db.Receptions.AnyAsync(r => r.AssignmentId == agreed.Id)));
        await firm.OpenAsync($"{agreed.Url}/handler");
        app.Clock.Set(2026, 6, 17, 12);
        await firm.OpenAsync($"/cases/{agreed.CaseId}");

        var served = await app.InDbAsync(db => db.Receptions.AsNoTracking().SingleAsync(r => r.AssignmentId == agreed.Id));
        Assert.Equal((ReceptionKind.Served, new DateTime(2026, 6, 17, 3, 0, 0)), (served.Kind, served.AtUtc));
        Assert.Equal(1, await app.InDbAsync(db => db.Journal.CountAsync(l => l.SubjectId == agreed.CaseId && l.Act == Act.AssignmentServed)));
        Assert.DoesNotContain("新指派", (await firm.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("送达 6月17日（周三）11:00", Flat(await (await app.AsAsync(Roles.Clerk)).OpenAsync($"/cases/{agreed.CaseId}")), StringComparison.Ordinal);
    }

    private static async Task FetchedAheadAsync(Visitor visitor, string url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add("Sec-Purpose", "prefetch;prerender");
        using var response = await visitor.RawAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    [Clause("LAW-46", "BB-11.1")]
    public async Task A_good_reason_gives_the_turn_back_and_the_next_proposal_passes_the_institution_over_with_reason_and_clause()
    {
        await FirmsAsync();
        var before = await app.BalancesAsync();
        var agreed = await app.AgreedAsync("辞102");
        IsDone(await agreed.DeclineAsync(evidence: Pdf));
        var firm = await agreed.ReceiverAsync();
        Assert.True((await agreed.NowAsync()).AwaitsRuling);

        var ruled = await agreed.RuleAsync(justified: true);

        Assert.Equal($"/cases/{agreed.CaseId}", ruled.Location);
        Assert.Equal(AssignmentStatus.Revoked, (await agreed.NowAsync()).Status);
        Assert.Equal(before, await app.BalancesAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await firm.OpenAsync($"/cases/{agreed.CaseId}")).Status);
        Assert.Contains("理由成立", (await firm.OpenAsync($"{agreed.Url}/decline")).Text, StringComparison.Ordinal);
        var why = (await (await app.AsAsync(Roles.Clerk)).SubmitAsync($"/assignment/cases/{agreed.CaseId}/propose")).Location!;       // one click
        var page = await (await app.AsAsync(Roles.Clerk)).OpenAsync(why);
        Assert.Contains("已有正当理由辞接本案（利害关系或者利益冲突，2026-06-17认定）", page.Text, StringComparison.Ordinal);
        Assert.Contains("/rules/clauses/LAW-46", page.Html, StringComparison.Ordinal);
        Assert.NotEqual(agreed.InstitutionId, (await app.AgreedAsync(NoticePath.IdOf(why))).InstitutionId);
    }

    [Fact]
    [Clause("LAW-46")]
    public async Task Without_good_reason_the_institution_has_to_take_the_case_and_it_is_marked_as_conduct()
    {
        await FirmsAsync();
        var agreed = await app.AgreedAsync("辞103");
        IsDone(await agreed.DeclineAsync("Other"));
        var paid = await app.BalancesAsync();

        IsDone(await agreed.RuleAsync(justified: false));

        var now = await agreed.NowAsync();
        Assert.Equal((AssignmentStatus.Approved, false), (now.Status, now.AwaitsRuling));
        Assert.Equal(paid, await app.BalancesAsync());
        Assert.True(await app.InDbAsync(db => db.Declines.Where(d => d.AssignmentId == agreed.Id).Select(d => d.ConductMatter).SingleAsync()));
        Assert.Contains("违规线索", (await (await app.AsAsync(Roles.Bureau)).OpenAsync("/assignment/declines")).Text, StringComparison.Ordinal);
        IsRefused(await (await agreed.ReceiverAsync()).PostedAsync($"{agreed.Url}/decline", ("Form.Ground", "Conflict"), ("Form.Reason", "再辞")), "已经辞接过一次");
        await app.NameAsync(agreed.Url);
    }

    [Fact]
    [Clause("LAW-46")]
    public async Task While_it_waits_for_the_ruling_it_is_the_directors_and_nobody_names_or_revokes()
    {
        await FirmsAsync();
        var agreed = await app.AgreedAsync("辞104");
        IsDone(await agreed.DeclineAsync());
        var (firm, clerk, director) = (await agreed.ReceiverAsync(), await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));
        var member = await MemberOfAsync(agreed.InstitutionId);

        IsRefused(await firm.PostedAsync($"{agreed.Url}/handler", ("Form.HandlerId", member.ToString())), "已提出辞接");
        IsRefused(await director.PostedAsync($"{agreed.Url}/undo", ("Form.Reason", "撤销")), "请先裁定");
        IsRefused(await clerk.PostedAsync($"{agreed.Url}/ruling", ("Form.Justified", "true"), ("Form.Reason", "可")), "由负责人裁定");
        Assert.Equal(HttpStatusCode.BadRequest, (await director.PostedAsync($"{agreed.Url}/ruling", ("Form.Justified", "true"), ("Form.Reason", " "))).Status);
        Assert.NotNull((await director.OpenAsync("/")).Document.QuerySelector($"main .calls a[href='{agreed.Url}/ruling']"));
        Assert.Contains("待中心负责人裁定辞接", (await clerk.OpenAsync("/"))[$"#elsewhere a[href='/cases/{agreed.CaseId}']"].Closest("li")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await firm.OpenAsync("/")).Document.QuerySelector($"main .calls a[href='/cases/{agreed.CaseId}']"));
        Assert.Equal(new AssignmentMoments(), await app.InDbAsync(db => CaseMoments.OfAsync(db, agreed.CaseId, default)));       // the clocks run on

        IsDone(await agreed.RuleAsync(justified: true));
        IsRefused(await director.PostedAsync($"{agreed.Url}/ruling", ("Form.Justified", "false"), ("Form.Reason", "改")), "已经裁定过了");
    }

    [Fact]
    public async Task It_is_declined_until_the_time_to_name_a_handler_ends()
    {
        await FirmsAsync();
        var (early, late) = (await app.AgreedAsync("辞105"), await app.AgreedAsync("辞106"));

        app.Clock.Set(2026, 6, 18, 9, 59);
        IsDone(await early.DeclineAsync());
        app.Clock.Set(2026, 6, 18, 10);
        IsRefused(await (await late.ReceiverAsync()).PostedAsync($"{late.Url}/decline", ("Form.Ground", "Conflict"), ("Form.Reason", "迟")), "已过可以辞接的期限");
        Assert.Contains("现在不能辞接", (await (await late.ReceiverAsync()).OpenAsync($"{late.Url}/decline")).Text, StringComparison.Ordinal);
        app.Clock.Set(2026, 6, 17);
    }

    [Fact]
    public async Task Another_institution_and_the_centre_do_not_decline()
    {
        await FirmsAsync();
        var agreed = await app.AgreedAsync("辞107");
        var other = await app.InDbAsync(db => db.Institutions.Where(i => i.Id != agreed.InstitutionId).Select(i => i.Id).FirstAsync());
        var stranger = await app.AsAsync(Roles.FirmAdministrator, app.OfficeId, institutionId: other);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync($"{agreed.Url}/decline")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostedAsync($"{agreed.Url}/decline", ("Form.Ground", "Conflict"), ("Form.Reason", "冒名"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.AsAsync(Roles.Clerk)).OpenAsync($"{agreed.Url}/decline")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await (await agreed.ReceiverAsync()).PostedAsync($"{agreed.Url}/decline", ("Form.Reason", "没有选理由"))).Status);
        Assert.False((await agreed.NowAsync()).AwaitsRuling);
    }

    [Fact]
    public async Task Declining_and_naming_at_once_one_wins()
    {
        await FirmsAsync();
        foreach (var number in new[] { "辞111", "辞112", "辞113" })
        {
            var agreed = await app.AgreedAsync(number);
            var (firm, member) = (await agreed.ReceiverAsync(), await MemberOfAsync(agreed.InstitutionId));
            await firm.OpenAsync($"{agreed.Url}/handler");

            var answers = await Task.WhenAll(
                Task.Run(() => firm.PostedAsync($"{agreed.Url}/decline", ("Form.Ground", "Conflict"), ("Form.Reason", "同时"))),
                Task.Run(() => firm.PostedAsync($"{agreed.Url}/handler", ("Form.HandlerId", member.ToString()))));

            Assert.Single(answers, answer => answer.Status == HttpStatusCode.Found);
            var now = await agreed.NowAsync();
            Assert.True(now.AwaitsRuling == (now.Status == AssignmentStatus.Approved));
            Assert.Equal(now.AwaitsRuling, await app.InDbAsync(db => db.Declines.AnyAsync(d => d.AssignmentId == agreed.Id)));
        }
    }

    [Fact]
    public async Task Two_rulings_at_once_leave_one()
    {
        await FirmsAsync();
        var agreed = await app.AgreedAsync("辞114");
        IsDone(await agreed.DeclineAsync());
        var (one, other) = (await app.AsAsync(Roles.Director), await app.AsAsync(Roles.Director, app.OfficeId, name: "second-director"));

        var answers = await Task.WhenAll(new[] { one, other }.Select((director, i) => Task.Run(() =>
            director.PostedAsync($"{agreed.Url}/ruling", ("Form.Justified", i == 0 ? "true" : "false"), ("Form.Reason", "同时")))));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Found);
        var status = await app.InDbAsync(db => db.Cases.Where(c => c.Id == agreed.CaseId).Select(c => c.Status).SingleAsync());
        Assert.Equal(answers[0].Status == HttpStatusCode.Found ? CaseStatus.AwaitingAssignment : CaseStatus.Assigned, status);
    }

    private static string Flat(WebPage page) => string.Join(' ', page.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private Task<Guid> MemberOfAsync(Guid institution) => app.InDbAsync(db => db.Memberships.Where(m => m.InstitutionId == institution).Select(m => m.Id).FirstAsync());

    private async Task FirmsAsync()
    {
        if (!await app.InDbAsync(db => db.Institutions.AnyAsync()))
        {
            await app.LawFirmAsync("重庆辞A律师事务所", "辞某甲");
            await app.LawFirmAsync("重庆辞B律师事务所", "辞某乙");
        }
    }
}
