using LegalAid.Rules.Assignment;

namespace LegalAid.Rules.Registry;

/// <summary>A stretch of somebody's employment; both days included, without an end it lasts.</summary>
public sealed record CareerSpan(DateOnly First, DateOnly? Last);

/// <summary>Experience as the history of employment tells it (执业经历, QJ-F.4): days that overlap count once, days between count for nothing, and nothing before the first licence.</summary>
public static class Careers
{
    public static int Days(IEnumerable<CareerSpan> spans, DateOnly? licensedOn, DateOnly countedTo)
    {
        var (days, covered) = (0, DateOnly.MinValue);
        foreach (var span in spans.OrderBy(span => span.First))
        {
            var first = Later(Later(span.First, licensedOn ?? span.First), covered);
            var after = (span.Last is { } last && last < countedTo ? last : countedTo).AddDays(1);
            if (after > first)
            {
                days += after.DayNumber - first.DayNumber;
                covered = after;
            }
        }

        return days;
    }

    /// <summary>Full years, as if the days had followed one another up to the day counted to: of one unbroken stretch it says what the calendar says.</summary>
    public static int FullYears(IEnumerable<CareerSpan> spans, DateOnly? licensedOn, DateOnly countedTo) =>
        Days(spans, licensedOn, countedTo) is var days and > 0 ? Experience.FullYears(countedTo.AddDays(1 - days), countedTo) : 0;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
