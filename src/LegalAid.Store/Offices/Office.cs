using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Offices;

/// <summary>A legal-aid office (法律援助中心): the tenant that owns cases, members and decisions.</summary>
public sealed class Office
{
    public required Guid Id { get; init; }

    /// <summary>A short code of its own, such as BB.</summary>
    public required string Code { get; init; }

    /// <summary>The code its rule books carry; a county without books of its own follows its prefecture's.</summary>
    public required string BookCode { get; init; }

    /// <summary>The office above it (州、市), whose officers may look at its rows.</summary>
    public Guid? ParentId { get; init; }

    public required string Name { get; set; }

    /// <summary>The judicial bureau that supervises it (司法局).</summary>
    public required string BureauName { get; set; }

    /// <summary>The district its institutions are registered in.</summary>
    public required string District { get; set; }

    /// <summary>The short name that opens its document numbers, such as 碚.</summary>
    public required string DocumentPrefix { get; set; }

    /// <summary>As papers print it; null until somebody has entered it.</summary>
    public string? Address { get; set; }

    public string? Phone { get; set; }

    /// <summary>The line of a paper that says where the office is found; null where nothing is known, and the paper then has no such line.</summary>
    public string? ContactLine => (Address, Phone) switch
    {
        (null, null) => null,
        ({ } address, null) => $"联系地址：{address}",
        (null, { } phone) => $"联系电话：{phone}",
        ({ } address, { } phone) => $"联系地址：{address}　电话：{phone}",
    };
}

internal sealed class OfficeTable : IEntityTypeConfiguration<Office>
{
    public void Configure(EntityTypeBuilder<Office> office)
    {
        office.Property(o => o.Code).HasMaxLength(8);
        office.Property(o => o.BookCode).HasMaxLength(8);
        office.Property(o => o.Name).HasMaxLength(60);
        office.Property(o => o.BureauName).HasMaxLength(60);
        office.Property(o => o.District).HasMaxLength(30);
        office.Property(o => o.DocumentPrefix).HasMaxLength(6);
        office.Property(o => o.Address).HasMaxLength(100);
        office.Property(o => o.Phone).HasMaxLength(30);
        office.HasOne<Office>().WithMany().HasForeignKey(o => o.ParentId).OnDelete(DeleteBehavior.Restrict);
        office.HasIndex(o => o.Code).IsUnique();
    }
}
