using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using Xunit;

namespace LegalAid.Rules.Tests.Assignment;

public sealed class LotteryAmongEqualsTests
{
    private static readonly DateTime Ends = new(2026, 6, 17, 17, 0, 0);
    private static readonly MeritBid[] Bids = [Bid(1), Bid(2), Bid(3)];

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, "window-too-long")]
    [InlineData(1, "window-too-long")]
    [Clause("QDN-4.6b")]
    public void The_window_ends_before_the_legal_deadline(int minutesAfterDue, string? code) =>
        Assert.Equal(code, LotteryAmongEquals.WhyNotOpen(Ends.AddMinutes(minutesAfterDue), Ends)?.Code);

    [Theory]
    [InlineData("2", "长期办理同类案件", 0, null)]
    [InlineData("1,3", "条件相当", 0, null)]
    [InlineData("2", "长期办理同类案件", -1, "window-open")]
    [InlineData("", "没有合适的", 0, "nobody-chosen")]
    [InlineData("4", "更合适", 0, "did-not-bid")]
    [InlineData("2", " ", 0, "no-reason")]
    [Clause("QDN-4.6b")]
    public void A_choice_waits_for_the_window_falls_on_bidders_and_has_a_reason(string best, string reason, int minutesAfterEnd, string? code) =>
        Assert.Equal(code, LotteryAmongEquals.WhyNotChoose(Bids, Finding(best, reason), Ends, Ends.AddMinutes(minutesAfterEnd))?.Code);

    [Fact]
    [Clause("QDN-4.6b")]
    public void The_best_gets_it_without_a_draw_whoever_was_first()
    {
        var choice = LotteryAmongEquals.Choose(Bids, Finding("3", "专长相符"), "种子");

        Assert.Equal((Id(3), "专长相符", null), (choice.MemberId, choice.Reason, choice.Drawn));
        Assert.Equal(choice, LotteryAmongEquals.Choose([.. Bids.Reverse()], Finding("3", "专长相符"), "种子"));
    }

    [Fact]
    [Clause("QDN-4.6b")]
    public void Among_equals_the_lot_decides_and_anybody_can_draw_it_again()
    {
        var choice = LotteryAmongEquals.Choose(Bids, Finding("1,3", "条件相当"), "种子");

        var redrawn = Lottery.Draw("种子", ["执业证3", "执业证1"]);
        Assert.Equal(redrawn.ListHash, choice.Drawn!.ListHash);
        Assert.Equal($"执业证{(choice.MemberId == Id(1) ? 1 : 3)}", redrawn.Lines[0].Id);
        Assert.Equal(2, Enumerable.Range(0, 50).Select(seed => LotteryAmongEquals.Choose(Bids, Finding("1,3", "条件相当"), $"{seed}").MemberId).Distinct().Count());
    }

    private static MeritFinding Finding(string best, string reason) =>
        new([.. best.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(number => Id(int.Parse(number)))], reason);

    private static MeritBid Bid(int number) => new(Id(number), $"执业证{number}", "愿意承办");

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
