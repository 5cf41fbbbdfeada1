using LegalAid.Rules.Common;

namespace LegalAid.Rules.Tests.Common;

/// <summary>The State Council's plans of 2024 to 2026; 2027 is not announced.</summary>
internal static class Calendars
{
    public static WorkCalendar Known { get; } = new(
        [
            .. Off("元旦", "2024-01-01", 1), .. Off("春节", "2024-02-10", 8), .. Off("清明节", "2024-04-04", 3), .. Off("劳动节", "2024-05-01", 5),
            .. Off("端午节", "2024-06-08", 3), .. Off("中秋节", "2024-09-15", 3), .. Off("国庆节", "2024-10-01", 7),
            .. Off("元旦", "2025-01-01", 1), .. Off("春节", "2025-01-28", 8), .. Off("清明节", "2025-04-04", 3), .. Off("劳动节", "2025-05-01", 5),
            .. Off("端午节", "2025-05-31", 3), .. Off("国庆节", "2025-10-01", 8),
            .. Off("元旦", "2026-01-01", 3), .. Off("春节", "2026-02-15", 9), .. Off("清明节", "2026-04-04", 3), .. Off("劳动节", "2026-05-01", 5),
            .. Off("端午节", "2026-06-19", 3), .. Off("中秋节", "2026-09-25", 3), .. Off("国庆节", "2026-10-01", 7),
        ],
        [
            .. MakeUp("春节", "2024-02-04", "2024-02-18"), .. MakeUp("清明节", "2024-04-07"), .. MakeUp("劳动节", "2024-04-28", "2024-05-11"),
            .. MakeUp("中秋节", "2024-09-14"), .. MakeUp("国庆节", "2024-09-29", "2024-10-12"),
            .. MakeUp("春节", "2025-01-26", "2025-02-08"), .. MakeUp("劳动节", "2025-04-27"), .. MakeUp("国庆节", "2025-09-28", "2025-10-11"),
            .. MakeUp("元旦", "2026-01-04"), .. MakeUp("春节", "2026-02-14", "2026-02-28"), .. MakeUp("劳动节", "2026-05-09"),
            .. MakeUp("国庆节", "2026-09-20", "2026-10-10"),
        ],
        [2024, 2025, 2026]);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    public static DateTime Moment(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", null);

    private static IEnumerable<NamedDay> Off(string holiday, string from, int days) =>
        Enumerable.Range(0, days).Select(i => new NamedDay(Day(from).AddDays(i), holiday));

    private static IEnumerable<NamedDay> MakeUp(string holiday, params string[] days) => days.Select(d => new NamedDay(Day(d), holiday));
}
