using LegalAid.Store;
using LegalAid.Store.Assignment;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Fairness;

/// <summary>The sums of a period as the database gave them.</summary>
public sealed record FairnessSums
{
    public required long Turn { get; init; }

    public required IReadOnlyList<HolderPlace> Places { get; init; }

    public required IReadOnlyList<PlaceTally> Tallies { get; init; }

    public required IReadOnlyList<PlaceWait> Waits { get; init; }

    public required IReadOnlyList<HolderCount> Counts { get; init; }

    public required IReadOnlyList<Guid> Takers { get; init; }

    /// <summary>Whoever got cases without a place in this queue.</summary>
    public required IReadOnlyDictionary<Guid, string> OtherNames { get; init; }

    /// <summary>Null where the office has no such queue yet.</summary>
    public static async Task<FairnessSums?> ReadAsync(AidDb db, FairnessPeriod period, CancellationToken ct)
    {
        var reader = new FairnessReader(db);
        if (await reader.TurnAsync(period, ct) is not { } turn)
        {
            return null;
        }

        var (places, counts) = (await reader.PlacesAsync(period, ct), await reader.CountsAsync(period, ct));
        return new()
        {
            Turn = turn,
            Places = places,
            Tallies = await reader.TalliesAsync(period, ct),
            Waits = await reader.WaitsAsync(period, ct),
            Counts = counts,
            Takers = await reader.TakersAsync(period, ct),
            OtherNames = await NamesAsync(db, [.. counts.Select(count => count.HolderId).Except(places.Select(place => place.HolderId))], ct),
        };
    }

    private static async Task<Dictionary<Guid, string>> NamesAsync(AidDb db, List<Guid> ids, CancellationToken ct)
    {
        var people = await db.Memberships.Where(m => ids.Contains(m.Id)).Select(m => new { m.Id, Name = (m.RosterName ?? m.Person.Name) + " " + m.Institution.Name }).ToListAsync(ct);
        var institutions = await db.Institutions.Where(i => ids.Contains(i.Id)).Select(i => new { i.Id, i.Name }).ToListAsync(ct);
        return people.Concat(institutions).ToDictionary(holder => holder.Id, holder => holder.Name);
    }
}
