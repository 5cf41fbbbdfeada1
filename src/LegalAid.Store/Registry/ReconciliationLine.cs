using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>One sheet of the figures an office brought along, as its sender stated it and as it was read when it was taken over (对账), with the head's explanation of what differs.</summary>
public sealed class ReconciliationLine : IOfficeOwned, IAppendOnly
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid UploadId { get; init; }

    public required string Sheet { get; init; }

    public required int? StatedRows { get; init; }

    public required int ReadRows { get; init; }

    public required int TakenRows { get; init; }

    public required long? StatedSumHundredths { get; init; }

    public required long? TakenSumHundredths { get; init; }

    /// <summary>Null where nothing differed.</summary>
    public required string? Explanation { get; init; }

    public required Guid RecordedById { get; init; }

    public required DateTime RecordedAtUtc { get; init; }
}

internal sealed class ReconciliationLineTable : IEntityTypeConfiguration<ReconciliationLine>
{
    public void Configure(EntityTypeBuilder<ReconciliationLine> line)
    {
        line.Property(l => l.Sheet).HasMaxLength(31);
        line.Property(l => l.Explanation).HasMaxLength(200);
        line.HasOne<RegistryUpload>().WithMany().HasForeignKey(l => l.UploadId).OnDelete(DeleteBehavior.Restrict);
        line.HasIndex(l => l.UploadId);     // a file mended by the rest of its rows is taken over twice
    }
}
