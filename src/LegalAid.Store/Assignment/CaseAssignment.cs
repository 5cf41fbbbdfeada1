using LegalAid.Rules.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Assignment;

/// <summary>
/// One assignment of a case to an institution (BB-2.2): proposed by one officer, decided by another, then the institution names the handler.
/// The database lets a case have one live assignment only.
/// </summary>
public sealed class CaseAssignment : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid InstitutionId { get; init; }

    /// <summary>The person the turn fell to; null where the institution names its handler itself.</summary>
    public Guid? MembershipId { get; init; }

    public required AssignmentStatus Status { get; set; }

    /// <summary>The step of the office's order that led here.</summary>
    public required OrderStep Step { get; init; }

    /// <summary>The stored decision that explains it.</summary>
    public required Guid DecisionId { get; init; }

    public required Guid ProposedById { get; init; }

    public required DateTime ProposedAtUtc { get; init; }

    public string? ProposalNote { get; init; }

    /// <summary>Why the office's order was left, in writing (BB-11.1, WZ-21.2); null when it was followed.</summary>
    public string? OutOfTurnReason { get; init; }

    /// <summary>The clauses of soft rules it does not follow; see <see cref="Rules.Assignment.PassedOver"/>.</summary>
    public List<string> PassedOver { get; init; } = [];

    /// <summary>Who has to decide it (BB-5); a change of headcount before that withdraws the proposal.</summary>
    public required DecidingBody DecidingBody { get; init; }

    /// <summary>When the centre's collective discussion was put on record (BB-5.2); always null where the director decides.</summary>
    public DateTime? DiscussedAtUtc { get; set; }

    /// <summary>The number of the written report to the bureau (BB-5.3).</summary>
    public string? ReportNumber { get; set; }

    public DateTime? ReportedAtUtc { get; set; }

    public Guid? ReportedById { get; set; }

    public Guid? DecidedById { get; set; }

    public DateTime? DecidedAtUtc { get; set; }

    /// <summary>The authority it was decided under, in the head's stead; null where whoever decides did so.</summary>
    public Guid? DecidedUnderId { get; set; }

    public string? DecisionNote { get; set; }

    /// <summary>Who withdrew or revoked it; null while it stands or where the head did not agree.</summary>
    public Guid? UndoneById { get; set; }

    public DateTime? UndoneAtUtc { get; set; }

    /// <summary>The authority it was revoked under; null without one.</summary>
    public Guid? UndoneUnderId { get; set; }

    public string? UndoneReason { get; set; }

    /// <summary>Whoever undid it found that this institution or person should not take the case at all: the next proposal passes them over.</summary>
    public bool SetsAside { get; set; }

    /// <summary>Declined, and the centre's head has not ruled on it (LAW-46). Stands here so that declining and naming at once meet one version.</summary>
    public bool AwaitsRuling { get; set; }

    /// <summary>Until when the institution has to name its handler.</summary>
    public DateTime? NamingDueAtUtc { get; set; }

    public DateTime? NamedAtUtc { get; set; }

    /// <summary>The number of the 指派通知书.</summary>
    public string? NoticeNumber { get; set; }

    public string? ReplyNumber { get; set; }

    public DateTime? RepliedAtUtc { get; set; }

    /// <summary>The moment on the authority's receipt; stops the statutory clock of a notice (LAW-36).</summary>
    public DateTime? ReceiptAtUtc { get; set; }

    public string? ReceiptBy { get; set; }

    public List<CaseHandler> Handlers { get; init; } = [];

    public ProposalStage Stage => ProposalStages.Of(DecidingBody, DiscussedAtUtc is not null, ReportNumber is not null);
}

internal sealed class CaseAssignmentTable : IEntityTypeConfiguration<CaseAssignment>
{
    public void Configure(EntityTypeBuilder<CaseAssignment> assignment)
    {
        assignment.ToTable("assignments", table =>
        {
            table.HasCheckConstraint("ck_assignments_two_persons", "decided_by_id is null or decided_by_id <> proposed_by_id");
            table.HasCheckConstraint("ck_assignments_report_first", "deciding_body <> 'BureauAfterDiscussion' or decided_by_id is null or report_number is not null");
            table.HasCheckConstraint("ck_assignments_discussion_first", "report_number is null or discussed_at_utc is not null");
        });
        assignment.Property(a => a.ProposalNote).HasMaxLength(500);
        assignment.Property(a => a.OutOfTurnReason).HasMaxLength(500);
        assignment.Property(a => a.DecisionNote).HasMaxLength(500);
        assignment.Property(a => a.UndoneReason).HasMaxLength(500);
        assignment.Property(a => a.ReportNumber).HasMaxLength(60);
        assignment.Property(a => a.NoticeNumber).HasMaxLength(60);
        assignment.Property(a => a.ReplyNumber).HasMaxLength(60);
        assignment.Property(a => a.ReceiptBy).HasMaxLength(60);
        assignment.HasOne<AidCase>().WithMany().HasForeignKey(a => a.CaseId).OnDelete(DeleteBehavior.Restrict);
        assignment.HasOne<Membership>().WithMany().HasForeignKey(a => a.MembershipId).OnDelete(DeleteBehavior.Restrict);
        assignment.HasOne<Institution>().WithMany().HasForeignKey(a => a.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        assignment.HasOne<ActingAuthority>().WithMany().HasForeignKey(a => a.DecidedUnderId).OnDelete(DeleteBehavior.Restrict);
        assignment.HasOne<ActingAuthority>().WithMany().HasForeignKey(a => a.UndoneUnderId).OnDelete(DeleteBehavior.Restrict);
        assignment.Ignore(a => a.Stage);
        assignment.HasIndex(a => a.CaseId).IsUnique().HasFilter("status <> 'Rejected' and status <> 'Withdrawn' and status <> 'Revoked'").HasDatabaseName("ix_assignments_one_live_per_case");
        assignment.HasIndex(a => new { a.OfficeId, a.Status, a.ProposedAtUtc });
        assignment.HasIndex(a => new { a.OfficeId, a.InstitutionId });
    }
}
