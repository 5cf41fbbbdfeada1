using System.Text.Json;
using LegalAid.Rules.Common;
using LegalAid.Store.Calendar;
using LegalAid.Store.Rulebooks;

namespace LegalAid.Web.Commands;

/// <summary>What a careful reader would remark on the rule books and on the texts they follow: <c>lint [--office BB] [--json]</c>. Remarks only; what is wrong keeps the books from loading.</summary>
internal static class LintCommand
{
    public static Task<int> RunAsync(string[] args, CancellationToken ct) => RunAsync(args, Console.Out);

    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var books = RuleBooks.Load(Deployment.RuleBooksBeside());
        var report = ClauseReport.Make(books, Environment.GetEnvironmentVariable("YUANKU_SOURCES"));
        var wanted = Options.ValueOf(args, "--office");
        if (wanted is not null && books.Offices.All(office => office.Code != wanted))
        {
            await output.WriteLineAsync($"没有机构 {wanted}，可用：{string.Join('、', books.Offices.Select(office => office.Code))}");
            return ExitCode.Misuse;
        }

        var findings = Lint.Run(books, BuiltInHolidays.Calendar(Deployment.HolidaysBeside()), report)
            .Where(finding => wanted is null || finding.File.StartsWith(FolderOf(wanted, books), StringComparison.Ordinal))
            .OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.File, StringComparer.Ordinal)
            .ToList();
        await output.WriteLineAsync(args.Contains("--json") ? JsonSerializer.Serialize(findings, CanonicalJson.Options) : Text(findings));
        return findings.Exists(finding => finding.Severity == LintSeverity.Warning) ? ExitCode.Found : ExitCode.Done;
    }

    private static string FolderOf(string office, RuleBooks books) =>
        books.Catalogues.First(catalogue => catalogue.Office == office).File.Split('/')[0] + "/";

    private static string Text(List<LintFinding> findings) => string.Join('\n',
    [
        .. findings.Select(finding => $"{Word(finding.Severity)}  {finding.File}  {Clauses(finding)}  {finding.RuleName}：{finding.Sentence}{Reading(finding)}"),
        $"注意 {findings.Count(f => f.Severity == LintSeverity.Warning)} 项，提示 {findings.Count(f => f.Severity == LintSeverity.Note)} 项",
    ]);

    private static string Clauses(LintFinding finding) => finding.Clauses.Count == 0 ? "-" : string.Join('、', finding.Clauses);

    private static string Reading(LintFinding finding) => finding.Reading is { } reading ? $"（读法与说明：{reading}）" : "";

    private static string Word(LintSeverity severity) => severity == LintSeverity.Warning ? "注意" : "提示";
}
