using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LegalAid.Web.Parts;

/// <summary>Reads days and moments as people here write them: 2026-3-5, 2026/3/5, 2026.3.5, 2026年3月5日, 20260305; with 9:30 or 9时30分.</summary>
public static partial class ChineseDateText
{
    public static bool TryParseDay(string text, out DateOnly day)
    {
        var match = DayPattern().Match(Normalise(text));
        day = default;
        return match.Success && TryDay(match, out day);
    }

    /// <summary>A day and a minute of the office's wall clock.</summary>
    public static bool TryParseMinute(string text, out DateTime local)
    {
        local = default;
        var match = MinutePattern().Match(Normalise(text));
        if (!match.Success || !TryDay(match, out var day))
        {
            return false;
        }

        var hour = Number(match.Groups["hour"]);
        var minute = match.Groups["minute"].Success ? Number(match.Groups["minute"]) : 0;
        if (hour > 23 || minute > 59)
        {
            return false;
        }

        local = day.ToDateTime(new TimeOnly(hour, minute));
        return true;
    }

    // Full-width digits and punctuation become plain ones; blanks inside a date mean nothing, those before the hour do.
    private static string Normalise(string text) => Blanks().Replace(text.Normalize(NormalizationForm.FormKC).Trim(), " ");

    private static bool TryDay(Match match, out DateOnly day) => DateOnly.TryParseExact(
        string.Create(CultureInfo.InvariantCulture, $"{Number(match.Groups["year"]):0000}-{Number(match.Groups["month"]):00}-{Number(match.Groups["day"]):00}"),
        "yyyy-MM-dd",
        CultureInfo.InvariantCulture,
        DateTimeStyles.None,
        out day);

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("^" + Day + "$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex DayPattern();

    [GeneratedRegex("^" + Day + @"[ T]?(?<hour>[0-9]{1,2}) ?([:时点] ?((?<minute>[0-9]{1,2}) ?(:00|分)?)?)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex MinutePattern();

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Blanks();

    private const string Day =
        "((?<year>[0-9]{4}) ?年 ?(?<month>[0-9]{1,2}) ?月 ?(?<day>[0-9]{1,2}) ?日"
        + "|(?<year>[0-9]{4}) ?(?<mark>[-/.]) ?(?<month>[0-9]{1,2}) ?\\k<mark> ?(?<day>[0-9]{1,2})"
        + "|(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2}))";
}
