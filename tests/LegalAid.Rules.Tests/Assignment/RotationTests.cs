using LegalAid.Rules.Assignment;
using Xunit;

namespace LegalAid.Rules.Tests.Assignment;

[Clause("BB-11.1")]
public sealed class RotationTests
{
    [Theory]
    [InlineData("A B C", 7, "ABCABCA")]               // equal weights, nobody away: the plain turn order
    [InlineData("B A", 4, "BABA")]                    // the published order, not the alphabet
    [InlineData("A", 3, "AAA")]
    [InlineData("A B C D E F G", 14, "ABCDEFGABCDEFG")]  // a seventh of a million does not come out even; still plain order, no remainder grows
    [InlineData("A3 B", 8, "ABAAABAA")]               // three lawyers to one: three turns in four, spread out
    [InlineData("A2 B C", 8, "ABCAABCA")]
    public void Turns_fall_by_weight_and_published_order(string places, int turns, string takers) => Assert.Equal(takers, new Queue(places).Take(turns));

    [Fact]
    public void The_share_is_added_before_the_order_is_made()
    {
        // B stands higher before, but the case owes A three quarters: A 0.75 against B 0.35.
        var queue = new QueueState(4,
        [
            new(Queue.IdOf('A'), 0, 3, 1, 3, IsAble: true),
            new(Queue.IdOf('B'), 100_000, 1, 2, 2, IsAble: true),
            new(Queue.IdOf('C'), -100_000, 1, 3, 4, IsAble: false),
        ]);

        var turn = Rotation.Take(queue, Rotation.OneCase);

        Assert.Equal(Queue.IdOf('A'), turn.TakerId);
        Assert.Equal(new RotationLine(Queue.IdOf('A'), 0, 750_000, 1_000_000, -250_000, 5, Rank: 1), turn.Lines[0]);
        Assert.Equal(new RotationLine(Queue.IdOf('B'), 100_000, 250_000, 0, 350_000, 2, Rank: 2), turn.Lines[1]);
        Assert.Equal(new RotationLine(Queue.IdOf('C'), -100_000, 0, 0, -100_000, 4), turn.Lines[2]);
        Assert.Equal((5, 3L), (turn.Turn, turn.TakerWaitedSinceTurn));
    }

    [Fact]
    public void The_taker_pays_what_was_handed_out_and_not_the_round_million()
    {
        var queue = new Queue("A B C");

        queue.Take(1);

        Assert.Equal(-666_666, queue['A'].BalanceMillionths);
        Assert.Equal(333_333, queue['B'].BalanceMillionths);
        Assert.Equal(0, queue.State.Places.Sum(p => p.BalanceMillionths));
    }

    [Theory]
    [InlineData("2 1", "BA")]    // the longer wait
    [InlineData("1 2", "AB")]
    [InlineData("1 1", "AB")]    // the same wait: the published order
    public void Equal_balances_go_to_the_longer_wait_then_to_the_published_order(string waitingSince, string order)
    {
        var since = waitingSince.Split(' ').Select(long.Parse).ToArray();
        RotationPlace[] places = [new(Queue.IdOf('A'), 0, 1, 1, since[0], IsAble: true), new(Queue.IdOf('B'), 0, 1, 2, since[1], IsAble: true)];

        Assert.Equal(order.Select(Queue.IdOf), Rotation.Order(places, Rotation.OneCase).Select(p => p.Id));
    }

    [Fact]
    public void A_place_that_is_skipped_keeps_its_balance_and_is_not_first_next_time_for_it()
    {
        var queue = new Queue("A B C D E");

        Assert.Equal("B", queue.Take(1, away: "A"));
        Assert.Equal(0, queue['A'].BalanceMillionths);

        // The others are each owed a quarter from the turn A could not take; A is owed nothing from it.
        Assert.Equal("CDEABCDEAB", queue.Take(10));
    }

