using LegalAid.Rules.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>
/// A change of firm or of pools recorded before its day (预定变更): until then it counts for nothing and may be withdrawn; on its day the job looks again and does it, or tells why it no longer holds.
/// At most one of a kind waits for one membership.
/// </summary>
public sealed class PlannedChange : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid MembershipId { get; init; }

    public required PlannedChangeKind Kind { get; init; }

    public required DateOnly TakesEffectOn { get; init; }

    /// <summary>The institution they go to; null for who becomes a lawyer of an employer, and for a change of pools.</summary>
    public Guid? InstitutionId { get; init; }

    /// <summary>转任: as what they go on.</summary>
    public PoolPerson? BecomesKind { get; init; }

    public string? Employer { get; init; }

    /// <summary>The pools they are to stand in.</summary>
    public Pools? Wanted { get; init; }

    /// <summary>What the change of firm costs, as it was shown and confirmed; should it be something else on the day, nothing is done.</summary>
    public Pools LosesPools { get; init; }

    public ServiceIntents LosesIntents { get; init; }

    public required string Reason { get; init; }

    public required Guid PlannedById { get; init; }

    public required DateTime PlannedAtUtc { get; init; }

    public required PlannedChangeStatus Status { get; set; }

    /// <summary>When it took effect, was withdrawn or was found not to hold.</summary>
    public DateTime? SettledAtUtc { get; set; }

    /// <summary>Who withdrew it, or took note that it was not done; the program itself is nobody.</summary>
    public Guid? SettledById { get; set; }

    /// <summary>Why it was withdrawn.</summary>
    public string? WithdrawnReason { get; set; }

    /// <summary>Why it was not done, one sentence each.</summary>
    public List<string> Refusals { get; set; } = [];

    /// <summary>The clauses that say so.</summary>
    public List<string> RefusalClauses { get; set; } = [];

    /// <summary>When the centre took note that it was not done.</summary>
    public DateTime? NotedAtUtc { get; set; }
}

internal sealed class PlannedChangeTable : IEntityTypeConfiguration<PlannedChange>
{
    public void Configure(EntityTypeBuilder<PlannedChange> change)
    {
        change.ToTable("planned_changes", table =>
        {
            table.HasCheckConstraint("ck_planned_changes_settled", "(status = 'Pending') = (settled_at_utc is null)");
            table.HasCheckConstraint("ck_planned_changes_withdrawn", "status <> 'Withdrawn' or withdrawn_reason is not null");
            table.HasCheckConstraint("ck_planned_changes_target", "(kind = 'Firm') = (wanted is null) and (kind <> 'Firm' or num_nonnulls(institution_id, becomes_kind) = 1)");
        });
        change.Property(c => c.Employer).HasMaxLength(60);
        change.Property(c => c.Reason).HasMaxLength(200);
        change.Property(c => c.WithdrawnReason).HasMaxLength(200);
        change.HasOne<Membership>().WithMany().HasForeignKey(c => c.MembershipId).OnDelete(DeleteBehavior.Restrict);
        change.HasOne<Institution>().WithMany().HasForeignKey(c => c.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        change.HasIndex(c => new { c.MembershipId, c.Kind }).IsUnique().HasFilter("status = 'Pending'").HasDatabaseName("ix_planned_changes_one_pending");
        change.HasIndex(c => new { c.OfficeId, c.Status, c.TakesEffectOn });
    }
}
