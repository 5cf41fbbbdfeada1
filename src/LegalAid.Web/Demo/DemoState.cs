using LegalAid.Store;
using LegalAid.Store.Database;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Demo;

/// <summary>What a deployment is for. Remembered in the database, so that invented people never come into an office's own data.</summary>
internal enum DemoState
{
    /// <summary>Nobody has said yet, and nothing is in it.</summary>
    Untouched = 1,

    /// <summary>The demo is being made; the next start goes on where this one stopped.</summary>
    UnderWay,

    /// <summary>The demo is whole.</summary>
    Whole,

    /// <summary>An office's own data: no demo, ever.</summary>
    Own,
}

/// <summary>Reads and remembers what the deployment is for.</summary>
internal static class DemoStates
{
    /// <summary>What was remembered; where nothing was, accounts or members mean that somebody works here.</summary>
    public static async Task<DemoState> ReadAsync(AidDb db, CancellationToken ct)
    {
        var fact = await db.DeploymentFacts.AsNoTracking().SingleOrDefaultAsync(f => f.Name == DeploymentFact.Demo, ct);
        return fact is not null ? Enum.Parse<DemoState>(fact.Value)
            : await db.Users.AnyAsync(ct) || await db.Persons.AnyAsync(ct) ? DemoState.Own
            : DemoState.Untouched;
    }

    /// <summary>Takes the loading of the demo for this connection until it is closed; false while another program has it.</summary>
    public static async Task<bool> ReserveAsync(AidDb db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        return (await db.Database.SqlQuery<bool>($"select pg_try_advisory_lock(hashtext('yuanku demo')) as \"Value\"").ToListAsync(ct)).Single();
    }

    public static async Task RememberAsync(AidDb db, DemoState state, CancellationToken ct)
    {
        if (await db.DeploymentFacts.SingleOrDefaultAsync(f => f.Name == DeploymentFact.Demo, ct) is { } fact)
        {
            fact.Value = state.ToString();
        }
        else
        {
            db.Add(new DeploymentFact { Name = DeploymentFact.Demo, Value = state.ToString() });
        }

        await db.SaveChangesAsync(ct);
    }
}
