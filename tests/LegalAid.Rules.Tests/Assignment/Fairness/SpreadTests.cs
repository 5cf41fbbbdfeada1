using LegalAid.Rules.Assignment.Fairness;
using Xunit;

namespace LegalAid.Rules.Tests.Assignment.Fairness;

public sealed class SpreadTests
{
    [Fact]
    public void Distance_is_what_was_got_less_what_was_fair()
    {
        var spread = Spread.Of([new(Guid.NewGuid(), 3_000_000, 2_000_000), new(Guid.NewGuid(), 1_000_000, 2_000_000), new(Guid.NewGuid(), 2_000_000, 2_000_000)]);

        Assert.Equal(Math.Sqrt(2 / 3.0), spread.RootMeanSquare, precision: 12);
        Assert.Equal(1, spread.Furthest);
    }

    [Fact]
    public void Nobody_is_nowhere_from_the_fair_share() => Assert.Equal(new Spread(0, 0), Spread.Of([]));
}
