using LegalAid.Rules.Registry;
using Xunit;
using static LegalAid.Rules.Tests.Common.Calendars;

namespace LegalAid.Rules.Tests.Registry;

/// <summary>Changes of firm and of pools recorded ahead of their day; and cases brought along that are closed.</summary>
public sealed class PlannedChangesTests
{
    private static readonly DateOnly Joined = new(2024, 1, 1);
    private static readonly DateOnly Today = new(2026, 6, 17);

    [Theory]
    [InlineData(PlannedChangeKind.Firm, "2026-06-17", null)]
    [InlineData(PlannedChangeKind.Firm, "2024-01-01", null)]                        // recorded after it happened
    [InlineData(PlannedChangeKind.Firm, "2023-12-31", "change-before-joining")]
    [InlineData(PlannedChangeKind.Firm, "2027-06-17", null)]                        // a year ahead, that day included
    [InlineData(PlannedChangeKind.Firm, "2027-06-18", "change-far")]
    [InlineData(PlannedChangeKind.Pools, "2026-06-17", null)]
    [InlineData(PlannedChangeKind.Pools, "2026-06-16", "change-past")]              // a pool is not entered for days gone by
    [InlineData(PlannedChangeKind.Pools, "2027-06-17", null)]
    [InlineData(PlannedChangeKind.Pools, "2027-06-18", "change-far")]
    public void A_change_may_lie_a_year_ahead_and_only_a_change_of_firm_lies_behind(PlannedChangeKind kind, string day, string? code) =>
        Assert.Equal(code, PlannedChanges.WhyNotRecord(kind, Day(day), Joined, pendingOn: null, Today)?.Code);

    [Fact]
    public void One_of_a_kind_waits_at_a_time() =>
        Assert.Equal("change-waits", PlannedChanges.WhyNotRecord(PlannedChangeKind.Firm, Today, Joined, new(2026, 7, 1), Today)?.Code);

    [Theory]
    [InlineData("2026-06-17", false)]
    [InlineData("2026-06-18", true)]
    public void What_is_of_today_acts_at_once(string day, bool ahead) => Assert.Equal(ahead, PlannedChanges.LiesAhead(Day(day), Today));

    [Theory]
    [InlineData(PlannedChangeStatus.Pending, "2026-06-18", null)]                   // until the day before
    [InlineData(PlannedChangeStatus.Pending, "2026-06-17", "change-due")]
    [InlineData(PlannedChangeStatus.Done, "2026-06-18", "change-settled")]
    [InlineData(PlannedChangeStatus.Withdrawn, "2026-06-18", "change-settled")]
    [InlineData(PlannedChangeStatus.Failed, "2026-06-18", "change-settled")]
    public void A_change_is_withdrawn_until_the_day_before(PlannedChangeStatus status, string day, string? code) => Assert.Equal(code, PlannedChanges.WhyNotWithdraw(status, Day(day), Today)?.Code);

    [Theory]
    [InlineData(PlannedChangeStatus.Failed, false, null)]
    [InlineData(PlannedChangeStatus.Failed, true, "change-noted")]
    [InlineData(PlannedChangeStatus.Done, false, "change-noted")]
    public void What_was_not_done_is_taken_note_of_once(PlannedChangeStatus status, bool noted, string? code) => Assert.Equal(code, PlannedChanges.WhyNotNote(status, noted)?.Code);

    [Fact]
    [Clause("WZ-29.1b")]
    public void Of_who_left_nothing_is_changed()
    {
        Assert.Null(PlannedChanges.WhyGone(null, "WZ-29.1b"));
        Assert.Equal(["WZ-29.1b"], PlannedChanges.WhyGone(new(2026, 6, 1), "WZ-29.1b")!.ClauseIds);
    }

    [Theory]
    [Clause("WZ-26.2")]
    [InlineData("2026-06-17", null, null)]
    [InlineData("2026-06-18", null, "matter-later")]
    [InlineData("2025-03-01", null, null)]                                          // on the day it was given
    [InlineData("2025-02-28", null, "matter-before")]
    [InlineData("2026-06-17", "2026-06-01", "matter-closed")]
    public void A_case_brought_along_is_closed_between_its_first_day_and_today(string day, string? closed, string? code) =>
        Assert.Equal(code, PriorMatters.WhyNotClose(new(2025, 3, 1), closed is null ? null : Day(closed), Day(day), Today)?.Code);

    [Theory]
    [InlineData("2026-06-10", false, null)]                                         // seven days
    [InlineData("2026-06-09", false, "matter-by-head")]
    [InlineData("2026-06-09", true, null)]
    [InlineData("2026-03-19", true, null)]                                          // ninety days
    [InlineData("2026-03-18", true, "matter-long-ago")]
    [InlineData("2026-03-18", false, "matter-long-ago")]
    public void A_closing_recorded_by_mistake_is_taken_back_as_long_as_a_departure(string recorded, bool byHead, string? code)
    {
        Assert.Equal(code, PriorMatters.WhyNotReopen(new(2026, 1, 1), Day(recorded), byHead, Today)?.Code);
        Assert.Equal("matter-open", PriorMatters.WhyNotReopen(null, Day(recorded), byHead, Today)?.Code);
    }
}
