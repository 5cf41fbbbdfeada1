using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Decisions;
using LegalAid.Store.Journal;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Commands;

/// <summary>Recomputes every stored decision from its own record and reports any difference; checks that each queue's balances sum to zero and agree with their entries, and walks the chain of seals.</summary>
internal static class VerifyCommand
{
    public static async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        await using var host = await YuankuHost.StartAsync(Options.Rest(args), ct);
        var found = await CheckAsync(host.App.Services, ct);
        await Console.Error.WriteAsync(string.Concat(found.Findings.Select(finding => finding + "\n")));
        await Console.Out.WriteLineAsync(args.Contains("--json") ? CanonicalJson.Write(found) : found.Text());
        return found.IsClean ? ExitCode.Done : ExitCode.Found;
    }

    public static async Task<Verification> CheckAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AidDb>();
        await db.SeeAsync(await db.Offices.Select(o => o.Id).ToListAsync(ct), ct);
        var findings = new List<string>();
        var (checkedCount, differing) = await DecisionsAsync(db, findings, ct);
        return new(checkedCount, differing, await QueuesAsync(db, findings, ct), await SealsAsync(db, findings, ct), findings);
    }

    private static async Task<(int Checked, int Differing)> DecisionsAsync(AidDb db, List<string> findings, CancellationToken ct)
    {
        var (checkedCount, differing) = (0, 0);
        await foreach (var decision in db.Decisions.AsNoTracking().OrderBy(d => d.MadeAtUtc).AsAsyncEnumerable().WithCancellation(ct))
        {
            checkedCount++;
            if (DecisionKinds.Recompute(decision) != decision.Result)
            {
                differing++;
                findings.Add($"决定 {decision.Id}（{decision.MadeAtUtc:u}，{decision.RuleBookVersion}）复算结果与记录不一致");
            }
        }

        return (checkedCount, differing);
    }

    private static async Task<int> SealsAsync(AidDb db, List<string> findings, CancellationToken ct)
    {
        var faults = await SealChain.CheckAsync(db, ct);
        findings.AddRange(faults.Select(fault => $"第 {fault.SealNumber} 号封印：{fault.What}"));
        return faults.Count;
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

/// <summary>What was recomputed and walked, and each thing that does not agree.</summary>
internal sealed record Verification(int Decisions, int Differing, int UnbalancedQueues, int BrokenSeals, List<string> Findings)
{
    public bool IsClean => Differing + UnbalancedQueues + BrokenSeals == 0;

    public string Text() => $"决定 {Decisions} 件已复算，不一致 {Differing} 件；轮候队列不平 {UnbalancedQueues} 个；封印不符 {BrokenSeals} 处";
}
