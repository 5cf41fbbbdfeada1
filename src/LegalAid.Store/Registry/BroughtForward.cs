using System.Linq.Expressions;
using LegalAid.Rules.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>
/// A member's figure from before the program was used (期初数据), true as of a day. Never changed: a correction is a new row that replaces the earlier one, so it is always known
/// what was believed when, from which file and by whom.
/// </summary>
public sealed class BroughtForward : IOfficeOwned, IAppendOnly
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid MembershipId { get; init; }

    public required BroughtForwardKind Kind { get; init; }

    /// <summary>The first day of the year or quarter it counts for.</summary>
    public required DateOnly PeriodFrom { get; init; }

    /// <summary>The last day it covers.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>In the unit the kind names: shifts, tenths of a point, fen.</summary>
    public required long Amount { get; init; }

    /// <summary>The row this one puts right; null for the first of its kind and period.</summary>
    public Guid? ReplacesId { get; init; }

    /// <summary>The file it came with.</summary>
    public required Guid UploadId { get; init; }

    public required Guid RecordedById { get; init; }

    public required DateTime RecordedAtUtc { get; init; }

    /// <summary>The rows nothing has replaced.</summary>
    public static Expression<Func<BroughtForward, bool>> Standing(AidDb db) => figure => !db.BroughtForwards.Any(later => later.ReplacesId == figure.Id);
}

internal sealed class BroughtForwardTable : IEntityTypeConfiguration<BroughtForward>
{
    public void Configure(EntityTypeBuilder<BroughtForward> figure)
    {
        figure.HasOne<Membership>().WithMany().HasForeignKey(f => f.MembershipId).OnDelete(DeleteBehavior.Restrict);
        figure.HasOne<RegistryUpload>().WithMany().HasForeignKey(f => f.UploadId).OnDelete(DeleteBehavior.Restrict);
        figure.HasOne<BroughtForward>().WithMany().HasForeignKey(f => f.ReplacesId).OnDelete(DeleteBehavior.Restrict);
        figure.HasIndex(f => f.ReplacesId).IsUnique();      // settles two corrections at once
        figure.HasIndex(f => new { f.MembershipId, f.Kind, f.PeriodFrom }).IsUnique().HasFilter("replaces_id is null").HasDatabaseName("ix_brought_forwards_one_first");
    }
}
