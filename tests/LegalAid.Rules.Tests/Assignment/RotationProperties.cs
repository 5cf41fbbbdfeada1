using FsCheck;
using FsCheck.Fluent;
using LegalAid.Rules.Assignment;
using Xunit;

namespace LegalAid.Rules.Tests.Assignment;

/// <summary>What holds for every queue and every course of events, looked for by random search.</summary>
[Clause("BB-11.1")]
public sealed class RotationProperties
{
    [Fact]
    public void Balances_sum_to_zero_after_any_course_of_events() =>
        Holds(events =>
        {
            var queue = new Queue("A B3 C2 D7");
            Live(queue, events, () => Assert.Equal(0, queue.State.Places.Sum(p => p.BalanceMillionths)));
        });

    [Fact]
    public void One_who_cannot_take_a_case_neither_gains_nor_loses_by_it() =>
        Holds(events =>
        {
            var queue = new Queue("A B3 C2 D7");
            foreach (var number in events)
            {
                var before = queue.State;
                var away = Away(number, "ABCD");
                queue.Take(1, away, Worth(number));
                Assert.All(away, letter => Assert.Equal(before.Places.Single(p => p.Id == Queue.IdOf(letter)), queue[letter]));
            }
        });

    [Fact]
    public void Equal_weights_without_exclusions_give_the_plain_turn_order() =>
        Holds(events =>
        {
            var letters = string.Concat(Enumerable.Range(0, 2 + (events.Length % 20)).Select(i => (char)('A' + i)));
            var turns = 3 * letters.Length;

            Assert.Equal(string.Concat(Enumerable.Repeat(letters, 3)), new Queue(string.Join(' ', letters.AsEnumerable())).Take(turns));
        });

    [Fact]
    public void A_turn_and_its_reversal_leave_every_balance_as_it_was() =>
        Holds(events =>
        {
            var queue = new Queue("A B3 C2 D7");
            Live(queue, events, () => { });
            var before = queue.State.Places;
            queue.Take(1);

            queue.Reverse(queue.Last!);

            Assert.Equal(before, queue.State.Places);
        });

    [Fact]
    public void The_order_in_which_places_are_listed_changes_nothing() =>
        Holds(events =>
        {
            var (queue, shuffled) = (new Queue("A B3 C2 D7 E"), new Queue("A B3 C2 D7 E"));
            foreach (var number in events)
            {
                shuffled.Shuffle(new Random(number));
                var away = Away(number, "ABCDE");
                Assert.Equal(queue.Take(1, away, Worth(number)), shuffled.Take(1, away, Worth(number)));
                Assert.Equal(queue.Last!.Lines, shuffled.Last!.Lines);
            }
        });

    [Fact]
    public void Nobody_is_ever_more_than_a_case_and_a_half_from_the_fair_share_while_all_are_able()
    {
        var random = new Random(20260317);
        for (var run = 0; run < 200; run++)
        {
            var weights = Enumerable.Range(0, random.Next(1, 25)).Select(_ => random.Next(1, 31)).ToArray();
            var queue = new Queue(string.Join(' ', weights.Select((w, i) => $"{(char)('A' + i)}{w}")));
            var received = new int[weights.Length];
            for (var turn = 1; turn <= 150; turn++)
            {
                received[queue.Take(1)[0] - 'A']++;
                Assert.All(received, (cases, i) => Assert.InRange(cases - (turn * (double)weights[i] / weights.Sum()), -1.5, 1.5));
            }
        }
    }

    [Fact]
    public void One_who_comes_back_or_joins_gets_its_share_from_then_on_and_no_more() =>
        Holds(events =>
        {
            var queue = new Queue("A B C D E");
            queue.Take(events.Length, away: "A");
            queue.Join('F');

            var rounds = queue.Take(18);

            Assert.InRange(rounds.Count(c => c == 'A'), 2, 4);
            Assert.InRange(rounds.Count(c => c == 'F'), 2, 4);
        });

    /// <summary>Turns, chosen cases, reversals, absences, newcomers and closings, one after the other as the numbers say.</summary>
    private static void Live(Queue queue, int[] events, Action check)
    {
        var closed = "";
        var turns = new List<RotationTurn>();
        foreach (var number in events)
        {
            var open = string.Concat(queue.State.Places.Select(p => (char)BitConverter.ToInt32(p.Id.ToByteArray())).Where(c => !closed.Contains(c)));
            switch (number % 7)
            {
                case 0 when open.Length > 2:
                    closed += open[number % open.Length];
                    break;
                case 1 when queue.State.Places.Count < 20:
                    queue.Join((char)('A' + queue.State.Places.Count), 1 + (number % 5));
                    break;
                case 2 when turns.Count > 0:
                    queue.Reverse(turns[number % turns.Count]);
                    turns.RemoveAt(number % turns.Count);
                    break;
                case 3:
                    queue.Charge(open[number % open.Length], closed, Worth(number));
                    turns.Add(queue.Last!);
                    break;
                default:
                    queue.Take(1, closed + Away(number, open), Worth(number));
                    turns.Add(queue.Last!);
                    break;
            }

            check();
        }
    }

    // Some of them, never all.
    private static string Away(int number, string letters) => string.Concat(letters.Where((_, i) => i != number % letters.Length && (number >> i) % 3 == 0));

    private static long Worth(int number) => Rotation.OneCase * (1 + (number % 3)) / 2;

    private static void Holds(Action<int[]> property) =>
        Prop.ForAll(Gen.Choose(0, 100_000).ArrayOf().ToArbitrary(), events =>
        {
            property(events);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
}
