using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Decisions;
using LegalAid.Store.Journal;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Commands;

/// <summary>
/// Recomputes every stored decision from its own record and reports any difference; checks that each queue's balances sum to zero and agree with their entries,
/// draws every lot again, and walks the chain of seals. <c>--root number:hash</c> compares the chain with roots noted elsewhere, so that one made anew or cut off is found too.
/// </summary>
internal static class VerifyCommand
{
    private const string Root = "--root";
    private const string Usage = "用法：./legalaid verify [--root 编号:根[,编号:根…]] [--json]（根是六十四位十六进制数，见“每日封印”）";

    public static Task<int> RunAsync(string[] args, CancellationToken ct) => RunAsync(args, Console.Out, ct);

    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken ct)
    {
        if (NotedIn(args) is not { } noted)
        {
            await output.WriteLineAsync(Usage);
            return ExitCode.Misuse;
        }

        await using var host = await YuankuHost.StartAsync(Options.Rest(args, Root), ct);
        var found = await CheckAsync(host.App.Services, ct, noted);
        await output.WriteLineAsync(args.Contains("--json") ? CanonicalJson.Write(found) : string.Join('\n', [.. found.Findings, found.Text()]));
        return found.IsClean ? ExitCode.Done : ExitCode.Found;
    }

    public static async Task<Verification> CheckAsync(IServiceProvider services, CancellationToken ct, params IReadOnlyList<NotedRoot> noted)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AidDb>();
        await db.SeeAsync(await db.Offices.Select(o => o.Id).ToListAsync(ct), ct);
        var (decisions, faults) = await DecisionCheck.RunAsync(db, ct);
        List<string> findings = [.. faults.Select(fault => $"决定 {fault.DecisionId}：{fault.What}")];
        var unbalanced = await QueuesAsync(db, findings, ct);
        var seals = await SealCheck.FaultsAsync(db, ct, noted);
        findings.AddRange(seals.Select(fault => fault.ToString()));
        var (_, draws) = await LotteryCommand.CheckAsync(services, ct);
        findings.AddRange(draws);
        return new(decisions, faults.Count, unbalanced, draws.Count, seals.Count, await SealCheck.UnsealedAsync(db, ct), findings);
    }

    // None is no fault; null where one cannot be read.
    private static List<NotedRoot>? NotedIn(string[] args)
    {
        if (!args.Contains(Root))
        {
            return [];
        }

        var noted = (Options.ValueOf(args, Root) ?? string.Empty).Split(',').Select(NotedRoot.TryParse).ToList();
        return noted.Contains(null) ? null : [.. noted.OfType<NotedRoot>()];
    }

    private static async Task<int> QueuesAsync(AidDb db, List<string> findings, CancellationToken ct)
    {
        var places = await db.QueuePlaces.AsNoTracking()
            .Select(p => new { p.QueueId, p.Id, p.BalanceMillionths, Entries = db.QueueEntries.Where(e => e.PlaceId == p.Id).Sum(e => e.ShareMillionths - e.PaidMillionths) })
            .ToListAsync(ct);
        findings.AddRange(places.Where(p => p.BalanceMillionths != p.Entries).Select(p => $"轮候位 {p.Id} 的余额 {p.BalanceMillionths} 与明细合计 {p.Entries} 不符"));
        return places.GroupBy(p => p.QueueId).Count(queue => queue.Sum(p => p.BalanceMillionths) != 0 || queue.Any(p => p.BalanceMillionths != p.Entries));
    }
}

/// <summary>What was recomputed and walked, and each thing that does not agree; rows not sealed yet are no fault, but nothing vouches for them.</summary>
internal sealed record Verification(int Decisions, int Differing, int UnbalancedQueues, int WrongDraws, int BrokenSeals, int Unsealed, List<string> Findings)
{
    public bool IsClean => Differing + UnbalancedQueues + WrongDraws + BrokenSeals == 0;

    public string Text() => $"决定 {Decisions} 件已复算，不一致 {Differing} 件；轮候队列不平 {UnbalancedQueues} 个；抽签不符 {WrongDraws} 处；封印不符 {BrokenSeals} 处；尚未封存 {Unsealed} 行";
}
