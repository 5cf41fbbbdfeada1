using LegalAid.Rules.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Assignment;

/// <summary>
/// A written consent (知情同意书) to one conflict of a case: who gave it, when, and the text with the facts and consequences they were told of, sealed.
/// What it lifts is <see cref="ConflictConsents"/>'s to say.
/// </summary>
public sealed class ConflictConsent : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>What was found; see <see cref="CheckedConflict.SourceId"/>.</summary>
    public required Guid SourceId { get; init; }

    public required ConflictSource Source { get; init; }

    public required string GivenBy { get; init; }

    public required DateOnly GivenOn { get; init; }

    public required bool BothSides { get; init; }

    public required Sealed Document { get; init; }

    /// <summary>When it was taken back, by whoever gave it or as entered by mistake.</summary>
    public DateTime? WithdrawnAtUtc { get; set; }
}

internal sealed class ConflictConsentTable : IEntityTypeConfiguration<ConflictConsent>
{
    public void Configure(EntityTypeBuilder<ConflictConsent> consent)
    {
        consent.Property(c => c.GivenBy).HasMaxLength(120);
        consent.HasOne<AidCase>().WithMany().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Restrict);
        consent.HasIndex(c => new { c.CaseId, c.SourceId, c.Source }).IsUnique().HasFilter("withdrawn_at_utc is null");
    }
}
