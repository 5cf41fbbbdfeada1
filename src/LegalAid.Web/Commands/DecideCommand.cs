using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store.Calendar;
using LegalAid.Store.Decisions;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Parts;

namespace LegalAid.Web.Commands;

/// <summary>
/// Answers from the rules without storing anything: <c>decide deadline "2026-9-30 10:00" BB-6.1</c> counts every period the books take from that clause,
/// day by day, on the built-in calendar; <c>decide assignment 事实.json --office BB --at 2026-6-17</c> says who should take a case and why nobody else.
/// </summary>
internal static class DecideCommand
{
    private const string Usage = "用法：./legalaid decide deadline \"2026-9-30 10:00\" BB-6.1 [--json]\n　　　./legalaid decide assignment 事实.json --office BB --at 2026-6-17 [--json]";

    public static Task<int> RunAsync(string[] args, CancellationToken ct) => RunAsync(args, Console.Out, ct);

    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken ct)
    {
        var json = args.Contains("--json");
        var books = RuleBooks.Load(Deployment.RuleBooksBeside());
        var (code, text) = Options.Words(args, "--office", "--at") switch
        {
            ["deadline", var start, var clause] when ChineseDateText.TryParseMinute(start, out var startedAt) => Deadline(books, clause, startedAt, json),
            ["assignment", var file] when Options.ValueOf(args, "--office") is { } office && ChineseDate.TryParse(Options.ValueOf(args, "--at"), out var day, out _) =>
                File.Exists(file) ? Assignment(books, await File.ReadAllTextAsync(file, ct), office, day, json) : (ExitCode.Misuse, $"没有文件 {file}。"),
            _ => (ExitCode.Misuse, Usage),
        };
        await output.WriteLineAsync(text);
        return code;
    }

    private static (int Code, string Text) Deadline(RuleBooks books, string clause, DateTime startedAt, bool json)
    {
        var day = DateOnly.FromDateTime(startedAt);
        var rules = RulesOf(books, clause, day).ToList();
        if (rules.Count == 0)
        {
            return (ExitCode.Found, $"{clause} 没有期限参数，或当日没有规则可依。");
        }

        var decision = DeadlineDecision.Decide(new() { StartedAt = startedAt, Rules = rules, Calendar = BuiltInHolidays.CalendarFrom(Deployment.HolidaysBeside(), day) });
        return (ExitCode.Done, json ? CanonicalJson.Write(decision) : string.Join('\n', decision.Deadlines.Select(deadline => Text(deadline, startedAt.Year))));
    }

    private static (int Code, string Text) Assignment(RuleBooks books, string question, string office, DateOnly day, bool json)
    {
        Outcome<AssignmentFacts> facts;
        try
        {
            facts = AssignmentQuestion.Read(question, office, day, books, BuiltInHolidays.CalendarFrom(Deployment.HolidaysBeside(), day.AddDays(-30)));
        }
        catch (NoRuleBookException error)
        {
            return (ExitCode.Misuse, error.Message);
        }

        if (facts.Value is not { } known)
        {
            return (ExitCode.Misuse, facts.Refusal!.Message);
        }

        var decision = AssignmentDecision.Decide(known);
        return (decision.Proposal is null ? ExitCode.Found : ExitCode.Done, json ? CanonicalJson.Write(decision) : AssignmentAnswer.Text(decision));
    }

    private static IEnumerable<PeriodRule> RulesOf(RuleBooks books, string clause, DateOnly day)
    {
        var national = books.NationalBooks.Where(book => book.Book.InForceFrom <= day).TakeLast(1)
            .SelectMany(book => new[] { book.Assignment.AfterGrant, book.Assignment.AfterNotice, book.Intake.ExaminationClock, book.Intake.ForwardingClock, book.Intake.EngagementClock, book.Intake.FileClock });
        var own = books.Books.Where(book => book.Book.InForceFrom <= day).GroupBy(book => book.Book.Office, StringComparer.Ordinal).Select(office => office.Last())
            .SelectMany(book => new[] { book.Assignment.CriminalClock, book.Assignment.OtherClock, book.Assignment.NamingClock }).OfType<PeriodRule>();
        return national.Concat(own).Where(rule => rule.Clause == clause).Distinct();
    }

    private static string Text(Deadline deadline, int year) =>
        $"{deadline.Clause}　届满 {deadline.DueText(year)}\n" + string.Join('\n', deadline.Days.Select(day => $"  {day.Day:yyyy-MM-dd}  {(day.Number is { } number ? $"第 {number} 日" : "不计")}　{day.Why}"))
        + (deadline.Warning is { } warning ? $"\n  注意：{warning}" : "");
}
