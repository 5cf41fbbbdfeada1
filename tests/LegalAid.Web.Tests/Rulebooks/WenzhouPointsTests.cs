using LegalAid.Store.Rulebooks;
using Xunit;

namespace LegalAid.Web.Tests.Rulebooks;

/// <summary>温州's points, deductions and shares: every figure of the two annexes, and both sides of every bound.</summary>
public sealed class WenzhouPointsTests : IDisposable
{
    private readonly BookFolder folder = new();
    private readonly RuleBook book;

    public WenzhouPointsTests() => book = folder.Load().InForceOn("WZ", new(2024, 5, 6));

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("points.services.", "WZ-P1.1 1|WZ-P2.1 1|WZ-P2.2 1.5|WZ-P3.1 1|WZ-P4.1 4|WZ-P4.2 8|WZ-P7.1 1|WZ-P9.1 1|WZ-P9.2 2")]
    [InlineData("points.satisfaction.", "WZ-P5.1 2|WZ-P5.2 0|WZ-P5.3 -1|WZ-P5.4 -2")]
    [InlineData("points.grades.", "WZ-P6.1 4|WZ-P6.2 0|WZ-P6.3 -1|WZ-P6.4 -4")]
    [InlineData("points.case-studies.", "WZ-P8.1 2|WZ-P8.2 4|WZ-P8.3 6|WZ-P8.4 8|WZ-P8.5 10")]
    [InlineData("deductions.", "WZ-N1.1.1 1|WZ-N1.1.2 2|WZ-N1.1.2 2|WZ-N1.2.1 2|WZ-N1.2.2 3|WZ-N1.3 2|WZ-N1.4 2|WZ-N1.5 2|WZ-N1.6 4|WZ-N1.7 10|WZ-N1.8 10|"
        + "WZ-N2.1 2|WZ-N2.2 8|WZ-N2.3 8|WZ-N2.4 8|WZ-N2.5 10|WZ-N2.6 10|WZ-N2.7 10|WZ-N3 10")]
    public void The_annexes_are_told_in_points(string part, string figures) =>
        Assert.Equal(
            figures,
            string.Join('|', book.Entries.Where(e => e.Key.StartsWith(part, StringComparison.Ordinal) && e.Key.EndsWith("-tenths", StringComparison.Ordinal))
                .Select(e => $"{e.Clause} {e.Text.Replace(" 分", "", StringComparison.Ordinal)}")));

    // The annexes name every figure but the ceiling for what they do not list.
    [Fact]
    public void No_figure_of_the_annexes_is_assumed() =>
        Assert.Equal(
            ["deductions.procedure.unlisted-max-tenths"],
            book.Entries.Where(e => e.Key.EndsWith("-tenths", StringComparison.Ordinal) && e.AssumedBecause is not null).Select(e => e.Key));

    [Theory]
    [InlineData(false, 1, 40, "WZ-P4.1")]
    [InlineData(false, 9, 40, "WZ-P4.1")]
    [InlineData(false, 10, 80, "WZ-P4.2")]      // ten itself is 十人以上
    [InlineData(true, 1, 80, "WZ-P4.2")]
    public void A_case_of_ten_people_or_a_grave_one_earns_eight(bool grave, int people, int tenths, string clause)
    {
        var worth = book.Points!.Services.OfCase(grave, people);

        Assert.Equal((tenths, clause), (worth.Value, worth.Clause));
    }

    [Theory]
    [InlineData(0, null, null)]
    [InlineData(1, 10, "WZ-N1.1.1")]
    [InlineData(29, 10, "WZ-N1.1.1")]
    [InlineData(30, 20, "WZ-N1.1.2")]           // exactly half an hour: the one doubt decided against the person
    [InlineData(31, 20, "WZ-N1.1.2")]
    public void Lateness_weighs_more_from_half_an_hour_on(int minutes, int? tenths, string? clause)
    {
        var taken = book.Deductions!.Lateness.Of(minutes);

        Assert.Equal((tenths, clause), (taken?.Value, taken?.Clause));
    }

    [Theory]
    [InlineData(30, true, "")]                  // 超过半小时 does not include it
    [InlineData(31, true, "WZ-N1.2.1")]
    [InlineData(1, false, "WZ-N1.2.2")]
    [InlineData(31, false, "WZ-N1.2.2")]        // the heavier alone
    public void Leaving_the_post_takes_by_length_or_by_want_of_leave(int minutes, bool excused, string clauses) =>
        Assert.Equal(clauses, string.Join(' ', book.Deductions!.Leaving.Of(minutes, excused).Select(taken => taken.Clause)));

    [Fact]
    public void Where_a_book_adds_them_up_leaving_takes_both()
    {
        var leaving = book.Deductions!.Leaving with { HeavierOnly = new(false, "WZ-N1.2.1") };

        Assert.Equal(["WZ-N1.2.2", "WZ-N1.2.1"], leaving.Of(31, excused: false).Select(taken => taken.Clause));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(3, 0, 0)]
    [InlineData(4, 1, 0)]
    [InlineData(9, 2, 0)]
    [InlineData(10, 3, 1)]
    [InlineData(17, 5, 1)]
    [InlineData(19, 5, 1)]
    [InlineData(20, 6, 2)]
    public void Thirty_and_ten_of_a_hundred_are_whole_places_of_the_ranked(int ranked, int green, int red)
    {
        var shares = book.Ranking!.Shares;

        Assert.Equal((green, red), (shares.GreenPlaces(ranked), shares.RedPlaces(ranked)));
    }

    [Fact]
    public void An_office_may_round_up_or_want_one_red_at_least()
    {
        var shares = book.Ranking!.Shares;
        var (up, one) = (shares with { RoundedDown = new(false, "WZ-12.2") }, shares with { MinRedPlaces = new(1, "WZ-12.4") });

        Assert.Equal((6, 2, 3, 1), (up.GreenPlaces(17), up.RedPlaces(17), up.GreenPlaces(10), up.RedPlaces(10)));
        Assert.Equal((0, 1, 1, 2), (one.RedPlaces(0), one.RedPlaces(1), one.RedPlaces(9), one.RedPlaces(20)));
    }

    [Theory]
    [InlineData("2027-05-05", true)]
    [InlineData("2027-05-06", true)]            // the third anniversary
    [InlineData("2027-05-07", false)]
    public void Who_was_removed_is_barred_through_the_third_anniversary(string day, bool barred) =>
        Assert.Equal(barred, book.Sanctions!.Removal.Bars(new(2024, 5, 6), DateOnly.Parse(day)));

    [Fact]
    public void A_bar_may_end_the_day_before_the_anniversary()
    {
        var removal = book.Sanctions!.Removal with { AnniversaryBarred = new(false, "WZ-28.6") };

        Assert.Equal((true, false), (removal.Bars(new(2024, 5, 6), new(2027, 5, 5)), removal.Bars(new(2024, 5, 6), new(2027, 5, 6))));
    }
}
