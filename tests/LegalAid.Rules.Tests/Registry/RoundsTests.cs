using LegalAid.Rules.Registry;
using Xunit;

namespace LegalAid.Rules.Tests.Registry;

/// <summary>Which calls for people a book allows, and until when their end may be moved.</summary>
public sealed class RoundsTests
{
    private static readonly DateTime Opens = new(2026, 6, 14, 16, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Closes = new(2026, 6, 20, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [Clause("WZ-4.3", "WZ-5.4", "QDN-4.1c", "QJ-6.1")]
    [InlineData("QJ", Pools.Duty | Pools.Cases, true, null)]
    [InlineData("QJ", Pools.Duty | Pools.Cases, false, "round-channel")]     // a round has its window
    [InlineData("WZ", Pools.Cases, false, null)]                             // the case pool takes applications at any time
    [InlineData("WZ", Pools.Duty, false, "round-channel")]                   // the duty pool does not
    [InlineData("WZ", Pools.Duty | Pools.Cases, false, "round-channel")]
    [InlineData("WZ", Pools.Duty, true, null)]                               // but in a round between two renewals
    [InlineData("QDN", Pools.Duty | Pools.Cases, false, null)]
    [InlineData("TL", Pools.Duty | Pools.Cases, true, "round-everyone")]     // nobody has to apply
    [InlineData("WZ", Pools.None, true, "round-pools")]
    public void A_call_has_a_window_unless_the_list_is_always_open(string office, Pools pools, bool closes, string? refusal) =>
        Assert.Equal(refusal, Rounds.WhyNotPlan(new(pools, Opens, closes ? Closes : null), RecruitmentBooks.Of(office))?.Code);

    [Theory]
    [InlineData(-1, "round-window")]
    [InlineData(0, "round-window")]
    [InlineData(1, null)]
    public void A_call_ends_after_it_begins(int ticksAfter, string? refusal) =>
        Assert.Equal(refusal, Rounds.WhyNotPlan(new(Pools.Cases, Opens, Opens.AddTicks(ticksAfter)), RecruitmentBooks.Qijiang)?.Code);

    [Theory]
    [Clause("QJ-6.3")]
    [InlineData(-1, 1, null)]                       // the last second, to a later one
    [InlineData(0, 1, "extend-late")]               // the moment itself is late
    [InlineData(1, 1, "extend-late")]
    [InlineData(-1, 0, "extend-earlier")]
    public void The_end_moves_only_before_it_has_come_and_only_to_later(int nowSeconds, int laterSeconds, string? refusal) =>
        Assert.Equal(refusal, Rounds.WhyNotExtend(Closes, Closes.AddSeconds(laterSeconds), Closes.AddSeconds(nowSeconds), RecruitmentBooks.Qijiang.Window)?.Code);

    [Fact]
    public void A_book_that_forbids_it_or_does_not_speak_of_it_lets_nobody_move_the_end()
    {
        var never = RecruitmentBooks.Qijiang.Window! with { Extendable = new(false, "QJ-6.3") };

        Assert.Equal("extend-never", Rounds.WhyNotExtend(Closes, Closes.AddDays(1), Opens, never)?.Code);
        Assert.Equal("extend-unwritten", Rounds.WhyNotExtend(Closes, Closes.AddDays(1), Opens, null)?.Code);
        Assert.Equal("extend-open", Rounds.WhyNotExtend(null, Closes, Opens, RecruitmentBooks.Qijiang.Window)?.Code);
        Assert.Equal("round-none", Rounds.WhyNotPlan(new(Pools.Cases, Opens, Closes), rules: null)?.Code);
    }
}
