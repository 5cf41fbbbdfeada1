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
        await using var host = await YuankuHost.StartAsync(args, ct);
        await using var scope = host.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AidDb>();
        await db.SeeAsync(await db.Offices.Select(o => o.Id).ToListAsync(ct), ct);
        var (checkedCount, differing) = await DecisionsAsync(db, ct);
        var unbalanced = await QueuesAsync(db, ct);
        var broken = await SealsAsync(db, ct);
        await Console.Out.WriteLineAsync($"决定 {checkedCount} 件已复算，不一致 {differing} 件；轮候队列不平 {unbalanced} 个；封印不符 {broken} 处");
        return differing + unbalanced + broken == 0 ? ExitCode.Done : ExitCode.Found;
    }

    private static async Task<(int Checked, int Differing)> DecisionsAsync(AidDb db, CancellationToken ct)
    {
        var (checkedCount, differing) = (0, 0);
        await foreach (var decision in db.Decisions.AsNoTracking().OrderBy(d => d.MadeAtUtc).AsAsyncEnumerable().WithCancellation(ct))
        {
            checkedCount++;
            if (DecisionKinds.Recompute(decision) != decision.Result)
            {
                differing++;
                await Console.Error.WriteLineAsync($"决定 {decision.Id}（{decision.MadeAtUtc:u}，{decision.RuleBookVersion}）复算结果与记录不一致");
            }
        }

        return (checkedCount, differing);
    }

    private static async Task<int> SealsAsync(AidDb db, CancellationToken ct)
    {
        var faults = await SealChain.CheckAsync(db, ct);
        foreach (var fault in faults)
        {
            await Console.Error.WriteLineAsync($"第 {fault.SealNumber} 号封印：{fault.What}");
        }

        return faults.Count;
    }

    private static async Task<int> QueuesAsync(AidDb db, CancellationToken ct)
    {
        var places = await db.QueuePlaces.AsNoTracking()
            .Select(p => new { p.QueueId, p.Id, p.BalanceMillionths, Entries = db.QueueEntries.Where(e => e.PlaceId == p.Id).Sum(e => e.ShareMillionths - e.PaidMillionths) })
            .ToListAsync(ct);
        foreach (var place in places.Where(p => p.BalanceMillionths != p.Entries))
        {
            await Console.Error.WriteLineAsync($"轮候位 {place.Id} 的余额 {place.BalanceMillionths} 与明细合计 {place.Entries} 不符");
        }

        return places.GroupBy(p => p.QueueId).Count(queue => queue.Sum(p => p.BalanceMillionths) != 0 || queue.Any(p => p.BalanceMillionths != p.Entries));
    }
}
