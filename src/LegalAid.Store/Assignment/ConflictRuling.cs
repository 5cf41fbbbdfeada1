using LegalAid.Store.Intake;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Assignment;

/// <summary>
/// A clerk's finding on a conflict hit that rests on a name alone: the same person or a namesake.
/// Until it is ruled a hit by name only warns; ruled the same, it bars.
/// </summary>
public sealed class ConflictRuling : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The prior matter or case whose party was hit.</summary>
    public required Guid MatterId { get; init; }

    public required bool SamePerson { get; init; }

    public required string Reason { get; init; }
}

internal sealed class ConflictRulingTable : IEntityTypeConfiguration<ConflictRuling>
{
    public void Configure(EntityTypeBuilder<ConflictRuling> ruling)
    {
        ruling.Property(r => r.Reason).HasMaxLength(300);
        ruling.HasOne<AidCase>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
        ruling.HasIndex(r => new { r.CaseId, r.MatterId }).IsUnique();
    }
}
