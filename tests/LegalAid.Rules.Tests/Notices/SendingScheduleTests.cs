using LegalAid.Rules.Notices;
using Xunit;

namespace LegalAid.Rules.Tests.Notices;

/// <summary>When a notice goes out by day and night, and how often it is tried.</summary>
public sealed class SendingScheduleTests
{
    [Theory]
    [InlineData("2026-06-17 21:59", null, "2026-06-17 21:59")]      // the last minute of the day
    [InlineData("2026-06-17 22:00", null, "2026-06-18 07:00")]      // the first quiet one
    [InlineData("2026-06-18 00:30", null, "2026-06-18 07:00")]      // after midnight: this morning, not the next
    [InlineData("2026-06-18 06:59", null, "2026-06-18 07:00")]
    [InlineData("2026-06-18 07:00", null, "2026-06-18 07:00")]      // the first minute of the day
    [InlineData("2026-06-17 23:00", "2026-06-18 22:59", "2026-06-17 23:00")]      // less than a day left: now
    [InlineData("2026-06-17 23:00", "2026-06-18 23:00", "2026-06-18 07:00")]      // a whole day: in the morning
    [InlineData("2026-06-17 23:00", "2026-06-17 20:00", "2026-06-17 23:00")]      // over already: now
    public void Nobody_is_disturbed_at_night_unless_a_clock_has_less_than_a_day(string now, string? due, string sent) =>
        Assert.Equal(DateTime.Parse(sent), SendingSchedule.NotBefore(DateTime.Parse(now), QuietHours.Usual, due is null ? null : DateTime.Parse(due)));

    [Theory]
    [InlineData(12, 14, "2026-06-17 13:30", "2026-06-17 14:00")]      // within one day
    [InlineData(12, 14, "2026-06-17 14:00", "2026-06-17 14:00")]
    [InlineData(9, 9, "2026-06-17 09:00", "2026-06-17 09:00")]        // none
    [InlineData(22, 0, "2026-06-17 23:59", "2026-06-18 00:00")]       // until midnight
    public void An_office_sets_other_hours_or_none(int from, int until, string now, string sent) =>
        Assert.Equal(DateTime.Parse(sent), SendingSchedule.NotBefore(DateTime.Parse(now), new(new(from, 0), new(until, 0)), dueAt: null));

    [Fact]
    public void It_is_tried_eight_times_with_growing_pauses_over_most_of_a_day_and_then_given_up()
    {
        var at = new DateTime(2026, 6, 17, 9, 0, 0);
        var tries = new List<DateTime> { at };
        while (SendingSchedule.NextTry(tries.Count, tries[^1]) is { } next)
        {
            tries.Add(next);
        }

        Assert.Equal(SendingSchedule.MostAttempts, tries.Count);
        Assert.Equal([1, 5, 15, 60, 180, 360, 720], tries.Zip(tries.Skip(1), (one, other) => (int)(other - one).TotalMinutes));
        Assert.Null(SendingSchedule.NextTry(SendingSchedule.MostAttempts + 1, at));
        Assert.Throws<ArgumentOutOfRangeException>(() => SendingSchedule.NextTry(0, at));
    }
}
