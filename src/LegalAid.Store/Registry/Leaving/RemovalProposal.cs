using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>How far a proposed removal has come.</summary>
public enum RemovalStatus
{
    /// <summary>待陈述申辩、待决定</summary>
    Waiting = 1,

    /// <summary>决定清退</summary>
    Removed,

    /// <summary>决定不予清退</summary>
    Rejected,

    /// <summary>经异议复核，撤销清退</summary>
    Revoked,
}

/// <summary>
/// A proposed removal (清退建议, WZ-28) with its ground, its facts and what the person concerned said against it; decided by somebody else than proposed it.
/// The removal that follows has this record's id.
/// </summary>
public sealed class RemovalProposal : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid MembershipId { get; init; }

    public required RemovalGround Ground { get; init; }

    /// <summary>The clauses and laws it rests on, as the clerk cites them.</summary>
    public required string Cited { get; init; }

    /// <summary>What happened, with figures.</summary>
    public required string Reason { get; init; }

    /// <summary>The day the person concerned was told of the proposal.</summary>
    public required DateOnly ToldOn { get; init; }

    public required DateOnly HeardThrough { get; init; }

    public string? Statement { get; set; }

    public DateTime? StatedAtUtc { get; set; }

    public required Guid ProposedById { get; init; }

    public required DateTime ProposedAtUtc { get; init; }

    public required RemovalStatus Status { get; set; }

    public Guid? DecidedById { get; set; }

    public DateTime? DecidedAtUtc { get; set; }

    public string? DecisionNote { get; set; }

    /// <summary>The number of the written decision; null while there is none.</summary>
    public string? Number { get; set; }

    /// <summary>By when person and institution must be told of the decision (WZ-29.2a).</summary>
    public DateTime? DueAtUtc { get; set; }

    /// <summary>The days they received it (送达).</summary>
    public DateOnly? PersonServedOn { get; set; }

    public DateOnly? InstitutionServedOn { get; set; }

    /// <summary>异议</summary>
    public string? Objection { get; set; }

    public DateOnly? ObjectedOn { get; set; }

    /// <summary>Why the decision was given up.</summary>
    public string? UndoneReason { get; set; }
}

/// <summary>The written decision on a removal (清退决定书) as it stood when it got its number. Sealed: it names people.</summary>
public sealed class RemovalPaper : IOfficeOwned, IAppendOnly
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ProposalId { get; init; }

    public required string Number { get; init; }

    public required DateTime IssuedAtUtc { get; init; }

    public required Sealed Content { get; init; }
}

internal sealed class RemovalProposalTable : IEntityTypeConfiguration<RemovalProposal>
{
    public void Configure(EntityTypeBuilder<RemovalProposal> proposal)
    {
        proposal.ToTable("removal_proposals", table =>
        {
            table.HasCheckConstraint("ck_removal_proposals_two_persons", "decided_by_id is null or decided_by_id <> proposed_by_id");
            table.HasCheckConstraint("ck_removal_proposals_decided", "(status = 'Waiting') = (decided_by_id is null)");
        });
        proposal.Property(p => p.Cited).HasMaxLength(200);
        proposal.Property(p => p.Reason).HasMaxLength(500);
        proposal.Property(p => p.Statement).HasMaxLength(2000);
        proposal.Property(p => p.DecisionNote).HasMaxLength(500);
        proposal.Property(p => p.Number).HasMaxLength(60);
        proposal.Property(p => p.Objection).HasMaxLength(2000);
        proposal.Property(p => p.UndoneReason).HasMaxLength(500);
        proposal.HasOne<Membership>().WithMany().HasForeignKey(p => p.MembershipId).OnDelete(DeleteBehavior.Restrict);
        proposal.HasIndex(p => p.MembershipId).IsUnique().HasFilter("status = 'Waiting'").HasDatabaseName("ix_removal_proposals_one_waiting");
        proposal.HasIndex(p => new { p.OfficeId, p.Status, p.ProposedAtUtc });
    }
}

internal sealed class RemovalPaperTable : IEntityTypeConfiguration<RemovalPaper>
{
    public void Configure(EntityTypeBuilder<RemovalPaper> paper)
    {
        paper.ToTable("removal_papers");
        paper.Property(p => p.Number).HasMaxLength(60);
        paper.HasOne<RemovalProposal>().WithMany().HasForeignKey(p => p.ProposalId).OnDelete(DeleteBehavior.Restrict);
        paper.HasIndex(p => p.ProposalId).IsUnique();
        paper.HasIndex(p => new { p.OfficeId, p.Number }).IsUnique();
    }
}
