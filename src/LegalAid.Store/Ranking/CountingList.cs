using LegalAid.Rules.Ranking;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Ranking;

/// <summary>Which colour list counts on a day: the one that began to count last, and of one quarter the one recorded last.</summary>
public static class CountingList
{
    public static async Task<ColourList?> OnAsync(AidDb db, Guid officeId, DateOnly day, CancellationToken ct)
    {
        var latest = await db.ColourLists.AsNoTracking().Where(l => l.OfficeId == officeId && l.CountsFrom <= day)
            .OrderByDescending(l => l.Year).ThenByDescending(l => l.Quarter).ThenByDescending(l => l.RecordedAtUtc).ThenByDescending(l => l.Id).FirstOrDefaultAsync(ct);
        return latest is null || latest.CountsTo < day ? null : latest;
    }

    /// <summary>Each ranked member's colour on that day; empty where no list counts.</summary>
    public static async Task<Dictionary<Guid, Colour>> ColoursOnAsync(AidDb db, Guid officeId, DateOnly day, CancellationToken ct) =>
        await OnAsync(db, officeId, day, ct) is { } list
            ? await db.ColouredMembers.AsNoTracking().Where(m => m.ListId == list.Id).ToDictionaryAsync(m => m.MembershipId, m => m.Colour, ct)
            : [];
}
