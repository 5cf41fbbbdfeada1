using LegalAid.Rules.Assignment;
using LegalAid.Rules.Registry;
using Xunit;

namespace LegalAid.Rules.Tests.Registry;

public sealed class DeparturesTests
{
    private const string Own = "试验市试验区";
    private static readonly DateOnly Today = new(2026, 6, 17);
    private static readonly DateOnly Joined = new(2025, 1, 10);

    [Theory]
    [InlineData("2025-01-10", "")]                          // left on the day of joining
    [InlineData("2025-01-09", "left-before-joining")]
    [InlineData("2028-06-17", "")]
    [InlineData("2028-06-18", "day-far")]
    public void Somebody_leaves_after_joining_and_in_a_year_that_makes_sense(string day, string expected) =>
        Assert.Equal(expected, Departures.WhyNotLeave(new(Joined), DateOnly.Parse(day), Today)?.Code ?? "");

    [Theory]
    [InlineData("2026-06-10", "")]                          // the day a case was last given
    [InlineData("2026-06-09", "given-later")]
    public void Who_was_given_a_case_was_there_that_day(string day, string expected)
    {
        DateOnly given = new(2026, 6, 10);

        Assert.Equal(expected, Departures.WhyNotLeave(new(Joined, null, given), DateOnly.Parse(day), Today)?.Code ?? "");
        Assert.Equal(expected, Departures.WhyNotClose(new(Own, null, given), Own, ClosingKind.Dissolved, DateOnly.Parse(day), null, Today)?.Code ?? "");
        Assert.Equal(expected, Departures.WhyNotClose(new(Own, null, given), Own, ClosingKind.MovedAway, DateOnly.Parse(day), "外地", Today)?.Code ?? "");
    }

    [Fact]
    public void Nobody_leaves_twice() =>
        Assert.Equal("already-left", Departures.WhyNotLeave(new(Joined, Today), Today, Today)?.Code);

    [Theory]
    [InlineData("2026-06-16", false)]
    [InlineData("2026-06-17", true)]
    [InlineData("2026-06-18", true)]
    public void A_departure_is_taken_back_until_its_day_has_gone_by(string leftOn, bool expected) =>
        Assert.Equal(expected, Departures.IsTakenBack(DateOnly.Parse(leftOn), Today));

    [Theory]
    [InlineData("2026-06-16", false)]
    [InlineData("2026-06-17", true)]
    public void One_recorded_late_is_taken_back_on_the_day_it_was_recorded(string recordedOn, bool expected) =>
        Assert.Equal(expected, Departures.IsTakenBack(new(2026, 6, 1), Today, DateOnly.Parse(recordedOn)));

    [Theory]
    [InlineData("2026-06-18", true)]
    [InlineData("2026-06-17", false)]
    public void The_day_of_leaving_is_the_first_outside(string leftOn, bool inPool) =>
        Assert.Equal(inPool, !new TimeInPool(Joined, DateOnly.Parse(leftOn)).HasLeftBy(Today));

    [Theory]
    [InlineData("", Own, null, "not-left")]
    [InlineData("2026-01-01", Own, null, "")]
    [InlineData("2026-01-01", Own, "2026-06-17", "institution-closed")]
    [InlineData("2026-01-01", Own, "2026-06-18", "")]       // still practises today
    [InlineData("2026-01-01", "外地", null, "elsewhere")]
    public void Who_comes_back_has_left_and_has_an_institution_here(string leftOn, string district, string? closedOn, string expected) =>
        Assert.Equal(expected, Departures.WhyNotReturn(new(Joined, Day(leftOn)), new(district, Day(closedOn)), Rules, Today)?.Code ?? "");

    [Theory]
    [InlineData(ClosingKind.Dissolved, Own, "2026-06-18", null, "")]
    [InlineData(ClosingKind.Dissolved, "外地", "2026-06-17", null, "elsewhere")]
    [InlineData(ClosingKind.MovedAway, Own, "2026-06-17", "外地", "")]
    [InlineData(ClosingKind.MovedAway, Own, "2026-06-18", "外地", "moved-later")]
    [InlineData(ClosingKind.MovedAway, Own, "2026-06-17", "", "new-district")]
    [InlineData(ClosingKind.MovedAway, Own, "2026-06-17", Own, "new-district")]
    [InlineData(ClosingKind.Dissolved, Own, "2024-06-17", null, "")]
    [InlineData(ClosingKind.Dissolved, Own, "2024-06-16", null, "day-far")]
    public void An_institution_is_closed_by_the_office_of_its_district(ClosingKind kind, string district, string day, string? newDistrict, string expected) =>
        Assert.Equal(expected, Departures.WhyNotClose(new(district, null), Own, kind, DateOnly.Parse(day), newDistrict, Today)?.Code ?? "");

    [Fact]
    public void No_institution_is_closed_twice() =>
        Assert.Equal("already-closed", Departures.WhyNotClose(new(Own, Today), Own, ClosingKind.Dissolved, Today, null, Today)?.Code);

    [Theory]
    [InlineData(Own, "2026-06-01", false, "")]
    [InlineData(Own, null, false, "not-closed")]
    [InlineData("外地", null, true, "")]
    [InlineData("外地", null, false, "elsewhere")]
    [InlineData("外地", "2026-06-01", false, "elsewhere")]
    public void An_institution_comes_back_to_who_let_it_go(string district, string? closedOn, bool letGo, string expected) =>
        Assert.Equal(expected, Departures.WhyNotReopen(new(district, Day(closedOn)), Own, letGo)?.Code ?? "");

    private static RosterRules Rules { get; } = new(new(true, "LAW-25"), new(DistrictReach.OwnDistrict, "BB-2.3"), Own);

    private static DateOnly? Day(string? text) => string.IsNullOrEmpty(text) ? null : DateOnly.Parse(text);

    [Theory]
    [InlineData(LeavingWay.Recorded, 7, false, null)]
    [InlineData(LeavingWay.Recorded, 8, false, "left-by-head")]
    [InlineData(LeavingWay.Recorded, 8, true, null)]
    [InlineData(LeavingWay.Recorded, 90, true, null)]
    [InlineData(LeavingWay.Recorded, 91, true, "left-long-ago")]
    [InlineData(LeavingWay.Exit, 0, true, "left-for-good")]
    [InlineData(LeavingWay.NotRenewed, 0, true, "left-for-good")]
    [InlineData(LeavingWay.Removal, 0, true, "left-for-good")]
    public void Only_a_departure_recorded_by_mistake_is_taken_back_and_soon(LeavingWay way, int days, bool byHead, string? code)
    {
        var recorded = new DateOnly(2026, 6, 17);

        Assert.Equal(code, Departures.WhyNotTakeBack(recorded, way, recorded, byHead, recorded.AddDays(days))?.Code);
        Assert.Equal("not-left", Departures.WhyNotTakeBack(null, way, recorded, byHead, recorded)?.Code);
    }
}
