using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Offices;

/// <summary>A public legal service station (公共法律服务工作站, most often a 司法所, BB-7.1): takes applications in for the office, decides nothing and is no institution.</summary>
public sealed class Station : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required string Name { get; set; }

    public string? Address { get; set; }

    public string? Phone { get; set; }

    /// <summary>When it was closed: it sends nothing any more; null while it works.</summary>
    public DateTime? ClosedAtUtc { get; set; }
}

internal sealed class StationTable : IEntityTypeConfiguration<Station>
{
    public void Configure(EntityTypeBuilder<Station> station)
    {
        station.Property(s => s.Name).HasMaxLength(60);
        station.Property(s => s.Address).HasMaxLength(100);
        station.Property(s => s.Phone).HasMaxLength(30);
        station.HasOne<Office>().WithMany().HasForeignKey(s => s.OfficeId).OnDelete(DeleteBehavior.Restrict);
        station.HasIndex(s => new { s.OfficeId, s.Name }).IsUnique();
    }
}
