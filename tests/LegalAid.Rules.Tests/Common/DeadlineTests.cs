using LegalAid.Rules.Common;
using Xunit;
using static LegalAid.Rules.Tests.Common.Calendars;

namespace LegalAid.Rules.Tests.Common;

public sealed class DeadlineTests
{
    /// <summary>law.md §8.3. Columns: 3 days, 3 working days, 1 working day, 7 days, 5 days, 30 days; days roll over a last day off.</summary>
    [Theory]
    [Clause("LAW-36", "LAW-43", "BB-6.1", "BB-6.2")]
    [InlineData("2026-09-30", "2026-10-08 2026-10-10 2026-10-08 2026-10-08 2026-10-08 2026-10-30")]  // the eve of the national holiday; Saturday the 10th is worked
    [InlineData("2026-02-13", "2026-02-24 2026-02-25 2026-02-14 2026-02-24 2026-02-24 2026-03-16")]  // Saturday the 14th is worked, then nine days off
    [InlineData("2025-01-24", "2025-01-27 2025-02-05 2025-01-26 2025-02-05 2025-02-05 2025-02-24")]  // Sunday the 26th is worked
    [InlineData("2026-11-20", "2026-11-23 2026-11-25 2026-11-23 2026-11-27 2026-11-25 2026-12-21")]  // an ordinary Friday
    [InlineData("2026-11-16", "2026-11-19 2026-11-19 2026-11-17 2026-11-23 2026-11-23 2026-12-16")]  // an ordinary Monday: both clocks agree
    [InlineData("2024-09-27", "2024-09-30 2024-10-08 2024-09-29 2024-10-08 2024-10-08 2024-10-28")]  // Sunday the 29th is worked
    [InlineData("2026-01-01", "2026-01-04 2026-01-06 2026-01-04 2026-01-08 2026-01-06 2026-02-02")]  // Sunday the 4th is worked
    public void Periods_end_on_the_days_of_the_table(string start, string lastDays)
    {
        PeriodRule[] rules =
        [
            Days(3), WorkingDays(3), WorkingDays(1), Days(7), Days(5), Days(30),
        ];

        var counted = rules.Select(rule => Deadline.Count(Moment($"{start} 10:20"), rule, Known).LastDay.ToString("yyyy-MM-dd"));

        Assert.Equal(lastDays, string.Join(' ', counted));
    }

    [Fact]
    [Clause("BB-6.2", "LAW-43")]
    public void Three_working_days_end_after_three_days_for_101_of_the_248_working_days_of_2026_and_never_before()
    {
        var starts = Enumerable.Range(0, 365).Select(i => new DateOnly(2026, 1, 1).AddDays(i)).Where(Known.IsWorkingDay).ToList();
        var pairs = starts.ConvertAll(day => new TwoClocks(
            Statute: Deadline.Count(day.ToDateTime(new TimeOnly(9, 0)), Days(3), Known),
            Own: Deadline.Count(day.ToDateTime(new TimeOnly(9, 0)), WorkingDays(3), Known)));

        Assert.Equal(101, pairs.Count(p => p.Earlier == EarlierClock.Statute));
        Assert.DoesNotContain(pairs, p => p.Earlier == EarlierClock.Own);
    }

    [Fact]
    public void It_is_overdue_from_midnight_after_the_last_day_and_not_a_minute_before()
    {
        var deadline = Deadline.Count(Moment("2026-11-16 10:20"), Days(3), Known);

        Assert.Equal(Moment("2026-11-20 00:00"), deadline.DueAt);
        Assert.False(deadline.IsOverdue(Moment("2026-11-19 23:59")));
        Assert.True(deadline.IsOverdue(Moment("2026-11-20 00:00")));
        Assert.Equal("11月19日（周四）24:00", deadline.DueText(2026));
        Assert.Equal("2026年11月19日（周四）24:00", deadline.DueText(2027));
        Assert.Equal("2026年11月19日（周四）24:00", deadline.DueText(2025));
    }

    [Theory]
    [InlineData("2026-11-16 00:00", "2026-11-19")]   // the first minute of a day belongs to that day, which does not count
    [InlineData("2026-11-15 23:59", "2026-11-18")]
    public void The_day_of_the_start_does_not_count_at_whatever_hour(string start, string last) =>
        Assert.Equal(Day(last), Deadline.Count(Moment(start), Days(3), Known).LastDay);

    [Theory]
    [Clause("LAW-39")]
    [InlineData("2026-09-30 17:30", 24, "2026-10-01 17:30", "10月1日（周四）17:30")]   // into the holiday, and it stays there
    [InlineData("2026-09-30 00:00", 24, "2026-10-01 00:00", "9月30日（周三）24:00")]   // midnight is the end of the day before
    [InlineData("2026-09-30 17:30", 48, "2026-10-02 17:30", "10月2日（周五）17:30")]
    public void Hours_run_on_and_never_roll(string start, int hours, string due, string text)
    {
        var deadline = Deadline.Count(Moment(start), new(hours, PeriodUnit.Hours, RollsOverHolidays: true, "LAW-39"), Known);

        Assert.Equal(Moment(due), deadline.DueAt);
        Assert.Equal(text, deadline.DueText(2026));
        Assert.False(deadline.IsOverdue(deadline.DueAt));                // within 24 hours includes the last moment
        Assert.True(deadline.IsOverdue(deadline.DueAt.AddTicks(1)));
        Assert.Equal(deadline.DueAt, deadline.WarnBy(inCustody: true));
    }

