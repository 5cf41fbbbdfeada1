using LegalAid.Rules.Assignment;
using LegalAid.Rules.Assignment.Simulation;
using LegalAid.Rules.Common;
using LegalAid.Store.Rulebooks;

namespace LegalAid.Web.Commands;

/// <summary>
/// Sends invented people and cases through the real decision, by an office's book as it stands on a day, and prints what everybody got:
/// <c>simulate [--office WZ] [--at 日期] [--seed 1] [--people 3000 --cases 6000] [--json]</c>. Nothing is stored.
/// </summary>
internal static class SimulateCommand
{
    private const string Usage = "用法：./legalaid simulate [--office WZ] [--at 2026-1-1] [--seed 1] [--people 3000 --cases 每季件数] [--json]";
    private const string Head = "人数+新人  件数   点援  件数范围  偏离  最远  单队最远  新人占比  绿∶蓝  红∶蓝  模拟";
    private const string Foot = "偏离：所得减应得，各人均方根（件）；最远：任何时候离应得最远的人，两队列合计；新人占比：加入后头六十件。";

    public static Task<int> RunAsync(string[] args, CancellationToken ct) => RunAsync(args, Console.Out, ct);

    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken ct)
    {
        var office = Options.ValueOf(args, "--office") ?? "WZ";
        var books = RuleBooks.Load(Deployment.RuleBooksBeside());
        if (PlansOf(args) is not { } plans || !ChineseDate.TryParse(Options.ValueOf(args, "--at") ?? "2026-1-1", out var day, out _) || books.Offices.All(o => o.Code != office))
        {
            await output.WriteLineAsync(Usage);
            return ExitCode.Misuse;
        }

        var book = books.InForceOn(office, day);
        if (book is not { Ranking: { } ranking, Assignment.Turns.Value: TurnTaker.Practitioners })
        {
            await output.WriteLineAsync("只模拟轮到承办人、有三色清单的规则本。");
            return ExitCode.Misuse;
        }

        await PrintAsync(plans, new(book.Assignment, books.National(day).Assignment, ColourWeights.Of(ranking.Effects)), args.Contains("--json"), output, ct);
        return ExitCode.Done;
    }

    // Each line as soon as it is known: a large office takes minutes.
    private static async Task PrintAsync(List<SimulationPlan> plans, SimulationBooks books, bool json, TextWriter output, CancellationToken ct)
    {
        await output.WriteLineAsync(json ? "[" : Head);
        foreach (var plan in plans)
        {
            var figures = FairnessSimulation.Run(plan, books, ct);
            await output.WriteLineAsync(json ? CanonicalJson.Write(figures) + (plan == plans[^1] ? "" : ",") : Row(figures));
        }

        await output.WriteLineAsync(json ? "]" : Foot);
    }

    private static List<SimulationPlan>? PlansOf(string[] args)
    {
        if (!Number(args, "--seed", 1, out var seed) || !Number(args, "--people", 0, out var people) || !Number(args, "--cases", people * 20 / 3, out var cases))
        {
            return null;
        }

        var (stream, sixty, many) = (SimulationPlan.Stream(seed), SimulationPlan.TwelveQuarters(60, 400, seed), SimulationPlan.TwelveQuarters(300, 2000, seed));
        return
            people == 0 ? [stream, stream.WithFavourites(), stream.InTwoQueues(), sixty, sixty.InTwoQueues(), many]
            : people is >= 10 and <= 10_000 && cases is >= 1 and <= 100_000 ? [SimulationPlan.TwelveQuarters(people, cases, seed)]
            : null;
    }

    private static bool Number(string[] args, string option, int silent, out int number)
    {
        number = silent;
        return !args.Contains(option) || int.TryParse(Options.ValueOf(args, option), out number);
    }

    private static string Row(SimulationFigures f) => string.Concat(
        $"{f.People}+{f.Newcomers}".PadRight(11), $"{f.Cases}".PadRight(7), $"{f.Chosen}".PadRight(6), $"{f.FewestCases}–{f.MostCases}".PadRight(10),
        $"{f.Distance:0.00}".PadRight(6), $"{f.FurthestEver:0.00}".PadRight(6), $"{f.FurthestEverInOneQueue:0.00}".PadRight(10),
        $"{f.NewcomersShare:0.000}".PadRight(10), $"{f.GreenToBlue:0.000}".PadRight(7), $"{f.RedToBlue:0.000}".PadRight(7), f.Name);
}
