using LegalAid.Rules.Assignment;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Assignment;

/// <summary>How far a declining has come.</summary>
public enum DeclineStatus
{
    /// <summary>待负责人裁定</summary>
    Waiting = 1,

    /// <summary>理由成立</summary>
    Justified,

    /// <summary>理由不成立</summary>
    Unjustified,
}

/// <summary>An assigned case declined by the institution or the person it fell to (辞接), and the ruling of the centre's head on it (LAW-46, WZ-22.1). Once for an assignment.</summary>
public sealed class AssignmentDecline : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid AssignmentId { get; init; }

    public required DeclineGround Ground { get; init; }

    public required string Reason { get; init; }

    public required Guid DeclinedById { get; init; }

    public required DateTime DeclinedAtUtc { get; init; }

    public required DeclineStatus Status { get; set; }

    public Guid? RuledById { get; set; }

    public DateTime? RuledAtUtc { get; set; }

    /// <summary>The authority it was ruled under, in the head's stead; null where the head did so.</summary>
    public Guid? RuledUnderId { get; set; }

    public string? RulingReason { get; set; }

    /// <summary>Found to be without good reason, and by the office's book a matter of conduct.</summary>
    public bool ConductMatter { get; set; }
}

/// <summary>What was shown with a declining (证明材料): one file, sealed, never changed.</summary>
public sealed class DeclineEvidence : IOfficeOwned, IAppendOnly
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid DeclineId { get; init; }

    public required EvidenceType Type { get; init; }

    public required int Bytes { get; init; }

    /// <summary>The file as it came; its name is not kept, it may name people.</summary>
    public required Sealed Content { get; init; }
}

internal sealed class AssignmentDeclineTable : IEntityTypeConfiguration<AssignmentDecline>
{
    public void Configure(EntityTypeBuilder<AssignmentDecline> decline)
    {
        decline.ToTable("assignment_declines", table => table.HasCheckConstraint("ck_assignment_declines_ruled", "(status = 'Waiting') = (ruled_by_id is null)"));
        decline.Property(d => d.Reason).HasMaxLength(500);
        decline.Property(d => d.RulingReason).HasMaxLength(500);
        decline.HasOne<CaseAssignment>().WithMany().HasForeignKey(d => d.AssignmentId).OnDelete(DeleteBehavior.Restrict);
        decline.HasOne<ActingAuthority>().WithMany().HasForeignKey(d => d.RuledUnderId).OnDelete(DeleteBehavior.Restrict);
        decline.HasIndex(d => d.AssignmentId).IsUnique();
        decline.HasIndex(d => new { d.OfficeId, d.Status, d.DeclinedAtUtc });
    }
}

internal sealed class DeclineEvidenceTable : IEntityTypeConfiguration<DeclineEvidence>
{
    public void Configure(EntityTypeBuilder<DeclineEvidence> evidence)
    {
        evidence.ToTable("decline_evidence");
        evidence.HasOne<AssignmentDecline>().WithMany().HasForeignKey(e => e.DeclineId).OnDelete(DeleteBehavior.Restrict);
        evidence.HasIndex(e => e.DeclineId).IsUnique();
    }
}
