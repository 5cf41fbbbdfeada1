using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Journal;

/// <summary>
/// One link of the deployment's chain (封印): the hash of a batch of journal lines and decision records, and of the link before. Made behind the writers,
/// because a chain inside each transaction would let one write wait for the next. Never changed.
/// </summary>
public sealed class Seal : IAppendOnly
{
    /// <summary>1, 2, 3 … without gaps; unique, so that two sealers at once cannot both make the next.</summary>
    public required long Number { get; init; }

    /// <summary>To the microsecond, as the database keeps it, because the hash covers it.</summary>
    public required DateTime SealedAtUtc { get; init; }

    /// <summary>How many rows it covers.</summary>
    public required int Count { get; init; }

    /// <summary>SHA-256 of the link before; zeros for the first.</summary>
    public required byte[] PreviousHash { get; init; }

    /// <summary>SHA-256 over number, moment, previous hash and the covered rows in the order of their ids. The last one of a day is the day's root.</summary>
    public required byte[] Hash { get; init; }
}

/// <summary>
/// Which seal covers a row. Kept row by row, so that a line whose transaction committed late is covered by the next seal and never skipped. The moment
/// belongs to the row's key: a second row of the same id and another moment is not covered.
/// </summary>
public sealed class SealedRow : IAppendOnly
{
    /// <summary>The id of a journal line or decision record.</summary>
    public required Guid RowId { get; init; }

    public required DateTime AtUtc { get; init; }

    public required long SealNumber { get; init; }

    /// <summary>SHA-256 of all the row held when it was sealed, so that the row itself can be named when it was altered.</summary>
    public required byte[] Digest { get; init; }
}

/// <summary>The number and hash of a seal as somebody noted it outside the deployment: <c>number:hash</c>.</summary>
public sealed record NotedRoot(long Number, string Hash)
{
    private const int HexDigits = 64;

    public static NotedRoot? TryParse(string? text) =>
        text?.Split(':') is [var number, { Length: HexDigits } hash] && hash.All(char.IsAsciiHexDigit) && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
            ? new(parsed, hash.ToLowerInvariant())
            : null;

    public static NotedRoot Of(Seal seal) => new(seal.Number, Convert.ToHexStringLower(seal.Hash));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}:{Hash}");
}

internal sealed class SealTable : IEntityTypeConfiguration<Seal>
{
    public void Configure(EntityTypeBuilder<Seal> seal)
    {
        seal.HasKey(s => s.Number);
        seal.Property(s => s.Number).ValueGeneratedNever();
        seal.HasIndex(s => s.SealedAtUtc);      // the roots day by day
    }
}

internal sealed class SealedRowTable : IEntityTypeConfiguration<SealedRow>
{
    public void Configure(EntityTypeBuilder<SealedRow> row)
    {
        row.HasKey(r => new { r.RowId, r.AtUtc });
        row.HasOne<Seal>().WithMany().HasForeignKey(r => r.SealNumber).OnDelete(DeleteBehavior.Restrict);
        row.HasIndex(r => r.SealNumber);
    }
}
