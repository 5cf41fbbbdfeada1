namespace LegalAid.Rules.Common;

/// <summary>Counts a period in hours: it runs on through nights and holidays, stands still on paused days, and its end never moves.</summary>
internal static class HourCount
{
    public static Deadline Run(DateTime startedAt, PeriodRule rule, IReadOnlyList<DateRange> pauses)
    {
        var due = startedAt.AddHours(rule.Length);
        var days = new List<CountedDay>();
        for (var day = DateOnly.FromDateTime(startedAt); day.ToDateTime(TimeOnly.MinValue) < due || days.Count == 0; day = day.AddDays(1))
        {
            var midnight = day.ToDateTime(TimeOnly.MinValue);
            if (pauses.Any(p => p.Contains(day)))
            {
                due += midnight.AddDays(1) - (midnight > startedAt ? midnight : startedAt);
                days.Add(new(day, "期限暂停，不计"));
            }
            else
            {
                days.Add(new(day, days.Count == 0 ? $"{startedAt:HH:mm}起连续计算" : "连续计算，休息日照计"));
            }
        }

        days[^1] = days[^1] with { Why = $"{days[^1].Why}；满{rule.Length}小时，{ChineseTime.End(due, startedAt.Year)}届满" };
        return new Deadline(rule, startedAt, due, days[^1].Day, days[^1].Day, days, []);
    }
}
