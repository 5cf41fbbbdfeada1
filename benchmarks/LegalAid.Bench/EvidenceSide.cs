using LegalAid.Store;
using LegalAid.Store.Decisions;
using LegalAid.Store.Journal;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Bench;

/// <summary>
/// What the evidence of an assignment costs: the program's own use case as it is, and the same with its journal line and its decision record left out just before they would be saved.
/// Once with the disk as it is, once with each commit waiting five milliseconds more.
/// </summary>
internal static class EvidenceSide
{
    /// <returns>Assignments a second with the evidence, and without.</returns>
    public static async Task<(double With, double Without)> RunAsync(Pool pool, int moreMillisecondsPerCommit)
    {
        await pool.DelayCommitsAsync(moreMillisecondsPerCommit);
        var measured = (await ProgramSide.RunAsync(pool), await ProgramSide.RunAsync(pool, LeaveOut));
        await pool.DelayCommitsAsync(0);
        return measured;
    }

    private static void LeaveOut(AidDb db) => db.SavingChanges += (_, _) =>
    {
        foreach (var evidence in db.ChangeTracker.Entries().Where(entry => entry is { State: EntityState.Added, Entity: JournalLine or DecisionRecord }).ToList())
        {
            evidence.State = EntityState.Detached;
        }
    };
}
