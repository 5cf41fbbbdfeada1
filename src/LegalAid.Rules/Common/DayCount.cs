namespace LegalAid.Rules.Common;

/// <summary>Counts a period in days or working days, day by day, keeping the reason for each.</summary>
internal sealed class DayCount(DateTime startedAt, PeriodRule rule, WorkCalendar calendar, IReadOnlyList<DateRange> pauses)
{
    private readonly List<CountedDay> days = [];

    public Deadline Run()
    {
        var day = DateOnly.FromDateTime(startedAt);
        days.Add(new(day, "起算当日不计"));
        for (var counted = 0; counted < rule.Length;)
        {
            day = day.AddDays(1);
            counted += Count(day, counted + 1);
        }

        var last = rule.RollsOverHolidays ? Roll(day) : day;
        return new Deadline(rule, startedAt, last.AddDays(1).ToDateTime(TimeOnly.MinValue), last, day, days, UnannouncedYears());
    }

    private int Count(DateOnly day, int number)
    {
        var working = calendar.IsWorkingDay(day);
        var counts = !IsPaused(day) && (working || rule.Unit == PeriodUnit.Days);
        days.Add(counts ? new(day, WhyCounted(day, number), number) : new(day, IsPaused(day) ? "期限暂停，不计" : $"{Name(day)}，不计"));
        return counts ? 1 : 0;
    }

    private string WhyCounted(DateOnly day, int number)
    {
        var unit = rule.Unit == PeriodUnit.Days ? "日" : "个工作日";
        var note = calendar.KindOf(day) == DayKind.Workday && calendar.IsAnnounced(day.Year) ? "" : $"（{Name(day)}{(calendar.IsWorkingDay(day) ? "" : "，按日计算照计")}）";
        return $"第{number}{unit}{note}";
    }

    /// <summary>Moves a last day that is no working day to the next one (末日顺延).</summary>
    private DateOnly Roll(DateOnly last)
    {
        var day = last;
        while (!calendar.IsWorkingDay(day) || (day > last && IsPaused(day)))
        {
            if (day == last)
            {
                days[^1] = days[^1] with { Why = $"第{rule.Length}日，末日逢{Name(day)}，顺延" };
            }
            else
            {
                days.Add(new(day, IsPaused(day) ? "期限暂停，继续顺延" : $"{Name(day)}，继续顺延"));
            }

            day = day.AddDays(1);
        }

        if (day > last)
        {
            days.Add(new(day, $"末日顺延至本日（{Name(day)}）"));
        }

        return day;
    }

    private string Name(DateOnly day) =>
        calendar.IsAnnounced(day.Year) ? calendar.NameOf(day) : $"{calendar.NameOf(day)}，{day.Year}年放假安排未录入，按双休日推算";

    private bool IsPaused(DateOnly day) => pauses.Any(p => p.Contains(day));

    // The day of the start does not count, so nothing hangs on the plan of its year alone.
    private List<int> UnannouncedYears() => [.. days.Skip(1).Select(d => d.Day.Year).Distinct().Where(y => !calendar.IsAnnounced(y))];
}
