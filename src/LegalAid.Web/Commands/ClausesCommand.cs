using System.Text.Json;
using LegalAid.Rules.Common;
using LegalAid.Store.Rulebooks;

namespace LegalAid.Web.Commands;

/// <summary>Lists every clause with its state, parameters, citations and tests; <c>--check</c> fails when the catalogue claims more than the tests prove.</summary>
internal static class ClausesCommand
{
    public static async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        var report = ClauseReport.Make(RuleBooks.Load(Deployment.RuleBooksBeside()), Environment.GetEnvironmentVariable("YUANKU_SOURCES"));
        if (args.Contains("--json"))
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { report.Clauses, report.Faults }, CanonicalJson.Options));
        }
        else if (!args.Contains("--check"))
        {
            foreach (var clause in report.Clauses)
            {
                await Console.Out.WriteLineAsync($"{clause.Id,-10} {Word(clause.State)} {clause.Title}　参数 {clause.BookKeys.Count}　引用 {clause.CitedIn.Count}　测试 {clause.ProvenBy.Count}");
            }
        }

        foreach (var fault in report.Faults)
        {
            await Console.Error.WriteLineAsync(fault);
        }

        await Console.Error.WriteLineAsync($"条款 {report.Clauses.Count} 条：已建 {Count(report, ClauseState.Done)}，待建 {Count(report, ClauseState.Open)}，系统外 {Count(report, ClauseState.Outside)}");
        return report.Faults.Count > 0 ? ExitCode.Found : ExitCode.Done;
    }

    private static int Count(ClauseReport report, ClauseState state) => report.Clauses.Count(clause => clause.State == state);

    private static string Word(ClauseState state) => state switch
    {
        ClauseState.Done => "已建",
        ClauseState.Open => "待建",
        ClauseState.Outside => "系统外",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };
}
