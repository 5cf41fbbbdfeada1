using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>An organisation an institution is the standing legal adviser of (常年法律顾问单位); looked at in the conflict check (CF-13).</summary>
public sealed class AdviserRelation : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid InstitutionId { get; init; }

    /// <summary>The organisation's full name.</summary>
    public required string Client { get; init; }

    public required DateOnly FirstOn { get; init; }

    /// <summary>The last day, itself included; null while it runs.</summary>
    public DateOnly? LastOn { get; init; }

    /// <summary>When it was taken back as entered by mistake.</summary>
    public DateTime? RemovedAtUtc { get; set; }
}

internal sealed class AdviserRelationTable : IEntityTypeConfiguration<AdviserRelation>
{
    public void Configure(EntityTypeBuilder<AdviserRelation> relation)
    {
        relation.Property(r => r.Client).HasMaxLength(60);
        relation.HasOne<Institution>().WithMany().HasForeignKey(r => r.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        relation.HasIndex(r => new { r.OfficeId, r.Client });
        relation.HasIndex(r => new { r.OfficeId, r.InstitutionId });
    }
}
