using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Assignment;

/// <summary>How far a report has come.</summary>
public enum ConflictReportStatus
{
    /// <summary>待中心决定</summary>
    Waiting = 1,

    /// <summary>存在利害关系，收回指派，另行指派</summary>
    Upheld,

    /// <summary>不影响承办</summary>
    Dismissed,
}

/// <summary>An interest found while handling a case and reported by the handler or the institution (CF-16), with what the centre decided on it.</summary>
public sealed class ConflictReport : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid AssignmentId { get; init; }

    /// <summary>The handler who has the interest.</summary>
    public required Guid MembershipId { get; init; }

    public required string Reason { get; init; }

    public required Guid ReportedById { get; init; }

    public required DateTime ReportedAtUtc { get; init; }

    public required ConflictReportStatus Status { get; set; }

    public Guid? DecidedById { get; set; }

    public DateTime? DecidedAtUtc { get; set; }

    /// <summary>The authority it was decided under, in the head's stead; null without one.</summary>
    public Guid? DecidedUnderId { get; set; }

    public string? DecisionReason { get; set; }
}

internal sealed class ConflictReportTable : IEntityTypeConfiguration<ConflictReport>
{
    public void Configure(EntityTypeBuilder<ConflictReport> report)
    {
        report.ToTable("conflict_reports", table => table.HasCheckConstraint("ck_conflict_reports_decided", "(status = 'Waiting') = (decided_by_id is null)"));
        report.Property(r => r.Reason).HasMaxLength(500);
        report.Property(r => r.DecisionReason).HasMaxLength(500);
        report.HasOne<CaseAssignment>().WithMany().HasForeignKey(r => r.AssignmentId).OnDelete(DeleteBehavior.Restrict);
        report.HasOne<Membership>().WithMany().HasForeignKey(r => r.MembershipId).OnDelete(DeleteBehavior.Restrict);
        report.HasOne<ActingAuthority>().WithMany().HasForeignKey(r => r.DecidedUnderId).OnDelete(DeleteBehavior.Restrict);
        report.HasIndex(r => r.AssignmentId).IsUnique().HasFilter("status = 'Waiting'").HasDatabaseName("ix_conflict_reports_one_waiting");
    }
}
