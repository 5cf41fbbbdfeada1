using LegalAid.Store.Intake;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Assignment;

/// <summary>
/// A clerk's finding on a conflict hit that rests on a name alone: the same person or a namesake.
/// Until it is ruled a hit by name only warns; ruled the same, it bars. A ruling may be changed while the case waits for its assignment.
/// </summary>
public sealed class ConflictRuling : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The prior matter, the case or the membership that was hit; see <see cref="FoundConflict"/>.</summary>
    public required Guid SourceId { get; init; }

    public required bool SamePerson { get; set; }

    public required string Reason { get; set; }
}

internal sealed class ConflictRulingTable : IEntityTypeConfiguration<ConflictRuling>
{
    public void Configure(EntityTypeBuilder<ConflictRuling> ruling)
    {
        ruling.Property(r => r.Reason).HasMaxLength(300);
        ruling.HasOne<AidCase>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
        ruling.HasIndex(r => new { r.CaseId, r.SourceId }).IsUnique();
    }
}
