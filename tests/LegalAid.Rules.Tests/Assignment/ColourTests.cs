using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Conduct;
using LegalAid.Rules.Ranking;
using LegalAid.Rules.Registry;
using Xunit;
using static LegalAid.Rules.Tests.Assignment.Beibei;
using static LegalAid.Rules.Tests.Assignment.Wenzhou;
using static LegalAid.Rules.Tests.Common.Calendars;

namespace LegalAid.Rules.Tests.Assignment;

/// <summary>What a colour of the quarterly list does to the turn, and what it does not do.</summary>
public sealed class ColourTests
{
    [Theory]
    [Clause("WZ-13.1", "WZ-13.2b", "WZ-13.3a")]
    [InlineData(Colour.Green, 150, 600_000)]       // 150 of 150 + 100
    [InlineData(Colour.Blue, 100, 500_000)]
    [InlineData(null, 100, 500_000)]               // not ranked: the plain share
    [InlineData(Colour.Red, 50, 333_333)]          // 50 of 50 + 100
    public void A_colour_is_a_share_in_the_rotation(Colour? colour, int weight, long share)
    {
        var decision = Decide(Coloured(11, colour), Person(21));

        var line = decision.Able.Single(a => Number(a.PractitionerId) == 11);
        Assert.Equal((weight, share, colour), (line.Weight, line.ShareMillionths, line.Colour));
    }

    [Fact]
    [Clause("WZ-13.2b", "WZ-13.3a")]
    public void Of_thirty_cases_green_blue_and_red_get_fifteen_ten_and_five()
    {
        var people = new List<PractitionerFacts> { Coloured(11, Colour.Green), Coloured(12, Colour.Blue), Coloured(21, Colour.Red) };
        var taken = new List<int>();
        for (var turn = 0; turn < 30; turn++)
        {
            var proposal = Decide(turn, [.. people]).Proposal!;
            taken.Add(Number(proposal.PractitionerId));
            var lines = proposal.Turn!.Lines.ToDictionary(l => l.PlaceId);
            people = people.ConvertAll(p => p with
            {
                Place = p.Place! with { BalanceMillionths = lines[p.Place.Id].AfterMillionths, WaitingSinceTurn = lines[p.Place.Id].WaitingSinceTurn },
            });
        }

        Assert.Equal([15, 10, 5], new[] { 11, 12, 21 }.Select(number => taken.Count(t => t == number)));
    }

    [Theory]
    [Clause("WZ-13.2b")]
    [InlineData(false, 11)]
    [InlineData(true, 21)]
    public void Green_never_passes_a_conflict(bool conflict, int taker)
    {
        var green = Coloured(11, Colour.Green) with { Conflicts = conflict ? [new("CF-01", "2025-0142", "与对方当事人是近亲属", Bars: true)] : [] };

        Assert.Equal(taker, Number(Decide(green, Coloured(21, Colour.Red)).Proposal!.PractitionerId));
    }

    [Fact]
    [Clause("WZ-13.3a")]
    public void Red_is_no_stop_who_waited_long_enough_gets_the_turn()
    {
        var red = Coloured(21, Colour.Red) with { Place = new PlaceFacts(Id(121), 700_000, 21, 0) };
        var green = Coloured(11, Colour.Green) with { Place = new PlaceFacts(Id(111), -700_000, 11, 0) };

        var decision = Decide(green, red);

        Assert.Equal(21, Number(decision.Proposal!.PractitionerId));
        Assert.Contains("余额+0.70，加本案应得+0.25（红色，份额50%）", decision.Proposal.Why, StringComparison.Ordinal);
        Assert.Contains(new Assumption("WZ-13.3a", "取一半"), decision.Assumptions);
        Assert.Contains("WZ-13.2b", decision.ClauseIds);
    }