    [Fact]
    public void A_place_away_for_long_is_not_flooded_when_it_returns()
    {
        var queue = new Queue("A B C D");
        queue.Take(60, away: "A");

        Assert.Equal(2, queue.Take(8).Count(c => c == 'A'));
    }

    [Fact]
    public void A_newcomer_starts_at_zero_behind_nobody_and_before_nobody()
    {
        var queue = new Queue("A B C");
        queue.Take(7);
        queue.Join('D');

        Assert.Equal((0L, 7L), (queue['D'].BalanceMillionths, queue['D'].WaitingSinceTurn));
        Assert.Equal(2, queue.Take(8).Count(c => c == 'D'));
    }

    [Fact]
    public void A_chosen_case_is_paid_by_the_one_that_was_chosen()
    {
        var queue = new Queue("A B C");

        Assert.Equal('C', queue.Charge('C'));
        Assert.Equal("ABC", queue.Take(3));      // C has had its case of the first round
    }

    [Fact]
    public void A_heavy_case_costs_what_it_is_worth()
    {
        var queue = new Queue("A B");

        queue.Take(1, worth: 2 * Rotation.OneCase);

        Assert.Equal(-1_000_000, queue['A'].BalanceMillionths);
        Assert.Equal("BBA", queue.Take(3));      // two ordinary cases make up for a heavy one; then both stand even and A waits longer
    }

    [Fact]
    public void A_reversed_turn_leaves_everybody_as_if_it_had_not_been()
    {
        var queue = new Queue("A B C");
        queue.Take(4);
        var before = queue.State;
        queue.Take(1);

        queue.Reverse(queue.Last!);

        Assert.Equal(before.Places, queue.State.Places);
        Assert.Equal(before.Turn + 2, queue.State.Turn);     // the reversal is a line of its own in the ledger
    }

    [Fact]
    public void A_reversed_taker_that_took_another_case_since_does_not_wait_longer_for_it()
    {
        var queue = new Queue("A B");
        queue.Take(1);
        var first = queue.Last!;
        queue.Charge('A');

        queue.Reverse(first);

        Assert.Equal(2, queue['A'].WaitingSinceTurn);
        Assert.Equal(-500_000, queue['A'].BalanceMillionths);
    }

    [Fact]
    public void What_cannot_be_is_a_bug_and_not_a_turn()
    {
        var queue = new Queue("A B");

        Assert.Throws<ArgumentException>(() => queue.Take(1, away: "AB"));
        Assert.Throws<ArgumentException>(() => queue.Charge('A', away: "A"));
        Assert.Throws<ArgumentOutOfRangeException>(() => queue.Take(1, worth: 0));
        Assert.Throws<ArgumentException>(() => new Queue("A0 B").Take(1));
        Assert.Throws<ArgumentException>(() => Rotation.Order([queue['A'], queue['B'] with { DrawnOrder = 1 }], Rotation.OneCase));
    }

    [Theory]
    [InlineData(300_000, -100_000, 200_000)]
    [InlineData(-700_000, 100_000, -600_000)]
    [InlineData(0, 0, 0)]
    public void Of_two_places_of_one_human_one_takes_over_the_others_balance(long from, long to, long after)
    {
        var queue = new QueueState(6, [new(Queue.IdOf('A'), to, 1, 1, 4, IsAble: true), new(Queue.IdOf('B'), from, 1, 2, 5, IsAble: true), new(Queue.IdOf('C'), -from - to, 1, 3, 2, IsAble: true)]);

        var turn = Rotation.HandOver(queue, Queue.IdOf('B'), Queue.IdOf('A'));
        var now = Rotation.After(queue, turn);

        Assert.Equal((7, 0L), (now.Turn, turn.WorthMillionths));
        Assert.Equal([(after, 5L), (0L, 5L), (-from - to, 2L)], now.Places.Select(place => (place.BalanceMillionths, place.WaitingSinceTurn)));
        Assert.Equal(0, now.Places.Sum(place => place.BalanceMillionths));
    }
}
