using System.Collections.Concurrent;
using System.Diagnostics;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Web.Features.Assignment;

namespace LegalAid.Bench;

/// <summary>The program's own use case: facts behind the queue's lock, decision, turn, decision record and journal, one transaction each.</summary>
internal static class ProgramSide
{
    private const int WarmUp = 60;

    /// <param name="pool">The office and its waiting cases.</param>
    /// <param name="but">Done to the database's unit of work before each assignment; null for the program as it is.</param>
    /// <returns>Assignments a second.</returns>
    public static async Task<double> RunAsync(Pool pool, Action<AidDb>? but = null)
    {
        var waiting = new ConcurrentQueue<Guid>(await pool.WaitingAsync());
        for (var i = 0; i < WarmUp; i++)
        {
            await ProposeAsync(pool, waiting, but);
        }

        var (done, clock) = (0, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, Pool.Clients).Select(_ => Task.Run(async () =>
        {
            while (clock.Elapsed.TotalSeconds < Pool.Seconds)
            {
                await ProposeAsync(pool, waiting, but);
                Interlocked.Increment(ref done);
            }
        })));
        return done / clock.Elapsed.TotalSeconds;
    }

    private static async Task ProposeAsync(Pool pool, ConcurrentQueue<Guid> waiting, Action<AidDb>? but)
    {
        var caseId = waiting.TryDequeue(out var first) ? first : throw new InvalidOperationException("No case is left.");
        var outcome = await pool.ActAsync<ProposeAssignment, Outcome<CaseAssignment>?>(use => use.RunAsync(caseId, new(Seen: null), default), but);
        _ = outcome?.Value ?? throw new InvalidOperationException(outcome?.Refusal?.Message ?? "The case was not found.");
    }
}