    [Fact]
    public void Where_the_book_knows_no_colours_and_where_nobody_has_one_the_turn_is_the_same()
    {
        var facts = Facts(Civil, FirmA with { Practitioners = [Person(11, -5), Person(12, 7), Person(21, -2)] }) with { Rules = Wenzhou.Book };

        var (without, with) = (AssignmentDecision.Decide(facts).Proposal!, AssignmentDecision.Decide(facts with { ColourWeights = Weights }).Proposal!);

        Assert.Equal(CanonicalJson.Write(without), CanonicalJson.Write(with));
        Assert.DoesNotContain("colour", CanonicalJson.Write(facts) + CanonicalJson.Write(AssignmentDecision.Decide(facts)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Where_the_turn_goes_to_institutions_a_colour_weighs_nothing()
    {
        var decision = AssignmentDecision.Decide(Facts(Civil, Firm(1, Lawyer(11) with { Colour = Colour.Green }), B) with { ColourWeights = Weights });

        Assert.Equal([(1, (Colour?)null), (2, null)], decision.Able.OrderBy(a => a.Weight).Select(a => (a.Weight, a.Colour)));
    }

    [Theory]
    [Clause("WZ-13.4a")]
    [InlineData("2026-05-16", true)]
    [InlineData("2026-05-17", false)]           // 17 June, the deciding day, is the last day of the month
    [InlineData("2026-06-16", false)]           // from the day after service
    [InlineData("2026-06-17", true)]
    public void Reds_in_a_row_stop_cases_for_a_month_from_the_day_after_service(string servedOn, bool assigned)
    {
        var stop = RedStreakStop.Of(Streak, Day(servedOn))!;

        var decision = Decide(Coloured(11, Colour.Red) with { Absences = [stop] });

        Assert.Equal(assigned ? "" : "practitioner-suspended:WZ-13.4a", Codes(decision.Excluded.SelectMany(e => e.Refusals)));
        Assert.Equal(assigned, decision.Proposal is not null);
    }

    [Theory]
    [Clause("WZ-13.4a")]
    [InlineData("2026-01-30", true, "2026-01-31", "2026-02-28")]
    [InlineData("2026-02-28", true, "2026-03-01", "2026-03-28")]
    [InlineData("2026-03-15", false, "2026-03-15", "2026-04-14")]
    public void The_month_ends_on_the_day_of_the_same_number_or_the_months_last(string servedOn, bool dayAfter, string first, string last)
    {
        var stop = RedStreakStop.Of(Streak with { FromDayAfterService = new(dayAfter, "WZ-13.4a") }, Day(servedOn));

        Assert.Equal(new AbsenceFacts(AbsenceKind.Suspension, Day(first), Day(last), "WZ-13.4a"), stop);
    }

    [Fact]
    [Clause("WZ-13.4a")]
    public void A_stop_of_duty_alone_stops_no_case() =>
        Assert.Null(RedStreakStop.Of(Streak with { Stops = new(SuspensionScope.DutyOnly, "WZ-13.4a") }, Day("2026-06-16")));

    private static RedStreakRules Streak { get; } = new(
        Quarters: new(2, "WZ-13.4a"),
        UnrankedQuarterBreaks: new(true, "WZ-13.4a"),
        Stops: new(SuspensionScope.AllServices, "WZ-13.4a"),
        StopMonths: new(1, "WZ-13.4a"),
        FromDayAfterService: new(true, "WZ-13.4a"),
        RefusalRemoves: new(true, "WZ-13.4b"),
        RedAgainRemoves: new(true, "WZ-13.4c"),
        Judged: new(JudgedQuarter.FirstFull, "WZ-13.4c"));

    private static PractitionerFacts Coloured(int number, Colour? colour) => Person(number) with { Colour = colour };

    private static AssignmentDecision Decide(params PractitionerFacts[] people) => Decide(40, people);

    private static AssignmentDecision Decide(long turn, PractitionerFacts[] people) =>
        AssignmentDecision.Decide(Facts(Civil, FirmA with { Practitioners = people }) with { Rules = Wenzhou.Book, QueueTurn = turn, ColourWeights = Weights });
}
