using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>How far an update has come.</summary>
public enum EntryUpdateStatus
{
    /// <summary>待中心核对</summary>
    Waiting = 1,

    /// <summary>已更新</summary>
    Confirmed,

    /// <summary>退回</summary>
    Refused,
}

/// <summary>What a member asks to have changed in the own entry of the roster (更新登记事项, WZ-4.3, QDN-4.1d), at any time; the centre looks at it before it counts.</summary>
public sealed class EntryUpdate : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid MembershipId { get; init; }

    /// <summary>Null where it stays; so with all of them.</summary>
    public Sealed? NewPhone { get; init; }

    public Sealed? NewAddress { get; init; }

    public List<string>? Specialities { get; init; }

    public List<string>? Languages { get; init; }

    public required Guid ProposedById { get; init; }

    public required DateTime ProposedAtUtc { get; init; }

    public required EntryUpdateStatus Status { get; set; }

    public Guid? DecidedById { get; set; }

    public DateTime? DecidedAtUtc { get; set; }

    public string? DecisionNote { get; set; }
}

internal sealed class EntryUpdateTable : IEntityTypeConfiguration<EntryUpdate>
{
    public void Configure(EntityTypeBuilder<EntryUpdate> update)
    {
        update.ToTable("entry_updates", table =>
        {
            table.HasCheckConstraint("ck_entry_updates_decided", "(status = 'Waiting') = (decided_by_id is null)");
            table.HasCheckConstraint("ck_entry_updates_something", "num_nonnulls(new_phone, new_address, specialities, languages) > 0");
        });
        update.Property(u => u.DecisionNote).HasMaxLength(500);
        update.HasOne<Membership>().WithMany().HasForeignKey(u => u.MembershipId).OnDelete(DeleteBehavior.Restrict);
        update.HasIndex(u => u.MembershipId).IsUnique().HasFilter("status = 'Waiting'").HasDatabaseName("ix_entry_updates_one_waiting");
        update.HasIndex(u => new { u.OfficeId, u.Status, u.ProposedAtUtc });
    }
}
