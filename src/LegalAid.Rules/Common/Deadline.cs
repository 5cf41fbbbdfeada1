namespace LegalAid.Rules.Common;

/// <summary>One day of a period: its number when it counts, and why it counts or not.</summary>
public sealed record CountedDay(DateOnly Day, string Why, int? Number = null);

/// <summary>
/// When a legal period ends (期限届满), with every day it was counted over.
/// Moments are the office's local time. The day of the start does not count (民法典第二百零一条); a period in hours runs on without a break.
/// </summary>
public sealed record Deadline(
    PeriodRule Rule,
    DateTime StartedAt,
    DateTime DueAt,
    DateOnly LastDay,
    DateOnly UnrolledLastDay,
    IReadOnlyList<CountedDay> Days,
    IReadOnlyList<int> UnannouncedYears)
{
    public string Clause => Rule.Clause;

    /// <summary>
    /// The moment to warn by. While the recipient is in custody the last day is not moved, so that the warning is on the safe side;
    /// whether it is overdue is still told by <see cref="DueAt"/>.
    /// </summary>
    public DateTime WarnBy(bool inCustody) =>
        inCustody && UnrolledLastDay < LastDay ? UnrolledLastDay.AddDays(1).ToDateTime(TimeOnly.MinValue) : DueAt;

    // A period in days ends with its last day, so DueAt, the midnight after it, is late.
    // 24 hours (二十四小时内) include their last moment (民法典第一千二百五十九条), so DueAt itself is in time.
    public bool IsOverdue(DateTime at) => Rule.Unit == PeriodUnit.Hours ? at > DueAt : at >= DueAt;

    public string DueText(int currentYear) => ChineseTime.End(DueAt, currentYear);

    /// <summary>What must be said aloud when a year's plan of days off is not known yet; null when all is known.</summary>
    public string? Warning => UnannouncedYears.Count == 0
        ? null
        : $"{string.Join('、', UnannouncedYears)}年的放假调休安排尚未录入，暂按周六、周日休息推算，届满日可能有误；请管理员录入后重新计算";

    public static Deadline EarliestOf(IReadOnlyList<Deadline> deadlines) =>
        deadlines.MinBy(d => d.DueAt) ?? throw new ArgumentException("There is no earliest of no deadlines.", nameof(deadlines));

    /// <summary>Counts a period from the moment that starts it; days inside <paramref name="pauses"/> do not count.</summary>
    public static Deadline Count(DateTime startedAt, PeriodRule rule, WorkCalendar calendar, IReadOnlyList<DateRange>? pauses = null)
    {
        if (startedAt.Kind != DateTimeKind.Unspecified)
        {
            throw new ArgumentException("A period starts at a moment of the office's local time, not UTC or the machine's time.", nameof(startedAt));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(rule.Length, 1, nameof(rule));
        return rule.Unit switch
        {
            PeriodUnit.Hours => HourCount.Run(startedAt, rule, pauses ?? []),
            PeriodUnit.Days or PeriodUnit.WorkingDays => new DayCount(startedAt, rule, calendar, pauses ?? []).Run(),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Unit, "Unknown unit of a period."),
        };
    }
}
