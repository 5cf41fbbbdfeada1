using LegalAid.Rules.Common;
using LegalAid.Store.Calendar;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Parts;

namespace LegalAid.Web.Commands;

/// <summary>
/// Answers from the rules without storing anything: <c>decide deadline "2026-9-30 10:00" BB-6.1</c> counts every period the books take from that clause,
/// day by day, on the built-in calendar.
/// </summary>
internal static class DecideCommand
{
    public static async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        var words = args.Where(argument => !argument.StartsWith('-')).ToArray();
        if (words is not ["deadline", var start, var clause] || !ChineseDateText.TryParseMinute(start, out var startedAt))
        {
            await Console.Error.WriteLineAsync("用法：./legalaid decide deadline \"2026-9-30 10:00\" BB-6.1 [--json]");
            return ExitCode.Misuse;
        }

        var rules = RulesOf(RuleBooks.Load(Deployment.RuleBooksBeside()), clause, DateOnly.FromDateTime(startedAt)).ToList();
        if (rules.Count == 0)
        {
            await Console.Error.WriteLineAsync($"{clause} 没有期限参数，或当日没有规则可依。");
            return ExitCode.Found;
        }

        var decision = DeadlineDecision.Decide(new() { StartedAt = startedAt, Rules = rules, Calendar = CalendarAround(startedAt) });
        await Console.Out.WriteLineAsync(args.Contains("--json")
            ? CanonicalJson.Write(decision)
            : string.Join('\n', decision.Deadlines.Select(deadline => Text(deadline, startedAt.Year))));

        return ExitCode.Done;
    }

    private static IEnumerable<PeriodRule> RulesOf(RuleBooks books, string clause, DateOnly day)
    {
        var national = books.NationalBooks.Where(book => book.Book.InForceFrom <= day).TakeLast(1)
            .SelectMany(book => new[] { book.Assignment.AfterGrant, book.Assignment.AfterNotice, book.Intake.ExaminationClock, book.Intake.ForwardingClock, book.Intake.EngagementClock });
        var own = books.Books.Where(book => book.Book.InForceFrom <= day).GroupBy(book => book.Book.Office, StringComparer.Ordinal).Select(office => office.Last())
            .SelectMany(book => new[] { book.Assignment.CriminalClock, book.Assignment.OtherClock, book.Assignment.NamingClock }).OfType<PeriodRule>();
        return national.Concat(own).Where(rule => rule.Clause == clause).Distinct();
    }

    private static WorkCalendar CalendarAround(DateTime startedAt)
    {
        var holidays = BuiltInHolidays.Read(Path.Combine(AppContext.BaseDirectory, "Data", "chinese-days.json")).ToList();
        var from = DateOnly.FromDateTime(startedAt);
        return new WorkCalendar(
            [.. holidays.Where(h => !h.IsWorkingDay).Select(h => new NamedDay(h.Day, h.Name))],
            [.. holidays.Where(h => h.IsWorkingDay).Select(h => new NamedDay(h.Day, h.Name))],
            [.. holidays.Select(h => h.Day.Year).Distinct()]).Excerpt(from, from.AddDays(90));
    }

    private static string Text(Deadline deadline, int year) =>
        $"{deadline.Clause}　届满 {deadline.DueText(year)}\n" + string.Join('\n', deadline.Days.Select(day => $"  {day.Day:yyyy-MM-dd}  {(day.Number is { } number ? $"第 {number} 日" : "不计")}　{day.Why}"))
        + (deadline.Warning is { } warning ? $"\n  注意：{warning}" : "");
}
