using System.Diagnostics;
using LegalAid.Rules.Common;
using LegalAid.Store.Assignment;
using LegalAid.Web.Features.Assignment;

namespace LegalAid.Bench;

/// <summary>The program's own use case: facts behind the queue's lock, decision, turn, decision record and journal, one transaction each.</summary>
internal static class ProgramSide
{
    private const int WarmUp = 60;

    public static async Task<double> RunAsync(Pool pool)
    {
        var next = -1;
        for (var i = 0; i < WarmUp; i++)
        {
            await ProposeAsync(pool, pool.Waiting[Interlocked.Increment(ref next)]);
        }

        var (done, clock) = (0, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, Pool.Clients).Select(_ => Task.Run(async () =>
        {
            while (clock.Elapsed.TotalSeconds < Pool.Seconds)
            {
                await ProposeAsync(pool, pool.Waiting[Interlocked.Increment(ref next)]);
                Interlocked.Increment(ref done);
            }
        })));
        return done / clock.Elapsed.TotalSeconds;
    }

    private static async Task ProposeAsync(Pool pool, Guid caseId)
    {
        var outcome = await pool.ActAsync<ProposeAssignment, Outcome<CaseAssignment>?>(use => use.RunAsync(caseId, new(Seen: null), default));
        _ = outcome?.Value ?? throw new InvalidOperationException(outcome?.Refusal?.Message ?? "The case was not found.");
    }
}
