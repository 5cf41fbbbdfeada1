using LegalAid.Rules.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>How far an application to leave has come.</summary>
public enum ExitStatus
{
    /// <summary>待负责人审批</summary>
    Waiting = 1,

    /// <summary>同意</summary>
    Granted,

    /// <summary>不同意</summary>
    Refused,

    /// <summary>未经审批，已因其他原因离库</summary>
    Overtaken,
}

/// <summary>A member applies to leave the pool (退出申请, WZ-26.1), or reports that a condition is gone (WZ-27.1). The letter is a <see cref="PoolFile"/>.</summary>
public sealed class PoolExit : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid MembershipId { get; init; }

    public required ExitGround Ground { get; init; }

    public required string Reason { get; init; }

    /// <summary>Since when the condition is gone.</summary>
    public DateOnly? LostOn { get; init; }

    /// <summary>The end of the period for reporting it, as the book of that day counts it.</summary>
    public DateTime? DueAtUtc { get; init; }

    public required Guid AppliedById { get; init; }

    public required DateTime AppliedAtUtc { get; init; }

    public required ExitStatus Status { get; set; }

    /// <summary>The first day outside, as it was agreed to or as something else ended the membership.</summary>
    public DateOnly? LeftOn { get; set; }

    public Guid? DecidedById { get; set; }

    public DateTime? DecidedAtUtc { get; set; }

    public string? DecisionNote { get; set; }
}

internal sealed class PoolExitTable : IEntityTypeConfiguration<PoolExit>
{
    public void Configure(EntityTypeBuilder<PoolExit> exit)
    {
        exit.ToTable("pool_exits", table => table.HasCheckConstraint("ck_pool_exits_decided", "(status in ('Waiting', 'Overtaken')) = (decided_by_id is null)"));
        exit.Property(e => e.Reason).HasMaxLength(500);
        exit.Property(e => e.DecisionNote).HasMaxLength(500);
        exit.HasOne<Membership>().WithMany().HasForeignKey(e => e.MembershipId).OnDelete(DeleteBehavior.Restrict);
        exit.HasIndex(e => e.MembershipId).IsUnique().HasFilter("status = 'Waiting'").HasDatabaseName("ix_pool_exits_one_waiting");
        exit.HasIndex(e => new { e.OfficeId, e.Status, e.AppliedAtUtc });
    }
}
