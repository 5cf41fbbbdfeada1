using LegalAid.Rules.Assignment.Simulation;
using LegalAid.Rules.Common;
using Xunit;
using Xunit.Abstractions;

namespace LegalAid.Rules.Tests.Assignment;

/// <summary>What long runs of cases give everybody, on the real decision. The figures stand in the test's output.</summary>
[Clause("BB-11.1", "WZ-21.1")]
public sealed class FairnessTests(ITestOutputHelper output)
{
    private const int Seeds = 20;

    private static readonly SimulationBooks Books = new(Wenzhou.Book with { GraveCaseWorthPercent = new(200, "WZ-P4.2") }, Beibei.Statute, Wenzhou.Weights);

    [Fact]
    public void In_every_stream_of_900_cases_nobody_is_far_from_the_own_opportunity_and_newcomers_get_their_part() =>
        Assert.All(Streams(seed => SimulationPlan.Stream(seed)), figures =>
        {
            Assert.InRange(figures.Chosen, 70, 110);
            Assert.InRange(figures.Distance, 0, 0.7);
            Assert.InRange(figures.NewcomersShare!.Value, 0.14, 0.20);
        });

    [Fact]
    public void Where_recipients_have_favourites_this_holds_on_the_average_of_twenty_streams()
    {
        var streams = Streams(seed => SimulationPlan.Stream(seed).WithFavourites());

        Assert.InRange(streams.Average(figures => figures.Distance), 0, 0.7);
        Assert.InRange(streams.Average(figures => figures.NewcomersShare!.Value), 0.14, 0.20);
    }

    [Fact]
    public void Through_two_queues_the_distance_stays_small_and_newcomers_wait_for_each_queue_apart()
    {
        var streams = Streams(seed => SimulationPlan.Stream(seed).InTwoQueues());

        Assert.All(streams, figures => Assert.InRange(figures.Distance, 0, 0.7));
        Assert.InRange(streams.Average(figures => figures.NewcomersShare!.Value), 0.12, 0.20);
    }

    [Fact]
    [Clause("WZ-13.2b", "WZ-13.3a")]
    public void In_twelve_quarters_nobody_is_ever_two_cases_from_the_fair_share_and_colours_weigh_as_the_book_says() => Holds(people: 60, casesPerQuarter: 400);

    [Fact]
    [Trait("Length", "Long")]
    [Clause("WZ-13.2b", "WZ-13.3a")]
    public void In_twelve_quarters_of_a_large_office_the_same_holds() => Holds(people: 300, casesPerQuarter: 2000);

    // With two cases in the twelve quarters for each, a colour of one quarter cannot show; the distance can.
    [Fact]
    [Trait("Length", "Long")]
    public void Among_three_thousand_people_nobody_is_ever_two_cases_from_the_fair_share() =>
        Assert.InRange(Run(SimulationPlan.TwelveQuarters(3000, 500, seed: 1)).FurthestEver, 0, 2);

    [Fact]
    public void The_same_plan_gives_the_same_figures() =>
        Assert.Equal(Run(SimulationPlan.Stream(7).InTwoQueues()), Run(SimulationPlan.Stream(7).InTwoQueues()));

    private void Holds(int people, int casesPerQuarter)
    {
        var plan = SimulationPlan.TwelveQuarters(people, casesPerQuarter, seed: 1);
        var (one, two) = (Run(plan), Run(plan.InTwoQueues()));

        Assert.InRange(one.FurthestEver, 0, 2);
        Assert.InRange(two.FurthestEverInOneQueue, 0, 2);
        Assert.InRange(one.GreenToBlue!.Value / 1.5, 0.98, 1.02);
        Assert.InRange(one.RedToBlue!.Value / 0.5, 0.98, 1.02);
    }

    private List<SimulationFigures> Streams(Func<int, SimulationPlan> plan) => [.. Enumerable.Range(1, Seeds).Select(seed => Run(plan(seed)))];

    private SimulationFigures Run(SimulationPlan plan)
    {
        var figures = FairnessSimulation.Run(plan, Books);
        output.WriteLine(CanonicalJson.Write(figures));
        return figures;
    }
}
