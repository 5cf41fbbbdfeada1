using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Tests;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Commands;
using LegalAid.Web.Tests.Access;
using LegalAid.Web.Tests.Assignment;
using LegalAid.Web.Tests.Backup;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static LegalAid.Web.Tests.Assignment.DeclineDesk;
using static LegalAid.Web.Tests.Assignment.PersonTurns;
using static LegalAid.Web.Tests.Corps.PostingPath;

namespace LegalAid.Web.Tests.Corps;

/// <summary>A finding among bidders stays as it was made: the winner, the reason and the draw can be shown years later, and a redraw cannot hide the one before.</summary>
public sealed class PostingEvidenceTests(KailiApp app) : IClassFixture<KailiApp>
{
    [Fact]
    [Clause("QDN-4.6b")]
    public async Task Once_somebody_was_chosen_only_the_head_takes_the_posting_back_and_finding_and_draw_stay_to_be_seen()
    {
        var (first, second) = (await app.LocalAsync("证赵"), await app.LocalAsync("证钱"));
        var caseId = await DrawnAsync("证某甲", first, second);
        var drawn = await app.PostingAsync(caseId);
        var (clerk, director) = (await app.AsAsync(Roles.Clerk), await app.AsAsync(Roles.Director));

        IsRefused(await clerk.PostedAsync(PostingOf(caseId) + "?handler=Withdraw", ("Back.Reason", "想换一个")), "只有中心负责人可以撤回");
        Assert.Contains("只有中心负责人可以撤回", (await clerk.OpenAsync(PostingOf(caseId))).Text, StringComparison.Ordinal);
        IsDone(await director.SubmitAsync(PostingOf(caseId), ("Back.Reason", "要求写错了")));
        IsDone(await app.PostAsync(caseId, ("Form.ClosesAtUtc", "2026-6-18 12:00")));

        var kept = await app.InDbAsync(db => db.CasePostings.AsNoTracking().SingleAsync(p => p.Id == drawn.Id));
        Assert.Equal((drawn.Reason, drawn.ChosenById, drawn.Seed, drawn.ListHash), (kept.Reason, kept.ChosenById, kept.Seed, kept.ListHash));
        Assert.Equal([.. drawn.BestIds, .. drawn.DrawnIds], [.. kept.BestIds, .. kept.DrawnIds]);
        Assert.Equal("要求写错了", kept.WithdrawnReason);
        foreach (var page in new[] { PostingOf(caseId), BidsOf(caseId) })
        {
            var told = (await clerk.OpenAsync(page))["#earlier"].TextContent;
            Assert.All(new[] { "证赵", "证钱", "两人条件相当", "要求写错了", drawn.ListHash! }, text => Assert.Contains(text, told, StringComparison.Ordinal));
        }

        var journal = (await director.OpenAsync("/journal")).Text;
        Assert.All(new[] { "两人条件相当", "要求写错了" }, reason => Assert.Contains(reason, journal, StringComparison.Ordinal));
        await IsWholeAsync();
    }

    [Fact]
    [Clause("QDN-4.6b")]
    public async Task Whoever_the_lot_fell_to_stays_first_when_a_licence_number_is_put_right_afterwards()
    {
        var (first, second) = (await app.LocalAsync("号赵"), await app.LocalAsync("号钱"));
        var caseId = await DrawnAsync("号某甲", first, second);
        var posting = await app.PostingAsync(caseId);
        var (winner, loser) = posting.DrawnIds is [var won, var lost] ? (won, lost) : default;
        var unlucky = Enumerable.Range(1, 1_000_000).Select(n => $"改号{n}").First(number => Lottery.Draw(posting.Seed!, [number, posting.Drawn[1]]).Lines[0].Id == posting.Drawn[1]);
        await app.InDbAsync(db => db.Memberships.Where(m => m.Id == winner).ExecuteUpdateAsync(set => set.SetProperty(m => m.LicenceNumber, unlucky)));

        IsDone(await (await app.AsAsync(Roles.Clerk)).SubmitAsync(ProposalOf(caseId)));

        var assignment = await app.AssignmentAsync(caseId);
        Assert.Equal((winner, OrderStep.Bid), (assignment.MembershipId, assignment.Step));
        var facts = await app.InDbAsync(db => db.Decisions.Where(d => d.Id == assignment.DecisionId).Select(d => d.Facts).SingleAsync());
        Assert.Equal([winner, loser], CanonicalJson.Read<AssignmentFacts>(facts).Case.Posted!.Drawn!);
        await IsWholeAsync();
    }

    [Theory]
    [Clause("QDN-4.6b")]
    [InlineData("drawn = array_remove(drawn, drawn[2]), drawn_ids = array_remove(drawn_ids, drawn_ids[2]), list_hash = encode(sha256(convert_to(drawn[1] || e'\\n', 'UTF8')), 'hex')", "名单指纹与择优时的留痕不符")]     // agrees with itself
    [InlineData("drawn = array[drawn[2], drawn[1]], drawn_ids = array[drawn_ids[2], drawn_ids[1]]", "次序与按种子重新排出的不符")]
    [InlineData("seed = 'x', seed_hash = encode(sha256('x'), 'hex')", "种子的承诺与发布时的留痕不符")]
    [InlineData("seed = null, list_hash = null, drawn = '{}', drawn_ids = '{}', best_ids = best_ids[1:1]", "名单指纹与择优时的留痕不符")]
    public async Task A_draw_changed_afterwards_does_not_agree_with_the_journal(string forgery, string told)
    {
        var mark = forgery.Length % 97;
        var caseId = await DrawnAsync($"伪某{mark}", await app.LocalAsync($"伪赵{mark}"), await app.LocalAsync($"伪钱{mark}"));
        var posting = await app.PostingAsync(caseId);
        await IsWholeAsync();

        await BackupDesk.RunAsync(app.Database, $"create table before_forgery as select * from case_postings where id = '{posting.Id}'; update case_postings set {forgery} where id = '{posting.Id}'");
        var (_, faults) = await LotteryCommand.CheckAsync(app.Services, default);
        var verified = await VerifyCommand.CheckAsync(app.Services, default);
        await BackupDesk.RunAsync(app.Database, """
            update case_postings p set seed = b.seed, seed_hash = b.seed_hash, list_hash = b.list_hash, drawn = b.drawn, drawn_ids = b.drawn_ids, best_ids = b.best_ids from before_forgery b where b.id = p.id;
            drop table before_forgery
            """);

        Assert.Contains(faults, fault => fault.Contains(posting.Id.ToString(), StringComparison.Ordinal) && fault.Contains(told, StringComparison.Ordinal));
        Assert.False(verified.IsClean);
        Assert.Contains(verified.Findings, finding => finding.Contains(told, StringComparison.Ordinal));
        await IsWholeAsync();
    }

    private async Task<Guid> DrawnAsync(string recipient, Membership first, Membership second)
    {
        var caseId = await app.PostedAsync(recipient);
        IsDone(await app.BidAsync(first, caseId));
        IsDone(await app.BidAsync(second, caseId));
        app.Clock.Set(2026, 6, 18, 10);
        IsDone(await app.ChooseAsync(caseId, "两人条件相当", first, second));
        return caseId;
    }

    private async Task IsWholeAsync() => Assert.Empty((await LotteryCommand.CheckAsync(app.Services, default)).Faults);
}
