using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>A look at the licences of everybody in the pool (执业状态核查, WZ-27.1), by a list of the licensing department.</summary>
public sealed class LicenceCheck : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid OfficerId { get; init; }

    public required DateTime CheckedAtUtc { get; init; }

    /// <summary>Rows of the list that could be read.</summary>
    public required int Rows { get; init; }

    /// <summary>Members of the pool the list does not name; who they are stands in the findings.</summary>
    public required int Unnamed { get; init; }

    public List<LicenceFinding> Findings { get; init; } = [];
}

/// <summary>A member whose licence the list says is not in force, or whom it does not name; and the report they made themselves before, in this membership.</summary>
public sealed class LicenceFinding : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid CheckId { get; init; }

    public required Guid MembershipId { get; init; }

    /// <summary>As the list says it; null where it does not name the member.</summary>
    public string? State { get; init; }

    public DateTime? ReportedAtUtc { get; init; }

    /// <summary>The report came after the time for it (WZ-27.1).</summary>
    public bool ReportedLate { get; init; }
}

internal sealed class LicenceCheckTable : IEntityTypeConfiguration<LicenceCheck>
{
    public void Configure(EntityTypeBuilder<LicenceCheck> check)
    {
        check.ToTable("licence_checks");
        check.HasIndex(c => new { c.OfficeId, c.CheckedAtUtc });
    }
}

internal sealed class LicenceFindingTable : IEntityTypeConfiguration<LicenceFinding>
{
    public void Configure(EntityTypeBuilder<LicenceFinding> finding)
    {
        finding.ToTable("licence_findings");
        finding.Property(f => f.State).HasMaxLength(60);
        finding.HasOne<LicenceCheck>().WithMany(c => c.Findings).HasForeignKey(f => f.CheckId).OnDelete(DeleteBehavior.Restrict);
        finding.HasOne<Membership>().WithMany().HasForeignKey(f => f.MembershipId).OnDelete(DeleteBehavior.Restrict);
        finding.HasIndex(f => new { f.CheckId, f.MembershipId }).IsUnique();
    }
}
