using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Jobs;

/// <summary>Several nodes on one database, each with the same schedule: every due run is done by one of them.</summary>
public static class JobRuns
{
    /// <summary>Does a due run unless a node has done it. A node that comes while another is at it waits, and takes over if that one fails or dies.</summary>
    /// <returns>Whether it was done here.</returns>
    public static async Task<bool> RunOnceAsync(this AidDb db, JobRun run, Func<Task> work, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var taken = await db.Database.ExecuteSqlAsync(
            $"insert into job_runs (job, due_utc, ran_at_utc, node) values ({run.Job}, {run.DueUtc}, {run.RanAtUtc}, {run.Node}) on conflict do nothing", ct);
        if (taken == 0)
        {
            return false;
        }

        await work();
        await transaction.CommitAsync(ct);
        return true;
    }
}
