using System.Globalization;
using System.Text.RegularExpressions;

namespace LegalAid.Web.Parts;

/// <summary>How days, moments and figures are written on every page.</summary>
public static partial class Show
{
    private const int MillionthsPerHundredth = 10_000;

    private static readonly string[] Weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

    /// <summary>10月8日（周四）, with the year when it is not this year.</summary>
    public static string Day(DateOnly day, DateOnly today) =>
        string.Create(CultureInfo.InvariantCulture, $"{Year(day, today)}{day.Month}月{day.Day}日（{Weekdays[(int)day.DayOfWeek]}）");

    /// <summary>10月8日（周四）18:00, with the year when it is not this year.</summary>
    public static string Moment(DateTime utc, DateOnly today)
    {
        var local = OfficeTime.Local(utc);
        return string.Create(CultureInfo.InvariantCulture, $"{Day(DateOnly.FromDateTime(local), today)}{local:HH:mm}");
    }

    /// <summary>A moment as the end of a period: midnight belongs to the day before and is written 24:00.</summary>
    public static string Until(DateTime utc, DateOnly today) =>
        OfficeTime.Local(utc) is { TimeOfDay.Ticks: 0 } midnight
            ? Day(LastDay(utc), today) + "24:00"
            : Moment(utc, today);

    /// <summary>From when to when; the day is written once where it is one: 10月8日（周四）14:00 至 17:00.</summary>
    public static string Span(DateTime startsUtc, DateTime endsUtc, DateTime nowUtc)
    {
        var (starts, ends, today) = (OfficeTime.Local(startsUtc), OfficeTime.Local(endsUtc), DateOnly.FromDateTime(OfficeTime.Local(nowUtc)));
        return string.Create(CultureInfo.InvariantCulture, $"{Moment(startsUtc, today)} 至 {(starts.Date == ends.Date ? ends.ToString("HH:mm", CultureInfo.InvariantCulture) : Until(endsUtc, today))}");
    }

    /// <summary>The last day of a period that ends at this moment.</summary>
    public static DateOnly LastDay(DateTime utc) => DateOnly.FromDateTime(OfficeTime.Local(utc).AddTicks(-1));

    /// <summary>A day as it stands in a form and in official documents: 2026年3月5日.</summary>
    public static string FullDay(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary>A sentence of the rules with its days written as people write them: 2026-03-05 becomes 2026年3月5日.</summary>
    public static string Sentence(string told) => WrittenDay().Replace(told, day => DateOnly.TryParseExact(day.Value, "yyyy-MM-dd", out var found) ? FullDay(found) : day.Value);

    /// <summary>A balance or share of a queue, counted in millionths of a case: +1.26, −0.41, 0.00.</summary>
    public static string Balance(long millionths)
    {
        var rounding = Math.Sign(millionths) * MillionthsPerHundredth / 2;
        var hundredths = (millionths + rounding) / MillionthsPerHundredth;
        var sign = Math.Sign(hundredths) switch { > 0 => "+", < 0 => "−", _ => string.Empty };
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{Math.Abs(hundredths) / 100}.{Math.Abs(hundredths) % 100:00}");
    }

    /// <summary>A number of cases counted in millionths, without a sign: 0.16; what would round to nothing is 不到 0.01.</summary>
    public static string Cases(long millionths) => millionths is > 0 and < MillionthsPerHundredth ? "不到 0.01" : Balance(millionths).TrimStart('+');

    /// <summary>By how many cases somebody has less, counted in millionths: 少 0.16 件, 少不到 0.01 件.</summary>
    public static string Fewer(long millionths) => $"少{(millionths < MillionthsPerHundredth ? "" : " ")}{Cases(millionths)} 件";

    /// <summary>A telephone number with its middle hidden: 138****5678.</summary>
    public static string Masked(string? phone) => phone switch
    {
        null or "" => "—",
        { Length: < 7 } => new string('*', phone.Length),
        _ => $"{phone[..3]}{new string('*', phone.Length - 7)}{phone[^4..]}",
    };

    [GeneratedRegex(@"(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WrittenDay();

    private static string Year(DateOnly day, DateOnly today) =>
        day.Year == today.Year ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{day.Year}年");
}
