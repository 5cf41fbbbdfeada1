using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>How far a proposed merge has come.</summary>
public enum MergeStatus
{
    /// <summary>待决定</summary>
    Waiting = 1,

    /// <summary>已合并</summary>
    Merged,

    /// <summary>不予合并</summary>
    Rejected,
}

/// <summary>
/// Two records of the roster said to be one human's (合并重复人员): one goes on, the other stays as a trace that leads to it. Proposed by one, confirmed by another;
/// once confirmed it is never undone.
/// </summary>
public sealed class MemberMerge : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    /// <summary>The membership that goes on.</summary>
    public required Guid KeptId { get; init; }

    /// <summary>The membership that goes into it.</summary>
    public required Guid MergedId { get; init; }

    /// <summary>What shows that they are one human.</summary>
    public required string Reason { get; init; }

    public required Guid ProposedById { get; init; }

    public required DateTime ProposedAtUtc { get; init; }

    public required MergeStatus Status { get; set; }

    public Guid? DecidedById { get; set; }

    public DateTime? DecidedAtUtc { get; set; }

    public string? DecisionNote { get; set; }
}

internal sealed class MemberMergeTable : IEntityTypeConfiguration<MemberMerge>
{
    public void Configure(EntityTypeBuilder<MemberMerge> merge)
    {
        merge.ToTable("member_merges", table =>
        {
            table.HasCheckConstraint("ck_member_merges_two_records", "kept_id <> merged_id");
            table.HasCheckConstraint("ck_member_merges_two_persons", "decided_by_id is null or decided_by_id <> proposed_by_id");
            table.HasCheckConstraint("ck_member_merges_decided", "(status = 'Waiting') = (decided_by_id is null)");
        });
        merge.Property(m => m.Reason).HasMaxLength(500);
        merge.Property(m => m.DecisionNote).HasMaxLength(500);
        merge.HasOne<Membership>().WithMany().HasForeignKey(m => m.KeptId).OnDelete(DeleteBehavior.Restrict);
        merge.HasOne<Membership>().WithMany().HasForeignKey(m => m.MergedId).OnDelete(DeleteBehavior.Restrict);
        merge.HasIndex(m => m.MergedId).IsUnique().HasFilter("status <> 'Rejected'").HasDatabaseName("ix_member_merges_once");
        merge.HasIndex(m => new { m.OfficeId, m.Status, m.ProposedAtUtc });
    }
}
