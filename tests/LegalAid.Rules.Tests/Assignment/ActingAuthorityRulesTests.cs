using LegalAid.Rules.Assignment;
using Xunit;

namespace LegalAid.Rules.Tests.Assignment;

/// <summary>Deciding in the head's stead: by the day, and never what the head could not decide.</summary>
public sealed class ActingAuthorityRulesTests
{
    private static readonly DateOnly First = new(2026, 6, 18);
    private static readonly DateOnly Last = new(2026, 6, 20);

    [Theory]
    [InlineData(17, false, false)]      // the day before
    [InlineData(18, false, true)]       // its first day
    [InlineData(20, false, true)]       // its last day
    [InlineData(21, false, false)]      // the day after
    [InlineData(19, true, false)]       // ended early
    public void It_holds_from_its_first_day_through_its_last(int day, bool ended, bool holds) =>
        Assert.Equal(holds, ActingAuthorityRules.Holds(First, Last, ended, new(2026, 6, day)));

    [Theory]
    [InlineData("2026-06-18", "2026-06-20", null)]
    [InlineData("2026-06-17", "2026-06-17", null)]      // today alone
    [InlineData("2026-06-16", "2026-06-20", "authority-back")]
    [InlineData("2026-06-15", "2026-06-16", "authority-over")]
    [InlineData("2026-06-20", "2026-06-18", "authority-days")]
    [InlineData("2026-06-17", "2027-06-17", null)]      // 366 days
    [InlineData("2026-06-17", "2027-06-18", "authority-long")]
    public void A_letter_runs_from_today_on_for_a_year_at_the_most(string first, string last, string? code) =>
        Assert.Equal(code, ActingAuthorityRules.WhyNotGrant(new(DateOnly.ParseExact(first, "yyyy-MM-dd"), DateOnly.ParseExact(last, "yyyy-MM-dd"), HasPower: true, new(2026, 6, 17), ToOneself: false, Overlaps: false), "BB-5.1")?.Code);

    [Theory]
    [Clause("BB-5.1")]
    [InlineData(false, false, false, null)]
    [InlineData(true, false, false, "principals-own")]
    [InlineData(false, true, false, "own-proposal")]
    [InlineData(false, false, true, "principal-recused")]
    public void Nobody_decides_the_own_proposal_by_anothers_hand(bool principals, bool own, bool aside, string? code) =>
        Assert.Equal(code, ActingAuthorityRules.WhyNotAct(new(principals, own, aside), "BB-5.1")?.Code);
}
