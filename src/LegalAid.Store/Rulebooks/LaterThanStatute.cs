using LegalAid.Rules.Common;

namespace LegalAid.Store.Rulebooks;

/// <summary>
/// On how many working days of a year an office's own clock, started then, ends later than the statute's. Lawful, because the statute's
/// clock runs beside it and is the red line, but the office should know: three working days over a weekend are more than three days.
/// </summary>
internal static class LaterThanStatute
{
    public static IEnumerable<LintFinding> Findings(RuleBook book, RuleBooks books, WorkCalendar calendar)
    {
        var (own, year) = (book.Assignment, calendar.AnnouncedYears.DefaultIfEmpty(book.Book.InForceFrom.Year).Max());
        var days = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays).Where(calendar.IsWorkingDay).ToList();
        return BookOrder.StatutesDuring(book, books.Books, books.NationalBooks)
            .SelectMany(law => new[]
            {
                (Own: own.CriminalClock, Statute: law.Assignment.AfterGrant),
                (Own: own.CriminalClock, Statute: law.Assignment.AfterNotice),
                (Own: own.OtherClock, Statute: law.Assignment.AfterGrant),
            })
            .Distinct()
            .SelectMany(pair => pair.Own is { } clock ? Compare(book, clock, pair.Statute, days, calendar) : [])
            .ToList();
    }

    private static IEnumerable<LintFinding> Compare(RuleBook book, PeriodRule own, PeriodRule statute, List<DateOnly> days, WorkCalendar calendar)
    {
        var (naming, clocks) = (book.Assignment.NamingClock, $"{BookEntry.Words(own)}（{own.Clause}）");
        var late = Later(days, start => Due(start, own, calendar), start => Due(start, statute, calendar));
        if (late.Count > 0)
        {
            yield return Finding(book, own.Clause, $"指派期限 {clocks}", statute, late, days);
        }

        if (naming is null)
        {
            yield break;
        }

        var lateNamed = Later(days, start => Due(Due(start, own, calendar), naming, calendar), start => Due(start, statute, calendar));
        if (lateNamed.Count > 0)
        {
            yield return Finding(book, naming.Clause, $"指派期限 {clocks}用满后再用满定人期限 {BookEntry.Words(naming)}", statute, lateNamed, days);
        }
    }

    private static LintFinding Finding(RuleBook book, string clause, string what, PeriodRule statute, List<DateOnly> late, List<DateOnly> days) =>
        new(LintRule.LaterThanStatute, LintSeverity.Warning, book.Book.Office, book.File, clause,
            $"{what}，可能晚于法定的 {BookEntry.Words(statute)}（{statute.Clause}）：{days[0].Year} 年 {days.Count} 个工作日起算，有 {late.Count} 天更晚，如 {late[0]:yyyy-MM-dd}；以先到者为红线");

    private static List<DateOnly> Later(List<DateOnly> days, Func<DateTime, DateTime> own, Func<DateTime, DateTime> statute) =>
        [.. days.Where(day => own(day.ToDateTime(new(9, 0))) > statute(day.ToDateTime(new(9, 0))))];

    private static DateTime Due(DateTime start, PeriodRule rule, WorkCalendar calendar) => Deadline.Count(start, rule, calendar).DueAt;
}
