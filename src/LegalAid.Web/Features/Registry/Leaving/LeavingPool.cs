using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>How a membership ends, whatever ends it: both pools and every place in a queue on the same day, in the transaction of whatever does it (WZ-29.2b).</summary>
internal static class LeavingPool
{
    /// <summary>The member with its standings, its row held until the transaction ends.</summary>
    public static async Task<Membership?> LockAsync(AidDb db, Guid membershipId, CancellationToken ct) =>
        (await db.Memberships.FromSql($"select *, xmin from memberships where id = {membershipId} for no key update").WithStandings().ToListAsync(ct)).SingleOrDefault();

    public static async Task<IReadOnlyList<QueuePlace>> EndAsync(AidDb db, Membership member, DateOnly day, CancellationToken ct)
    {
        var places = await QueueLeavers.CloseAsync(db, [member.Id], day, ct);
        member.LeftOn = day;
        PoolStandings.End(member, day);
        return places;
    }
}
