using LegalAid.Rules.Recusals;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Offices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Recusals;

/// <summary>
/// One officer's recusal from one case (回避, BB-8.1): declared or reported, then decided up the chain; who is a near relative stands aside without a decision.
/// One stands at a time for an officer and a case; after it was not granted another may be asked for.
/// </summary>
public sealed class Recusal : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The officer concerned.</summary>
    public required Guid OfficerId { get; init; }

    /// <summary>Who brought it up; the officer concerned when it was declared.</summary>
    public required Guid ReportedById { get; init; }

    public required Relation Relation { get; init; }

    /// <summary>The party the relation is to; null where free words say it.</summary>
    public Guid? PartyId { get; init; }

    /// <summary>To whom or what the relation is, where it is no party of the case.</summary>
    public string? Other { get; init; }

    public required string Reason { get; init; }

    public required DateTime DeclaredAtUtc { get; init; }

    /// <summary>Who decides it, by the rank the officer had when it was brought up.</summary>
    public required RecusalBody Body { get; init; }

    public required RecusalStatus Status { get; set; }

    /// <summary>Recused by the text itself, without anybody's decision.</summary>
    public bool ByText => Status == RecusalStatus.Recused && DecidedAtUtc is null;

    /// <summary>Null while it waits, and where the text itself recuses.</summary>
    public Guid? DecidedById { get; set; }

    public DateTime? DecidedAtUtc { get; set; }

    /// <summary>The authority it was decided under, in the head's stead; null where whoever decides did so.</summary>
    public Guid? DecidedUnderId { get; set; }

    public string? DecisionReason { get; set; }
}

internal sealed class RecusalTable : IEntityTypeConfiguration<Recusal>
{
    public void Configure(EntityTypeBuilder<Recusal> recusal)
    {
        recusal.ToTable("recusals", table =>
            table.HasCheckConstraint("ck_recusals_no_own_decision", "decided_by_id is null or (decided_by_id <> officer_id and decided_by_id <> reported_by_id)"));
        recusal.Ignore(r => r.ByText);
        recusal.Property(r => r.Other).HasMaxLength(100);
        recusal.Property(r => r.Reason).HasMaxLength(500);
        recusal.Property(r => r.DecisionReason).HasMaxLength(500);
        recusal.HasOne<AidCase>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
        recusal.HasOne<CaseParty>().WithMany().HasForeignKey(r => r.PartyId).OnDelete(DeleteBehavior.Restrict);
        recusal.HasOne<Officer>().WithMany().HasForeignKey(r => r.OfficerId).OnDelete(DeleteBehavior.Restrict);
        recusal.HasOne<ActingAuthority>().WithMany().HasForeignKey(r => r.DecidedUnderId).OnDelete(DeleteBehavior.Restrict);
        recusal.HasIndex(r => new { r.CaseId, r.OfficerId }).IsUnique().HasFilter("status <> 'NotRecused'").HasDatabaseName("ix_recusals_one_standing");
        recusal.HasIndex(r => new { r.OfficeId, r.Status, r.DeclaredAtUtc });
    }
}
