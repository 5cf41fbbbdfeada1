using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Offices;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Conduct;

/// <summary>What a matter of conduct was opened for.</summary>
public enum ConductSource
{
    /// <summary>无正当理由拒绝、推诿指派（QJ-5.4b, LAW-46）</summary>
    UnjustifiedDecline = 1,

    /// <summary>擅自变更承办人员（QJ-5.4c）</summary>
    UnapprovedHandlerChange,
}

/// <summary>
/// A matter the office opened against an institution or a person of its pool (处理事项, QJ-5.4b). It opens by itself; what follows from it a person decides.
/// </summary>
public sealed class ConductMatter : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required ConductSource Source { get; init; }

    /// <summary>The clause of the office's book it was opened by.</summary>
    public required string Clause { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The declining it was opened for; one matter for each. Null where it was opened by a finding.</summary>
    public Guid? DeclineId { get; init; }

    /// <summary>The assignment a finding is about.</summary>
    public Guid? AssignmentId { get; init; }

    /// <summary>What a clerk found, and how (查明的情况); null where a ruling opened it.</summary>
    public string? Finding { get; init; }

    public required Guid InstitutionId { get; init; }

    /// <summary>The person concerned; null where the institution itself is.</summary>
    public Guid? MembershipId { get; init; }

    public required DateTime OpenedAtUtc { get; init; }

    /// <summary>What the one concerned says to it (陈述申辩); null while nothing was said.</summary>
    public string? Statement { get; set; }

    public Guid? StatedById { get; set; }

    public DateTime? StatedAtUtc { get; set; }

    /// <summary>What follows, as a person wrote it; null where nothing does, or it is open.</summary>
    public string? Measure { get; set; }

    public string? ClosingReason { get; set; }

    public Guid? ClosedById { get; set; }

    /// <summary>Null while it is open.</summary>
    public DateTime? ClosedAtUtc { get; set; }

    public bool IsClosed => ClosedAtUtc is not null;
}

internal sealed class ConductMatterTable : IEntityTypeConfiguration<ConductMatter>
{
    public void Configure(EntityTypeBuilder<ConductMatter> matter)
    {
        matter.ToTable("conduct_matters", table =>
        {
            table.HasCheckConstraint("ck_conduct_matters_closed", "(closed_at_utc is null) = (closed_by_id is null)");
            table.HasCheckConstraint("ck_conduct_matters_source", "(source = 'UnjustifiedDecline') = (decline_id is not null) and (decline_id is not null or num_nonnulls(finding, assignment_id) = 2)");
        });
        matter.Property(m => m.Finding).HasMaxLength(500);
        matter.Property(m => m.Clause).HasMaxLength(20);
        matter.Property(m => m.Statement).HasMaxLength(1000);
        matter.Property(m => m.Measure).HasMaxLength(300);
        matter.Property(m => m.ClosingReason).HasMaxLength(500);
        matter.Ignore(m => m.IsClosed);
        matter.HasOne<Office>().WithMany().HasForeignKey(m => m.OfficeId).OnDelete(DeleteBehavior.Restrict);
        matter.HasOne<AidCase>().WithMany().HasForeignKey(m => m.CaseId).OnDelete(DeleteBehavior.Restrict);
        matter.HasOne<AssignmentDecline>().WithMany().HasForeignKey(m => m.DeclineId).OnDelete(DeleteBehavior.Restrict);
        matter.HasOne<Institution>().WithMany().HasForeignKey(m => m.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        matter.HasOne<Membership>().WithMany().HasForeignKey(m => m.MembershipId).OnDelete(DeleteBehavior.Restrict);
        matter.HasOne<CaseAssignment>().WithMany().HasForeignKey(m => m.AssignmentId).OnDelete(DeleteBehavior.Restrict);
        matter.HasIndex(m => m.DeclineId).IsUnique();

        // Two clerks who find the same at once open one matter.
        matter.HasIndex(m => m.AssignmentId).IsUnique().HasFilter("closed_at_utc is null").HasDatabaseName("ix_conduct_matters_one_finding");
        matter.HasIndex(m => new { m.OfficeId, m.ClosedAtUtc, m.OpenedAtUtc });
    }
}
