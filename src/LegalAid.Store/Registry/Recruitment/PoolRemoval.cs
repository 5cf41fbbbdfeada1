using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>Why somebody was removed from the pool (清退事由, WZ-28.1–28.5).</summary>
public enum RemovalGround
{
    /// <summary>违反法律的禁止性规定</summary>
    Unlawful = 1,

    /// <summary>违规拒不整改或者情节严重</summary>
    GraveBreach,

    /// <summary>连续红色后仍不改正</summary>
    RedAgain,

    /// <summary>不再符合条件而不报告</summary>
    UnreportedLoss,

    /// <summary>造成重大不良影响和损失</summary>
    GraveHarm,
}

/// <summary>
/// A removal from the office's pool (清退, WZ-28). It bars from this office alone; the person is found again by the keyed hash of the identity number, even under a new name.
/// </summary>
public sealed class PoolRemoval : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid MembershipId { get; init; }

    public required byte[] IdentityIndex { get; init; }

    public required RemovalGround Ground { get; init; }

    public required string Reason { get; init; }

    /// <summary>决定日: the bar counts from it.</summary>
    public required DateOnly DecidedOn { get; init; }

    public required Guid ProposedById { get; init; }

    public required Guid DecidedById { get; init; }

    public required DateTime DecidedAtUtc { get; init; }

    /// <summary>The first day outside as the removal set it; null where the membership had ended before.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>The first day outside as it stood before, an exit agreed to ahead; null where there was none.</summary>
    public DateOnly? LeftOnBefore { get; init; }

    /// <summary>When the decision was given up after an objection; it then bars nobody.</summary>
    public DateTime? RevokedAtUtc { get; set; }
}

internal sealed class PoolRemovalTable : IEntityTypeConfiguration<PoolRemoval>
{
    public void Configure(EntityTypeBuilder<PoolRemoval> removal)
    {
        removal.ToTable("pool_removals", table => table.HasCheckConstraint("ck_pool_removals_two_persons", "proposed_by_id <> decided_by_id"));
        removal.Property(r => r.Reason).HasMaxLength(500);
        removal.HasOne<Membership>().WithMany().HasForeignKey(r => r.MembershipId).OnDelete(DeleteBehavior.Restrict);
        removal.HasIndex(r => new { r.OfficeId, r.IdentityIndex });
    }
}