    [Theory]
    [InlineData("2026-09-25 09:00", "2026-09-26", "2026-09-26", "2026-09-27 09:00")]   // a whole day falls out
    [InlineData("2026-09-25 09:00", "2026-09-25", "2026-09-25", "2026-09-27 00:00")]   // paused the rest of the day of the start: 24 hours from midnight on
    [InlineData("2026-09-25 09:00", "2026-09-27", "2026-09-28", "2026-09-26 09:00")]   // a pause that comes too late changes nothing
    public void Paused_days_stop_an_hour_clock(string start, string from, string to, string due) =>
        Assert.Equal(Moment(due), Deadline.Count(Moment(start), new(24, PeriodUnit.Hours, false, "LAW-39"), Known, [new(Day(from), Day(to))]).DueAt);

    [Theory]
    [Clause("LAW-43", "REG-17")]
    [InlineData("", "2026-11-23")]
    [InlineData("2026-11-17..2026-11-17", "2026-11-24")]                           // one day of waiting, one day later
    [InlineData("2026-11-17..2026-11-19", "2026-11-26")]
    [InlineData("2026-11-17..2026-11-18 2026-11-18..2026-11-19", "2026-11-26")]    // an overlap is not counted twice
    [InlineData("2026-11-16..2026-11-16", "2026-11-23")]                           // the day of the start does not count anyway
    [InlineData("2026-11-23..2026-11-23", "2026-11-24")]                           // paused on the very last day
    [InlineData("2026-11-24..2026-11-30", "2026-11-23")]                           // after the end
    public void Paused_days_do_not_count(string pauses, string last)
    {
        var ranges = pauses.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split("..")).Select(p => new DateRange(Day(p[0]), Day(p[1]))).ToList();

        Assert.Equal(Day(last), Deadline.Count(Moment("2026-11-16 09:00"), Days(7), Known, ranges).LastDay);
    }

    [Fact]
    public void A_last_day_on_a_weekend_does_not_move_to_a_paused_day() =>
        Assert.Equal(Day("2026-11-24"), Deadline.Count(Moment("2026-11-18 09:00"), Days(3), Known, [new(Day("2026-11-23"), Day("2026-11-23"))]).LastDay);

    [Fact]
    public void A_last_day_moves_only_where_the_rule_says_so() =>
        Assert.Equal(Day("2026-06-20"), Deadline.Count(Moment("2026-06-17 10:20"), Days(3) with { RollsOverHolidays = false }, Known).LastDay);

    [Fact]
    public void Paused_working_days_do_not_count_either() =>
        Assert.Equal(Day("2026-11-20"), Deadline.Count(Moment("2026-11-16 09:00"), WorkingDays(3), Known, [new(Day("2026-11-17"), Day("2026-11-17"))]).LastDay);

    [Fact]
    public void In_custody_the_warning_goes_by_the_day_that_was_not_moved()
    {
        var deadline = Deadline.Count(Moment("2026-06-17 10:20"), Days(3), Known);

        Assert.Equal(Day("2026-06-20"), deadline.UnrolledLastDay);
        Assert.Equal(Day("2026-06-22"), deadline.LastDay);
        Assert.Equal(Moment("2026-06-21 00:00"), deadline.WarnBy(inCustody: true));
        Assert.Equal(deadline.DueAt, deadline.WarnBy(inCustody: false));
        Assert.False(deadline.IsOverdue(Moment("2026-06-22 23:59")));
    }

    [Theory]
    [InlineData("2026-12-28 09:00", "2026-12-31", null)]                        // stays inside 2026
    [InlineData("2023-12-31 09:00", "2024-01-03", null)]                        // 2023 is not known either, but the day of the start does not count
    [InlineData("2026-12-29 09:00", "2027-01-01", "2027年的放假调休安排尚未录入")]   // in truth New Year's Day; without a plan a Friday like any other
    [InlineData("2027-03-01 09:00", "2027-03-04", "2027年的放假调休安排尚未录入")]
    public void A_year_without_a_plan_falls_back_to_weekends_and_says_so(string start, string last, string? warning)
    {
        var deadline = Deadline.Count(Moment(start), Days(3), Known);

        Assert.Equal(Day(last), deadline.LastDay);
        Assert.StartsWith(warning ?? "", deadline.Warning ?? "", StringComparison.Ordinal);
        Assert.Equal(warning is null, deadline.Warning is null);
    }

    [Fact]
    public void A_period_of_nothing_and_a_start_in_UTC_are_bugs()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Deadline.Count(Moment("2026-11-16 09:00"), Days(0), Known));
        Assert.Throws<ArgumentException>(() => Deadline.Count(DateTime.SpecifyKind(Moment("2026-11-16 09:00"), DateTimeKind.Utc), Days(3), Known));
        Assert.Throws<ArgumentException>(() => Deadline.EarliestOf([]));
    }

    private static PeriodRule Days(int length) => new(length, PeriodUnit.Days, RollsOverHolidays: true, "LAW-43");

    private static PeriodRule WorkingDays(int length) => new(length, PeriodUnit.WorkingDays, RollsOverHolidays: false, "BB-6.2");
}
