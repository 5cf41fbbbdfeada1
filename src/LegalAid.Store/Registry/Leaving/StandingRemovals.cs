using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Registry;

/// <summary>
/// Finds the removals of this office that stand, by the keyed hash of the identity number: also of somebody who comes back under another name,
/// another licence or as a new person. Another office's are never seen.
/// </summary>
public static class StandingRemovals
{
    /// <summary>The day of the last removal of this person; null when none stands.</summary>
    public static Task<DateOnly?> OfAsync(AidDb db, Guid officeId, byte[] identityIndex, CancellationToken ct) =>
        db.PoolRemovals.Where(r => r.OfficeId == officeId && r.IdentityIndex == identityIndex && r.RevokedAtUtc == null).MaxAsync(r => (DateOnly?)r.DecidedOn, ct);

    /// <summary>The same for many, by the hash as hexadecimal text.</summary>
    public static async Task<IReadOnlyDictionary<string, DateOnly>> OfManyAsync(AidDb db, IReadOnlyCollection<byte[]> identityIndexes, CancellationToken ct)
    {
        var found = await db.PoolRemovals.AsNoTracking().Where(r => r.RevokedAtUtc == null && identityIndexes.Contains(r.IdentityIndex))
            .Select(r => new { r.IdentityIndex, r.DecidedOn }).ToListAsync(ct);
        return found.GroupBy(r => Convert.ToHexString(r.IdentityIndex), StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Max(r => r.DecidedOn), StringComparer.Ordinal);
    }
}
