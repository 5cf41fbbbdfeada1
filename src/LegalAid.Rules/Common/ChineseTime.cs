namespace LegalAid.Rules.Common;

/// <summary>Days and moments as an official letter writes them: 10月8日（周四）24:00, with the year when it is not the current one.</summary>
public static class ChineseTime
{
    private static readonly string[] Weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

    public static string Day(DateOnly day, int currentYear) =>
        $"{(day.Year == currentYear ? "" : $"{day.Year}年")}{day.Month}月{day.Day}日（{Weekdays[(int)day.DayOfWeek]}）";

    public static string Moment(DateTime moment, int currentYear) =>
        $"{Day(DateOnly.FromDateTime(moment), currentYear)}{moment:HH:mm}";

    /// <summary>An end of time: midnight is told as 24:00 of the day that ends, not as 00:00 of the day that begins.</summary>
    public static string End(DateTime end, int currentYear) =>
        end.TimeOfDay == TimeSpan.Zero ? $"{Day(DateOnly.FromDateTime(end).AddDays(-1), currentYear)}24:00" : Moment(end, currentYear);
}
