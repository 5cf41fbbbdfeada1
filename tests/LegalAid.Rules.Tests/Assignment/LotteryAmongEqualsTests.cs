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
        Assert.Equal(code, LotteryAmongEquals.WhyNotOpen(Ends.AddMinutes(minutesAfterDue), Ends, "QDN-4.6b")?.Code);

    [Theory]
    [InlineData("2", "长期办理同类案件", 0, null)]
    [InlineData("1,3", "条件相当", 0, null)]
    [InlineData("2", "长期办理同类案件", -1, "window-open")]
    [InlineData("", "没有合适的", 0, "nobody-chosen")]
    [InlineData("4", "更合适", 0, "did-not-bid")]
    [InlineData("2", " ", 0, "no-reason")]
    [Clause("QDN-4.6b")]
    public void A_choice_waits_for_the_window_falls_on_bidders_and_has_a_reason(string best, string reason, int minutesAfterEnd, string? code) =>
        Assert.Equal(code, LotteryAmongEquals.WhyNotChoose(Bids, Finding(best, reason), new(Ends, Ends.AddMinutes(minutesAfterEnd)), "QDN-4.6b")?.Code);

    [Fact]
    [Clause("QDN-4.6b")]
    public void The_best_gets_it_without_a_draw_whoever_was_first()
    {
        var choice = LotteryAmongEquals.Choose(Bids, [Id(3)], "种子");

        Assert.Null(choice.Drawn);
        Assert.Equal([Id(3)], choice.Order);
        Assert.Equal([Id(3)], LotteryAmongEquals.Choose([.. Bids.Reverse()], [Id(3)], "种子").Order);
    }

    [Fact]
    [Clause("QDN-4.6b")]
    public void Among_equals_the_lot_decides_and_anybody_can_draw_it_again()
    {
        var choice = LotteryAmongEquals.Choose(Bids, [Id(1), Id(3)], "种子");

        var redrawn = Lottery.Draw("种子", ["执业证3", "执业证1"]);
        Assert.Equal(redrawn.ListHash, choice.Drawn!.ListHash);
        Assert.Equal(redrawn.Lines.Select(line => line.Id), choice.Order.Select(id => id == Id(1) ? "执业证1" : "执业证3"));
        Assert.Equal(2, Enumerable.Range(0, 50).Select(seed => LotteryAmongEquals.Choose(Bids, [Id(1), Id(3)], $"{seed}").Order[0]).Distinct().Count());
    }

    private static MeritFinding Finding(string best, string reason) =>
        new([.. best.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(number => Id(int.Parse(number)))], reason);

    private static MeritBid Bid(int number) => new(Id(number), $"执业证{number}");

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
