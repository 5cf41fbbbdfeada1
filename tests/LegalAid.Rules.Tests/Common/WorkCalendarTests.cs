using LegalAid.Rules.Common;
using Xunit;
using static LegalAid.Rules.Tests.Common.Calendars;

namespace LegalAid.Rules.Tests.Common;

public sealed class WorkCalendarTests
{
    [Theory]
    [InlineData("2026-06-17", DayKind.Workday, "工作日")]
    [InlineData("2026-06-13", DayKind.Weekend, "双休日")]
    [InlineData("2026-06-19", DayKind.Holiday, "端午节放假")]
    [InlineData("2026-06-20", DayKind.Holiday, "端午节放假")]       // a Saturday that is part of the holiday is told by its name
    [InlineData("2026-10-10", DayKind.MakeUpWorkday, "调休上班")]   // a Saturday that is worked
    [InlineData("2027-10-01", DayKind.Workday, "工作日")]           // nobody has announced 2027
    public void A_day_is_what_the_plan_makes_of_it(string day, DayKind kind, string name)
    {
        Assert.Equal(kind, Known.KindOf(Day(day)));
        Assert.Equal(name, Known.NameOf(Day(day)));
        Assert.Equal(kind is DayKind.Workday or DayKind.MakeUpWorkday, Known.IsWorkingDay(Day(day)));
    }

    [Theory]
    [InlineData(2025)]
    [InlineData(2026)]
    public void The_years_2025_and_2026_have_248_working_days(int year) =>
        Assert.Equal(248, Enumerable.Range(0, 365).Count(i => Known.IsWorkingDay(new DateOnly(year, 1, 1).AddDays(i))));

    [Fact]
    public void An_excerpt_keeps_the_days_and_years_inside_and_drops_the_rest()
    {
        var excerpt = Known.Excerpt(Day("2026-09-30"), Day("2026-10-07"));

        Assert.Equal(7, excerpt.DaysOff.Count);
        Assert.Empty(excerpt.MakeUpDays);       // 10 October lies outside
        Assert.True(excerpt.IsAnnounced(2026));
        Assert.False(excerpt.IsAnnounced(2025));
    }

    [Fact]
    public void A_calendar_survives_being_stored()
    {
        var json = CanonicalJson.Write(Known);
        var read = CanonicalJson.Read<WorkCalendar>(json);

        Assert.Equal(json, CanonicalJson.Write(read));
        Assert.False(read.IsWorkingDay(Day("2026-10-01")));
        Assert.True(read.IsAnnounced(2026));
    }

    [Fact]
    public void A_day_cannot_be_off_and_made_up_at_once() =>
        Assert.Throws<ArgumentException>(() => new WorkCalendar([new(Day("2026-10-10"), "国庆节")], [new(Day("2026-10-10"), "国庆节")], [2026]));

    [Fact]
    public void A_range_includes_both_ends_and_never_ends_before_it_begins()
    {
        var range = new DateRange(Day("2026-10-01"), Day("2026-10-07"));

        Assert.True(range.Contains(range.First));
        Assert.True(range.Contains(range.Last));
        Assert.False(range.Contains(range.First.AddDays(-1)));
        Assert.False(range.Contains(range.Last.AddDays(1)));
        Assert.Throws<ArgumentException>(() => new DateRange(range.Last, range.First));
    }
}
