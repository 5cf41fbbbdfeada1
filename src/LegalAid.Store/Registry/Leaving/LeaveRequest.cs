using LegalAid.Rules.Registry;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>How far a request for leave has come.</summary>
public enum LeaveStatus
{
    /// <summary>待中心答复</summary>
    Waiting = 1,

    /// <summary>同意</summary>
    Granted,

    /// <summary>不同意</summary>
    Refused,

    /// <summary>本人撤回</summary>
    Withdrawn,
}

/// <summary>
/// A member asks for leave (请假申请). Agreed to, it becomes an <see cref="Absence"/>, which assignment obeys; what happens to the leave later happens to that.
/// What the member says of the reason stands here alone.
/// </summary>
public sealed class LeaveRequest : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid MembershipId { get; init; }

    public required LeaveKind Kind { get; init; }

    public required DateOnly FirstDay { get; init; }

    public required DateOnly LastDay { get; init; }

    /// <summary>May speak of an illness, so it is kept sealed.</summary>
    public required Sealed Reason { get; init; }

    public required Guid AskedById { get; init; }

    public required DateTime AskedAtUtc { get; init; }

    public required LeaveStatus Status { get; set; }

    public Guid? DecidedById { get; set; }

    public DateTime? DecidedAtUtc { get; set; }

    public string? DecisionNote { get; set; }

    /// <summary>What it became when it was agreed to.</summary>
    public Guid? AbsenceId { get; set; }
}

internal sealed class LeaveRequestTable : IEntityTypeConfiguration<LeaveRequest>
{
    public void Configure(EntityTypeBuilder<LeaveRequest> request)
    {
        request.ToTable("leave_requests", table =>
        {
            table.HasCheckConstraint("ck_leave_requests_days", "last_day >= first_day");
            table.HasCheckConstraint("ck_leave_requests_decided", "(status in ('Granted', 'Refused')) = (decided_by_id is not null)");
            table.HasCheckConstraint("ck_leave_requests_absence", "(status = 'Granted') = (absence_id is not null)");
        });
        request.Property(r => r.DecisionNote).HasMaxLength(200);
        request.HasOne<Membership>().WithMany().HasForeignKey(r => r.MembershipId).OnDelete(DeleteBehavior.Restrict);
        request.HasOne<Absence>().WithMany().HasForeignKey(r => r.AbsenceId).OnDelete(DeleteBehavior.Restrict);
        request.HasIndex(r => new { r.OfficeId, r.Status, r.AskedAtUtc });
    }
}
