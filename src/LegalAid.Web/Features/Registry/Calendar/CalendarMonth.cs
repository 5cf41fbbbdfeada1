using System.Globalization;
using LegalAid.Rules.Common;

namespace LegalAid.Web.Features.Registry;

/// <summary>A month of a calendar, as an address names it: 2026-06.</summary>
public sealed record CalendarMonth
{
    private const int Earliest = 2000;
    private const int Latest = 2099;

    public required DateOnly First { get; init; }

    public DateOnly Last => First.AddMonths(1).AddDays(-1);

    public DateRange Days => new(First, Last);

    public string Key => First.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public string Title => string.Create(CultureInfo.InvariantCulture, $"{First.Year}年{First.Month}月");

    /// <summary>Null before the first and after the last month anybody can look at.</summary>
    public CalendarMonth? Previous => At(First.AddMonths(-1));

    public CalendarMonth? Next => At(First.AddMonths(1));

    public static CalendarMonth Of(DateOnly day) => new() { First = new(day.Year, day.Month, 1) };

    /// <summary>The month of that name; this month where it is none.</summary>
    public static CalendarMonth Named(string? key, DateOnly today) =>
        DateOnly.TryParseExact($"{key}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && At(first) is { } month ? month : Of(today);

    private static CalendarMonth? At(DateOnly first) => first.Year is >= Earliest and <= Latest ? new() { First = first } : null;
}
