using System.Diagnostics;
using LegalAid.Store;
using LegalAid.Store.Journal;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Bench;

/// <summary>The same small write with and without its line in the journal, one transaction each, with 16 clients.</summary>
internal static class WriteSide
{
    private const int Seconds = 5;

    /// <returns>Writes a second.</returns>
    public static async Task<double> RunAsync(Pool pool, bool journalled)
    {
        var members = await pool.ActAsync<AidDb, List<Guid>>(db => db.Memberships.OrderBy(m => m.Id).Select(m => m.Id).Take(Pool.Clients).ToListAsync());
        var (done, clock) = (0, Stopwatch.StartNew());
        await Task.WhenAll(members.Select(member => Task.Run(async () =>
        {
            while (clock.Elapsed.TotalSeconds < Seconds)
            {
                await WriteAsync(pool, member, $"第 {Interlocked.Increment(ref done)} 次", journalled);
            }
        })));
        return done / clock.Elapsed.TotalSeconds;
    }

    private static Task<int> WriteAsync(Pool pool, Guid memberId, string remark, bool journalled) => pool.ActAsync<AidDb, int>(async db =>
    {
        var member = await db.Memberships.SingleAsync(m => m.Id == memberId);
        member.Remark = remark;
        if (journalled)
        {
            db.Note(member.OfficeId, DateTime.UtcNow, Act.MemberChanged, memberId, pool.Clerk.Id, details: new { field = nameof(member.Remark) });
        }

        return await db.SaveChangesAsync();
    });
}
