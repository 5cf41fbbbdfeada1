using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Offices;

/// <summary>A legal-aid office (法律援助中心): the tenant that owns cases, members and decisions.</summary>
public sealed class Office
{
    public required Guid Id { get; init; }

    /// <summary>The code its rule books carry, such as BB.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    /// <summary>The judicial bureau that supervises it (司法局).</summary>
    public required string BureauName { get; set; }

    /// <summary>The district its institutions are registered in.</summary>
    public required string District { get; set; }

    /// <summary>The short name that opens its document numbers, such as 碚.</summary>
    public required string DocumentPrefix { get; set; }

    public required string Address { get; set; }

    public required string Phone { get; set; }
}

internal sealed class OfficeTable : IEntityTypeConfiguration<Office>
{
    public void Configure(EntityTypeBuilder<Office> office)
    {
        office.Property(o => o.Code).HasMaxLength(8);
        office.Property(o => o.Name).HasMaxLength(60);
        office.Property(o => o.BureauName).HasMaxLength(60);
        office.Property(o => o.District).HasMaxLength(30);
        office.Property(o => o.DocumentPrefix).HasMaxLength(6);
        office.Property(o => o.Address).HasMaxLength(100);
        office.Property(o => o.Phone).HasMaxLength(30);
        office.HasIndex(o => o.Code).IsUnique();
    }
}
