using LegalAid.Rules.Common;
using LegalAid.Store.Calendar;
using LegalAid.Store.Decisions;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Parts;

namespace LegalAid.Web.Commands;

/// <summary>
/// Answers from the rules without storing anything: <c>decide assignment 事实.json --office BB --at 2026-6-17</c> says who should take a case and why nobody
/// else, and so for every kind of question; <c>decide deadline "2026-9-30 10:00" BB-6.1</c> counts every period the books take from that clause, day by day,
/// on the built-in calendar. With <c>--json</c> it is the same answer, byte by byte, as the interface for programs gives.
/// </summary>
internal static class DecideCommand
{
    private const string Usage = "用法：./legalaid decide assignment|admission|pool-admission|deadline 事实.json --office BB --at 2026-6-17 [--json]\n　　　./legalaid decide deadline \"2026-9-30 10:00\" BB-6.1 [--json]";

    public static Task<int> RunAsync(string[] args, CancellationToken ct) => RunAsync(args, Console.Out, ct);

    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken ct)
    {
        var json = args.Contains("--json");
        var books = RuleBooks.Load(Deployment.RuleBooksBeside());
        var (code, text) = Options.Words(args, "--office", "--at") switch
        {
            ["deadline", var start, var clause] when ChineseDateText.TryParseMinute(start, out var startedAt) => Deadline(books, clause, startedAt, json),
            [var name, var file] when Questions.Find(name) is { } kind && AskingOf(args, books) is { } asking =>
                File.Exists(file) ? Tell(kind.Ask(await File.ReadAllBytesAsync(file, ct), asking), json) : (ExitCode.Misuse, $"没有文件 {file}。"),
            _ => (ExitCode.Misuse, Usage),
        };
        await output.WriteLineAsync(text);
        return code;
    }

    private static Asking? AskingOf(string[] args, RuleBooks books) =>
        Options.ValueOf(args, "--office") is { } office && ChineseDate.TryParse(Options.ValueOf(args, "--at"), out var day, out _)
            ? new(office, day, books, BuiltInHolidays.Calendar(Deployment.HolidaysBeside()))
            : null;

    private static (int Code, string Text) Tell(Outcome<Answer> outcome, bool json) => outcome.Value is { } answer
        ? (answer.IsYes ? ExitCode.Done : ExitCode.Found, json ? answer.Json : DecisionText.Of(answer.Decision))
        : (ExitCode.Misuse, string.Join('\n', outcome.Refusals.Select(fault => (fault.Fact is { Length: > 0 } place ? $"事实 {place}：" : "") + fault.Message)));

    private static (int Code, string Text) Deadline(RuleBooks books, string clause, DateTime startedAt, bool json)
    {
        var day = DateOnly.FromDateTime(startedAt);
        var rules = RulesOf(books, clause, day).ToList();
        if (rules.Count == 0)
        {
            return (ExitCode.Found, $"{clause} 没有期限参数，或当日没有规则可依。");
        }

        var decision = DeadlineDecision.Decide(new() { StartedAt = startedAt, Rules = rules, Calendar = BuiltInHolidays.CalendarFrom(Deployment.HolidaysBeside(), day) });
        return (ExitCode.Done, json ? CanonicalJson.Write(decision) : DecisionText.Of(decision));
    }

    private static IEnumerable<PeriodRule> RulesOf(RuleBooks books, string clause, DateOnly day)
    {
        var national = books.NationalBooks.Where(book => book.Book.InForceFrom <= day).TakeLast(1).SelectMany(BookPeriods.Of);
        var own = books.Books.Where(book => book.Book.InForceFrom <= day).GroupBy(book => book.Book.Office, StringComparer.Ordinal).SelectMany(office => BookPeriods.Of(office.Last()));
        return national.Concat(own).Where(rule => rule.Clause == clause).Distinct();
    }
}
