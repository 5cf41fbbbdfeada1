using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using Xunit;

namespace LegalAid.Rules.Tests.Registry;

/// <summary>Who is there, day by day; days are those of a week of June 2026.</summary>
public sealed class PresenceTests
{
    private static readonly DateRange Week = new(Day(1), Day(7));

    [Theory]
    [InlineData("1-", "", "3-4", "2211222")]         // away on two days
    [InlineData("1-", "", "6-", "2222211")]          // without an end
    [InlineData("1-", "", "3-4 4-5", "2211122")]     // two at once count once
    [InlineData("3-", "", "", "1122222")]            // joins
    [InlineData("1-6", "", "", "2222211")]           // the 6th is the first day outside
    [InlineData("3-6", "", "1-3", "1112211")]
    [InlineData("1-", "2-4", "", "1221111")]         // on the roster all week, in a pool on two days
    [InlineData("1-", "2-4 6-", "3-3", "1211122")]
    public void A_day_counts_who_is_in_the_pool_and_not_away(string roster, string pools, string away, string expected)
    {
        var one = new PresenceFacts(InPool(roster), pools.Length == 0 ? null : [.. pools.Split(' ').Select(InPool)], away.Length == 0 ? [] : [.. away.Split(' ').Select(Away)]);

        Assert.Equal(expected, string.Concat(Presence.Of(Week, steady: 1, [one]).Select(day => day.Available)));
    }

    [Fact]
    public void Who_is_away_is_still_in_the_pool()
    {
        var counted = Presence.Of(Week, steady: 4, [new(InPool("1-"), null, [Away("2-2")])]);

        Assert.All(counted, day => Assert.Equal(5, day.InPool));
        Assert.Equal([Day(2)], Presence.Fewest(counted).Select(day => day.Day));
    }

    [Fact]
    public void No_day_has_fewest_where_all_have_as_many()
    {
        Assert.Empty(Presence.Fewest(Presence.Of(Week, steady: 3, [])));
        Assert.Empty(Presence.Fewest(Presence.Of(Week, steady: 3, [new(InPool("1-"), null, [Away("1-")])])));
    }

    [Theory]
    [InlineData("Leave 2-3", "2-3 Leave")]
    [InlineData("Leave 0-9", "1-7 Leave")]                                               // cut at both ends
    [InlineData("Leave 1-5,Suspension 3-3", "1-2 Leave,3-3 Suspension,4-5 Leave")]       // the graver shows
    [InlineData("Leave 1-2,Leave 3-4", "1-4 Leave")]                                     // one after the other
    [InlineData("Leave 1-2,Leave 4-4", "1-2 Leave,4-4 Leave")]
    [InlineData("Suspension 2-3,PracticeStopped 3-9", "2-2 Suspension,3-7 PracticeStopped")]
    public void Times_away_are_drawn_as_spans_of_the_gravest(string known, string expected) =>
        Assert.Equal(expected, string.Join(',', Presence.Spans(Week, [.. known.Split(',').Select(Parse)]).Select(span => $"{span.First.Day}-{span.Last.Day} {span.Kind}")));

    [Fact]
    public void Days_in_a_row_are_put_together() =>
        Assert.Equal([new(Day(1), Day(2)), new(Day(4), Day(4)), new(Day(6), Day(7))], Presence.Runs([Day(7), Day(1), Day(2), Day(4), Day(6)]));

    private static PoolDays InPool(string days) => days.Split('-') is [var from, var to] ? new(Day(int.Parse(from)), to.Length == 0 ? null : Day(int.Parse(to))) : throw new ArgumentException("from-to", nameof(days));

    private static TimeAway Away(string days) => days.Split('-') is [var from, var to] ? new(AbsenceKind.Leave, Day(int.Parse(from)), to.Length == 0 ? null : Day(int.Parse(to))) : throw new ArgumentException("from-to", nameof(days));

    private static TimeAway Parse(string text) => Away(text.Split(' ')[1]) with { Kind = Enum.Parse<AbsenceKind>(text.Split(' ')[0]) };

    // The 0th is the last of May.
    private static DateOnly Day(int day) => new DateOnly(2026, 5, 31).AddDays(day);
}
