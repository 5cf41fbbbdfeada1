using LegalAid.Store.Offices;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Assignment;

/// <summary>Which cases a queue turns over.</summary>
public enum QueueKind
{
    /// <summary>刑事案件按序指派（BB-11.1）</summary>
    Criminal = 1,

    /// <summary>民事、行政、仲裁及其他（BB-10）</summary>
    Other,
}

/// <summary>An office's queue of institutions or of people, as its book says (轮候队列). Its row is locked while a turn is given, so one turn goes to one case.</summary>
public sealed class RotationQueue : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required QueueKind Kind { get; init; }

    /// <summary>Turns given so far; also the version a proposal was looked at.</summary>
    public required long Turn { get; set; }

    public List<QueuePlace> Places { get; init; } = [];
}

/// <summary>The place of an institution, or of a member, in a queue: what it was entitled to, less what it got, in millionths of a case.</summary>
public sealed class QueuePlace : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid QueueId { get; init; }

    /// <summary>Whose place it is; null where the turn goes to persons.</summary>
    public Guid? InstitutionId { get; init; }

    /// <summary>Whose place it is; null where the turn goes to institutions.</summary>
    public Guid? MembershipId { get; init; }

    public required long BalanceMillionths { get; set; }

    /// <summary>The published order that settles what balances and waiting leave equal; see <see cref="LotteryDraw"/>.</summary>
    public required int DrawnOrder { get; init; }

    /// <summary>The turn in which it last took a case, or joined.</summary>
    public required long WaitingSinceTurn { get; set; }

    /// <summary>The first day its holder stands in the queue no more; may lie ahead. The balance stays in the queue's sum.</summary>
    public DateOnly? ClosedOn { get; set; }
}

/// <summary>One place's line in one turn: why its balance is what it is. Never changed; a reversal is another line.</summary>
public sealed class QueueEntry : IOfficeOwned, IAppendOnly
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid QueueId { get; init; }

    public required Guid PlaceId { get; init; }

    public required long Turn { get; init; }

    public required Guid AssignmentId { get; init; }

    public required long ShareMillionths { get; init; }

    public required long PaidMillionths { get; init; }

    public required long BalanceAfterMillionths { get; init; }

    /// <summary>Since which turn the place had waited before this one; a reversal gives the wait back.</summary>
    public required long WaitedSinceTurn { get; init; }

    public required bool IsReversal { get; init; }
}

internal sealed class RotationQueueTable : IEntityTypeConfiguration<RotationQueue>
{
    public void Configure(EntityTypeBuilder<RotationQueue> queue)
    {
        queue.HasOne<Office>().WithMany().HasForeignKey(q => q.OfficeId).OnDelete(DeleteBehavior.Restrict);
        queue.HasIndex(q => new { q.OfficeId, q.Kind }).IsUnique();
    }
}

internal sealed class QueuePlaceTable : IEntityTypeConfiguration<QueuePlace>
{
    public void Configure(EntityTypeBuilder<QueuePlace> place)
    {
        place.ToTable(table => table.HasCheckConstraint("ck_queue_places_one_holder", "num_nonnulls(institution_id, membership_id) = 1"));
        place.HasOne<RotationQueue>().WithMany(q => q.Places).HasForeignKey(p => p.QueueId).OnDelete(DeleteBehavior.Restrict);
        place.HasOne<Institution>().WithMany().HasForeignKey(p => p.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        place.HasOne<Membership>().WithMany().HasForeignKey(p => p.MembershipId).OnDelete(DeleteBehavior.Restrict);
        place.HasIndex(p => new { p.QueueId, p.InstitutionId }).IsUnique().HasFilter("closed_on is null");   // one who comes back gets a new place
        place.HasIndex(p => new { p.QueueId, p.MembershipId }).IsUnique().HasFilter("closed_on is null");
        place.HasIndex(p => new { p.QueueId, p.DrawnOrder }).IsUnique();
    }
}

internal sealed class QueueEntryTable : IEntityTypeConfiguration<QueueEntry>
{
    public void Configure(EntityTypeBuilder<QueueEntry> entry)
    {
        entry.HasOne<QueuePlace>().WithMany().HasForeignKey(e => e.PlaceId).OnDelete(DeleteBehavior.Restrict);
        entry.HasIndex(e => new { e.QueueId, e.Turn, e.PlaceId }).IsUnique();   // one turn, one line per place
    }
}
