using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Parts;

/// <summary>How many rows a long list has, counted no further than somebody reads: beyond the bound it is only known that there are more.</summary>
public sealed record ListCount(int Known, bool More)
{
    /// <summary>Up to here a list is counted to the last row.</summary>
    public const int Exact = 10_000;

    public static ListCount None { get; } = new(0, More: false);

    /// <param name="rows">In an order with an index.</param>
    /// <param name="page">The page that is read; some pages after it are counted too, so that it can be turned.</param>
    /// <param name="size">Rows of a page.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<ListCount> OfAsync<T>(IQueryable<T> rows, int page, int size, CancellationToken ct)
    {
        var bound = (int)Math.Min(int.MaxValue - 1, Math.Max(Exact, (Math.Max(1, page) + 2L) * size));
        var counted = await rows.Take(bound + 1).CountAsync(ct);
        return new(Math.Min(counted, bound), counted > bound);
    }
}
