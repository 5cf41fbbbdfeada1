using LegalAid.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Parts;

/// <summary>A closing time moved, as everybody may read it (QJ-6.3): from when to when, and why; not by whom.</summary>
public sealed record RoundChange(Guid RoundId, DateTime BeforeUtc, DateTime AfterUtc, string Reason)
{
    public static async Task<ILookup<Guid, RoundChange>> ReadAsync(AidDb db, IReadOnlyCollection<Guid> roundIds, CancellationToken ct) =>
        (await db.RoundExtensions.AsNoTracking().Where(e => roundIds.Contains(e.RoundId)).OrderBy(e => e.AtUtc).ThenBy(e => e.Id)
            .Select(e => new RoundChange(e.RoundId, e.ClosedAtUtcBefore, e.ClosesAtUtc, e.Reason)).ToListAsync(ct)).ToLookup(change => change.RoundId);

    public string Told(DateOnly today) => $"申报时间由{Show.Until(BeforeUtc, today)}延至{Show.Until(AfterUtc, today)}：{Reason}";
}
