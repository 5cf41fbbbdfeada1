using System.Globalization;
using System.Text.Json;

namespace LegalAid.Store.Calendar;

/// <summary>The State Council's plans as the npm package chinese-days carries them: days off, and weekend days that are worked.</summary>
public static class BuiltInHolidays
{
    public static IEnumerable<Holiday> Read(string path)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. Days(file, "holidays", isWorkingDay: false), .. Days(file, "workdays", isWorkingDay: true)];
    }

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
