using System.Globalization;
using System.Text.Json;
using LegalAid.Rules.Common;

namespace LegalAid.Store.Calendar;

/// <summary>The State Council's plans as the npm package chinese-days carries them: days off, and weekend days that are worked.</summary>
public static class BuiltInHolidays
{
    public static IEnumerable<Holiday> Read(string path)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. Days(file, "holidays", isWorkingDay: false), .. Days(file, "workdays", isWorkingDay: true)];
    }

    /// <summary>The whole built-in table as a calendar, for answers that need no database.</summary>
    public static WorkCalendar Calendar(string path)
    {
        var holidays = Read(path).ToList();
        return new WorkCalendar(
            [.. holidays.Where(h => !h.IsWorkingDay).Select(h => new NamedDay(h.Day, h.Name))],
            [.. holidays.Where(h => h.IsWorkingDay).Select(h => new NamedDay(h.Day, h.Name))],
            [.. holidays.Select(h => h.Day.Year).Distinct()]);
    }

    /// <summary>The part of it that a decision made from a day on carries with it.</summary>
    public static WorkCalendar CalendarFrom(string path, DateOnly start) => Calendar(path).Excerpt(start, start.AddDays(WorkCalendars.DaysAhead));

    // Each entry reads "2026-10-01": "National Day,国庆节,3".
    private static List<Holiday> Days(JsonDocument file, string section, bool isWorkingDay) =>
    [
        .. file.RootElement.GetProperty(section).EnumerateObject().Select(entry => new Holiday
        {
            Day = DateOnly.ParseExact(entry.Name, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Name = entry.Value.GetString()!.Split(',')[1],
            IsWorkingDay = isWorkingDay,
        }),
    ];
}
