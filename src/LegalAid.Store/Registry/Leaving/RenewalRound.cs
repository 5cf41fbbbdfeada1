using LegalAid.Store.Corps;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>
/// Everybody in the pool, or in a prefecture's service corps, is looked at anew (集中更新, WZ-4.2, QDN-4.1b): opened on its day, or by the head with a reason, one entry for each
/// member, closed when all are settled.
/// </summary>
public sealed class RenewalRound : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required DateOnly OpenedOn { get; init; }

    /// <summary>Null where the program opened it on its day.</summary>
    public Guid? OpenedById { get; init; }

    /// <summary>Why it comes sooner or later than the book's years; null when it is due.</summary>
    public string? Reason { get; init; }

    public DateOnly? ClosedOn { get; set; }
}

/// <summary>What became of a member in a round.</summary>
public enum RenewalOutcome
{
    /// <summary>待决定</summary>
    Waiting = 1,

    /// <summary>继续在库</summary>
    Kept,

    /// <summary>不再续任，退出</summary>
    Ended,
}

/// <summary>One member of pool or corps in a round of renewal: the person says whether the record is right, the office keeps them or not.</summary>
public sealed class Renewal : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid RoundId { get; init; }

    /// <summary>Of the own pool; null for one of the corps.</summary>
    public Guid? MembershipId { get; init; }

    /// <summary>Of the prefecture's service corps, which is adjusted once a year (QDN-4.1b); null for one of the pool.</summary>
    public Guid? CorpsMemberId { get; init; }

    /// <summary>When the person confirmed the record; null before.</summary>
    public DateTime? ConfirmedAtUtc { get; set; }

    /// <summary>What the person says is wrong in it.</summary>
    public string? Statement { get; set; }

    public required RenewalOutcome Outcome { get; set; }

    public Guid? DecidedById { get; set; }

    public DateTime? DecidedAtUtc { get; set; }

    public string? DecisionNote { get; set; }
}

internal sealed class RenewalRoundTable : IEntityTypeConfiguration<RenewalRound>
{
    public void Configure(EntityTypeBuilder<RenewalRound> round)
    {
        round.ToTable("renewal_rounds");
        round.Property(r => r.Reason).HasMaxLength(500);
        round.HasIndex(r => r.OfficeId).IsUnique().HasFilter("closed_on is null").HasDatabaseName("ix_renewal_rounds_one_open");
    }
}

internal sealed class RenewalTable : IEntityTypeConfiguration<Renewal>
{
    public void Configure(EntityTypeBuilder<Renewal> renewal)
    {
        renewal.ToTable("renewals", table =>
        {
            table.HasCheckConstraint("ck_renewals_decided", "(outcome = 'Waiting') = (decided_by_id is null)");
            table.HasCheckConstraint("ck_renewals_one_subject", "num_nonnulls(membership_id, corps_member_id) = 1");
        });
        renewal.Property(r => r.Statement).HasMaxLength(2000);
        renewal.Property(r => r.DecisionNote).HasMaxLength(500);
        renewal.HasOne<RenewalRound>().WithMany().HasForeignKey(r => r.RoundId).OnDelete(DeleteBehavior.Restrict);
        renewal.HasOne<Membership>().WithMany().HasForeignKey(r => r.MembershipId).OnDelete(DeleteBehavior.Restrict);
        renewal.HasOne<CorpsMember>().WithMany().HasForeignKey(r => r.CorpsMemberId).OnDelete(DeleteBehavior.Restrict);
        renewal.HasIndex(r => new { r.RoundId, r.MembershipId }).IsUnique();
        renewal.HasIndex(r => new { r.RoundId, r.CorpsMemberId }).IsUnique();
    }
}
