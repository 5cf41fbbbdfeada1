using LegalAid.Store.Offices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>An institution from elsewhere that works with this office for the long run (结对协作, QDN-3.3). Nobody is bound by it.</summary>
public sealed class Partnership : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid InstitutionId { get; init; }

    public required DateOnly Since { get; init; }

    /// <summary>The first day without it.</summary>
    public DateOnly? EndedOn { get; set; }
}

internal sealed class PartnershipTable : IEntityTypeConfiguration<Partnership>
{
    public void Configure(EntityTypeBuilder<Partnership> partnership)
    {
        partnership.HasOne<Office>().WithMany().HasForeignKey(p => p.OfficeId).OnDelete(DeleteBehavior.Restrict);
        partnership.HasOne<Institution>().WithMany().HasForeignKey(p => p.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        partnership.HasIndex(p => new { p.OfficeId, p.InstitutionId }).IsUnique().HasFilter("ended_on is null");
    }
}
