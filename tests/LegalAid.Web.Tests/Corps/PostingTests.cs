using System.Net;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Tests;
using LegalAid.Store.Corps;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.Access;
using LegalAid.Web.Tests.Assignment;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static LegalAid.Web.Tests.Assignment.DeclineDesk;
using static LegalAid.Web.Tests.Assignment.PersonTurns;
using static LegalAid.Web.Tests.Corps.PostingPath;

namespace LegalAid.Web.Tests.Corps;

/// <summary>A case posted, bid for, given to the best bidder and decided on like every other, over HTTP.</summary>
public sealed class PostingTests(KailiApp app) : IClassFixture<KailiApp>
{
    [Fact]
    [Clause("QDN-4.6a", "QDN-4.6b", "QDN-2.2")]
    public async Task The_best_bidder_is_proposed_with_a_record_that_recomputes()
    {
        var (first, second) = (await app.LocalAsync("发赵"), await app.LocalAsync("发钱", m => m.Specialities = ["劳动争议"]));
        var caseId = await app.PostedAsync("发某甲");
        var clerk = await app.AsAsync(Roles.Clerk);
        var inbox = await (await app.VisitorAsync(second)).OpenAsync("/inbox");
        Assert.Contains("有一件案源可以报名", inbox.Text, StringComparison.Ordinal);
        Assert.Null(inbox.Document.QuerySelector($"main a[href*='{caseId}']"));      // which case it is stays unsaid
        Assert.NotNull((await (await app.VisitorAsync(second)).OpenAsync("/")).Document.QuerySelector("main a[href='/postings']"));
        var shown = await (await app.VisitorAsync(second)).OpenAsync("/postings");
        Assert.Contains("凯里市法律援助中心。劳动仲裁，两年以上经验", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("发某甲", shown.Html, StringComparison.Ordinal);
        IsDone(await app.BidAsync(first, caseId));
        app.Clock.Set(2026, 6, 17, 15);
        IsDone(await app.BidAsync(second, caseId));
        IsRefused(await clerk.PostedAsync(ProposalOf(caseId), ("Form.Turn", "0")), "本案正在发布报名");
        IsRefused(await app.ChooseAsync(caseId, "先看看", second), "报名尚未截止");
        Assert.Contains("等待报名和择优", (await clerk.OpenAsync("/"))[$"#elsewhere a[href='/cases/{caseId}']"].Closest("li")!.TextContent, StringComparison.Ordinal);

        app.Clock.Set(2026, 6, 18, 10);
        Assert.Contains("2 人报名，待择优", (await clerk.OpenAsync("/")).Text, StringComparison.Ordinal);
        IsRefused(await clerk.PostedAsync(ProposalOf(caseId), ("Form.Turn", "0")), "请先在报名人中择优");
        Assert.Contains("与案由相近：劳动争议", (await clerk.OpenAsync(BidsOf(caseId))).Text, StringComparison.Ordinal);
        IsDone(await app.ChooseAsync(caseId, "长期办理劳动争议", second));
        var why = (await clerk.SubmitAsync(ProposalOf(caseId))).Location!;

        var assignment = await app.AssignmentAsync(caseId);
        Assert.Equal((second.Id, OrderStep.Bid, app.OfficeId), (assignment.MembershipId, assignment.Step, assignment.OfficeId));
        Assert.Empty(assignment.PassedOver);
        Assert.Contains("2人报名，择优选定", (await clerk.OpenAsync(why)).Text, StringComparison.Ordinal);
        Assert.True(await app.InDbAsync(db => db.QueueEntries.AnyAsync(e => e.AssignmentId == assignment.Id)));
        var record = await app.InDbAsync(db => db.Decisions.AsNoTracking().SingleAsync(d => d.Id == assignment.DecisionId));
        Assert.Equal(record.Result, CanonicalJson.Write(AssignmentDecision.Decide(CanonicalJson.Read<AssignmentFacts>(record.Facts))));
        Assert.Contains("已择优", (await clerk.OpenAsync("/postings/all")).Text, StringComparison.Ordinal);
        Assert.Contains("需求、难易、专长", (await clerk.OpenAsync(why)).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("QDN-4.6b")]
    public async Task Among_equals_the_seed_laid_down_with_the_posting_draws_and_anybody_checks_it()
    {
        var (first, second) = (await app.LocalAsync("签赵"), await app.LocalAsync("签钱"));
        var caseId = await app.PostedAsync("签某甲");
        var committed = (await app.PostingAsync(caseId)).SeedHash;
        IsDone(await app.BidAsync(second, caseId));
        IsDone(await app.BidAsync(first, caseId));
        app.Clock.Set(2026, 6, 18, 10);

        IsDone(await app.ChooseAsync(caseId, "两人条件相当", first, second));

        var posting = await app.PostingAsync(caseId);
        Assert.Equal(committed, Lottery.Commitment(posting.Seed!));
        var drawn = new[] { first, second }.Single(member => member.LicenceNumber == posting.Drawn[0]);
        var clerk = await app.AsAsync(Roles.Clerk);
        IsDone(await clerk.SubmitAsync(ProposalOf(caseId)));
        Assert.Equal(drawn.Id, (await app.AssignmentAsync(caseId)).MembershipId);
        foreach (var (visitor, url) in new[] { (clerk, $"{BidsOf(caseId)}?handler=Lot"), (await app.VisitorAsync(first), $"/postings?handler=Lot&posting={posting.Id}") })
        {
            var text = System.Text.Encoding.UTF8.GetString(await visitor.DownloadAsync(url));
            Assert.Empty(LotteryPublication.TryParse(text)!.Faults());
        }

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.VisitorAsync(await app.LocalAsync("签孙"))).OpenAsync($"/postings?handler=Lot&posting={posting.Id}")).Status);
    }

    [Fact]
    [Clause("QDN-4.6a")]
    public async Task A_posting_that_names_somebody_or_leaves_no_time_is_refused_and_one_without_requirement_is_malformed()
    {
        app.Clock.Set(2026, 6, 17);
        var caseId = await app.GrantedAsync("拒某甲");

        IsRefused(await app.PostAsync(caseId, ("Form.Requirement", "请联系拒 某甲本人")), "有当事人的姓名或者名称");
        IsRefused(await app.PostAsync(caseId, ("Form.Cause", "与重庆某建筑劳务有限公司的工资纠纷")), "有当事人的姓名或者名称");
        IsRefused(await app.PostAsync(caseId, ("Form.Rate", "询13900001235")), "像证件号、电话的号码");
        IsRefused(await app.PostAsync(caseId, ("Form.ClosesAtUtc", "2026-6-18 10:01")), "报名时间不超过24小时");
        IsRefused(await app.PostAsync(caseId, ("Form.ClosesAtUtc", "2026-6-17 10:00")), "报名截止须晚于现在");
        Assert.Equal(HttpStatusCode.BadRequest, (await app.PostAsync(caseId, ("Form.Requirement", " "))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await app.PostAsync(caseId, ("Form.ClosesAtUtc", "明天"))).Status);
        Assert.False(await app.InDbAsync(db => db.CasePostings.AnyAsync(p => p.CaseId == caseId)));
        IsDone(await app.PostAsync(caseId));
        IsRefused(await (await app.AsAsync(Roles.Clerk)).PostedAsync(PostingOf(caseId), ("Form.Cause", "工资"), ("Form.Requirement", "再发"), ("Form.ClosesAtUtc", "2026-6-18 9:00")), "本案已经发布");
    }

    [Fact]
    [Clause("QDN-4.6b")]
    public async Task Nobody_bids_and_the_clerk_is_told_and_the_case_goes_on_in_turn()
    {
        await app.LocalAsync("空赵");
        var caseId = await app.PostedAsync("空某甲");
        var clerk = await app.AsAsync(Roles.Clerk);
        app.Clock.Set(2026, 6, 18, 10);

        Assert.NotNull((await clerk.OpenAsync("/")).Document.QuerySelector($"main .calls a[href='{ProposalOf(caseId)}']"));
        Assert.Contains("没有人报名，本案照常派案", (await clerk.OpenAsync(PostingOf(caseId))).Text, StringComparison.Ordinal);
        IsDone(await clerk.SubmitAsync(ProposalOf(caseId)));
        Assert.Equal(OrderStep.Rotation, (await app.AssignmentAsync(caseId)).Step);
        IsRefused(await clerk.PostedAsync(PostingOf(caseId) + "?handler=Withdraw", ("Back.Reason", "迟了")), "不在待指派状态");
    }

    [Fact]
    [Clause("QDN-4.6a")]
    public async Task A_posting_is_taken_back_with_a_reason_and_may_be_opened_again()
    {
        var bidder = await app.LocalAsync("撤赵");
        var caseId = await app.PostedAsync("撤某甲");
        var clerk = await app.AsAsync(Roles.Clerk);
        IsDone(await app.BidAsync(bidder, caseId));

        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostedAsync(PostingOf(caseId) + "?handler=Withdraw", ("Back.Reason", " "))).Status);
        IsDone(await clerk.SubmitAsync(PostingOf(caseId), ("Back.Reason", "受援人病重，须当日派案")));

        Assert.Equal(PostingStatus.Withdrawn, (await app.PostingAsync(caseId)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.PostedAsync(PostingOf(caseId) + "?handler=Withdraw", ("Back.Reason", "再撤"))).Status);
        Assert.DoesNotContain("发布", (await clerk.OpenAsync(ProposalOf(caseId))).Text, StringComparison.Ordinal);
        IsRefused(await app.BidAsync(bidder, caseId), "报名已经截止");
        IsDone(await app.PostAsync(caseId));
        Assert.Equal(1, await app.InDbAsync(db => db.Journal.CountAsync(l => l.SubjectId == caseId && l.Act == Act.PostingWithdrawn)));
    }

    [Fact]
    [Clause("QDN-4.6b")]
    public async Task Whoever_a_gate_bars_is_not_chosen_and_no_reason_is_no_choice()
    {
        var (able, away) = (await app.LocalAsync("障赵"), await app.LocalAsync("障钱"));
        var caseId = await app.PostedAsync("障某甲");
        IsDone(await app.BidAsync(able, caseId));
        IsDone(await app.BidAsync(away, caseId));
        await (await app.AsAsync(Roles.Clerk)).SubmitAsync($"/registry/people/{away.Id}/absences/new", ("Form.Kind", "Leave"), ("Form.FirstDay", "2026-6-18"), ("Form.LastDay", "2026-7-9"), ("Form.Reason", "病假"));
        app.Clock.Set(2026, 6, 18, 10);

        IsRefused(await app.ChooseAsync(caseId, "经验丰富", away), "障钱不能承办");
        IsRefused(await app.ChooseAsync(caseId, "没有报名的人", await app.LocalAsync("障孙")), "只能从报名的人员中择优");
        IsRefused(await app.ChooseAsync(caseId, "一个也不选"), "请选出择优结果");
        Assert.Equal(HttpStatusCode.BadRequest, (await app.ChooseAsync(caseId, " ", able)).Status);
        IsDone(await app.ChooseAsync(caseId, "唯一可以承办", able));
        IsRefused(await app.ChooseAsync(caseId, "改一个", able), "已经择优");
    }

    [Fact]
    public async Task Two_clerks_choose_at_once_and_one_choice_stands()
    {
        var (first, second) = (await app.LocalAsync("双赵"), await app.LocalAsync("双钱"));
        var caseId = await app.PostedAsync("双某甲");
        IsDone(await app.BidAsync(first, caseId));
        IsDone(await app.BidAsync(second, caseId));
        app.Clock.Set(2026, 6, 18, 10);
        var (one, other) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));

        var answers = await Task.WhenAll(new[] { (one, first), (other, second) }.Select(pair => Task.Run(() =>
            pair.Item1.PostedAsync(BidsOf(caseId), ("Form.Reason", "同时"), ("Form.Best", pair.Item2.Id.ToString())))));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Found);
        Assert.Equal([answers[0].Status == HttpStatusCode.Found ? first.Id : second.Id], (await app.PostingAsync(caseId)).BestIds);
    }

    [Fact]
    public async Task Posting_and_proposing_at_once_one_wins()
    {
        await app.LocalAsync("争赵");
        app.Clock.Set(2026, 6, 17);
        var caseId = await app.GrantedAsync("争某甲");
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));
        var opened = await clerk.OpenAsync(ProposalOf(caseId));
        await director.OpenAsync(PostingOf(caseId));

        var answers = await Task.WhenAll(
            Task.Run(() => clerk.SendAsync(ProposalOf(caseId), opened, [])),
            Task.Run(() => director.PostedAsync(PostingOf(caseId), ("Form.Cause", "工资"), ("Form.Requirement", "同时"), ("Form.ClosesAtUtc", "2026-6-18 9:00"))));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Found);
    }

    [Theory]
    [InlineData(Roles.Bureau, HttpStatusCode.Forbidden)]
    [InlineData(Roles.Administrator, HttpStatusCode.Forbidden)]
    public async Task Only_the_centre_posts_and_chooses(string role, HttpStatusCode answer)
    {
        var caseId = await app.GrantedAsync("他某" + role);
        var visitor = await app.AsAsync(role);

        Assert.Equal(answer, (await visitor.OpenAsync(PostingOf(caseId))).Status);
        Assert.Equal(answer, (await visitor.PostedAsync(BidsOf(caseId), ("Form.Reason", "试"))).Status);
        var neighbour = await app.AsAsync(Roles.Clerk, await app.OfficeIdAsync("QDN02"));
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.OpenAsync(PostingOf(caseId))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.PostedAsync(PostingOf(caseId), ("Form.Cause", "工资"), ("Form.Requirement", "试"), ("Form.ClosesAtUtc", "2026-6-18 9:00"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.PostedAsync(BidsOf(caseId), ("Form.Reason", "试"))).Status);
    }
}
