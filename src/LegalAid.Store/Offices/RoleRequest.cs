using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Offices;

/// <summary>How far a role has come on its way to an account.</summary>
public enum RoleRequestStatus
{
    /// <summary>待确认</summary>
    Waiting = 1,

    /// <summary>已确认</summary>
    Confirmed,

    /// <summary>不予确认</summary>
    Refused,
}

/// <summary>
/// A role the system administrator gives to an account (岗位确认): it takes effect when the security administrator has confirmed it, so that nobody
/// alone can make an officer. A new account stays closed until then, one that is there keeps its role.
/// </summary>
public sealed class RoleRequest : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>The role wanted.</summary>
    public required string Role { get; init; }

    /// <summary>The role until now; null for a new account.</summary>
    public string? RoleBefore { get; init; }

    public required Guid AskedById { get; init; }

    public required DateTime AskedAtUtc { get; init; }

    public string? Reason { get; init; }

    public required RoleRequestStatus Status { get; set; }

    public Guid? DecidedById { get; set; }

    public DateTime? DecidedAtUtc { get; set; }

    public string? DecisionReason { get; set; }
}

internal sealed class RoleRequestTable : IEntityTypeConfiguration<RoleRequest>
{
    public void Configure(EntityTypeBuilder<RoleRequest> request)
    {
        request.ToTable("role_requests", table =>
            table.HasCheckConstraint("ck_role_requests_two_persons", "decided_by_id is null or (decided_by_id <> asked_by_id and decided_by_id <> account_id)"));
        request.Property(r => r.Role).HasMaxLength(20);
        request.Property(r => r.RoleBefore).HasMaxLength(20);
        request.Property(r => r.Reason).HasMaxLength(200);
        request.Property(r => r.DecisionReason).HasMaxLength(200);
        request.HasOne<Officer>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Restrict);
        request.HasIndex(r => r.AccountId).IsUnique().HasFilter("status = 'Waiting'").HasDatabaseName("ix_role_requests_one_waiting");
        request.HasIndex(r => new { r.OfficeId, r.Status, r.AskedAtUtc });
    }
}
