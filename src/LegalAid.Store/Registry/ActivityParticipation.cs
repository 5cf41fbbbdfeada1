using LegalAid.Rules.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>A member took part in an activity (宣传、志愿服务, QJ-2.6). One recorded by mistake is voided and stays.</summary>
public sealed class ActivityParticipation : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid MembershipId { get; init; }

    public required ActivityKind Kind { get; init; }

    public required DateOnly HeldOn { get; init; }

    /// <summary>Which activity, and where.</summary>
    public required string Remark { get; init; }

    public required Guid RecordedById { get; init; }

    public DateTime? VoidedAtUtc { get; set; }

    public string? VoidedReason { get; set; }
}

internal sealed class ActivityParticipationTable : IEntityTypeConfiguration<ActivityParticipation>
{
    public void Configure(EntityTypeBuilder<ActivityParticipation> activity)
    {
        activity.ToTable("activity_participations", table => table.HasCheckConstraint("ck_activity_participations_voided", "(voided_at_utc is null) = (voided_reason is null)"));
        activity.Property(a => a.Remark).HasMaxLength(100);
        activity.Property(a => a.VoidedReason).HasMaxLength(200);
        activity.HasOne<Membership>().WithMany().HasForeignKey(a => a.MembershipId).OnDelete(DeleteBehavior.Restrict);
        activity.HasIndex(a => new { a.OfficeId, a.MembershipId, a.HeldOn });
    }
}
