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

    public required DateTime SealedAtUtc { get; init; }

    /// <summary>How many rows it covers.</summary>
    public required int Count { get; init; }

    /// <summary>SHA-256 of the link before; zeros for the first.</summary>
    public required byte[] PreviousHash { get; init; }

    /// <summary>SHA-256 over number, previous hash and the covered rows in the order of their ids. The last one of a day is the day's root.</summary>
    public required byte[] Hash { get; init; }
}

/// <summary>Which seal covers a row. Kept row by row, so that a line whose transaction committed late is covered by the next seal and never skipped.</summary>
public sealed class SealedRow : IAppendOnly
{
    /// <summary>The id of a journal line or decision record.</summary>
    public required Guid RowId { get; init; }

    public required long SealNumber { get; init; }
}

internal sealed class SealTable : IEntityTypeConfiguration<Seal>
{
    public void Configure(EntityTypeBuilder<Seal> seal)
    {
        seal.HasKey(s => s.Number);
        seal.Property(s => s.Number).ValueGeneratedNever();
    }
}

internal sealed class SealedRowTable : IEntityTypeConfiguration<SealedRow>
{
    public void Configure(EntityTypeBuilder<SealedRow> row)
    {
        row.HasKey(r => r.RowId);
        row.HasOne<Seal>().WithMany().HasForeignKey(r => r.SealNumber).OnDelete(DeleteBehavior.Restrict);
        row.HasIndex(r => r.SealNumber);
    }
}
