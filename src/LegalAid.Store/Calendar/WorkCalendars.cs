using LegalAid.Rules.Common;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Calendar;

/// <summary>Reads the holiday table as the calendar the rules count on.</summary>
public static class WorkCalendars
{
    // No legal period here is longer than this; a wider excerpt would only swell the decision records.
    internal const int DaysAhead = 90;

    /// <summary>The calendar around a period that starts on this day.</summary>
    public static async Task<WorkCalendar> FromAsync(AidDb db, DateOnly start, CancellationToken ct)
    {
        var end = start.AddDays(DaysAhead);
        var firstYear = new DateOnly(start.Year, 1, 1);
        var lastYear = new DateOnly(end.Year, 12, 31);
        var known = await db.Holidays.AsNoTracking().Where(day => day.Day >= firstYear && day.Day <= lastYear).ToListAsync(ct);
        var days = known.FindAll(day => day.Day >= start && day.Day <= end);
        return new(Named(days, working: false), Named(days, working: true), [.. known.Select(day => day.Day.Year).Distinct()]);
    }

    /// <summary>The whole calendar, for periods of any length.</summary>
    public static async Task<WorkCalendar> WholeAsync(AidDb db, CancellationToken ct)
    {
        var days = await db.Holidays.AsNoTracking().ToListAsync(ct);
        return new(Named(days, working: false), Named(days, working: true), [.. days.Select(day => day.Day.Year).Distinct()]);
    }

    private static List<NamedDay> Named(List<Holiday> days, bool working) =>
        [.. days.Where(day => day.IsWorkingDay == working).Select(day => new NamedDay(day.Day, day.Name))];
}
