using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Store.Intake;
using LegalAid.Store.Offices;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Corps;

/// <summary>How far a posting has come. That its window is over the clock says.</summary>
public enum PostingStatus
{
    /// <summary>已发布</summary>
    Open = 1,

    /// <summary>已择优</summary>
    Chosen,

    /// <summary>已撤回</summary>
    Withdrawn,
}

/// <summary>
/// A waiting case shown for bids (案源发布, QDN-4.6a): what it says names nobody. The seed for a draw among equals is laid down with it, before anybody bids;
/// its hash is journalled and shown, itself it stays sealed until it is used.
/// </summary>
public sealed class CasePosting : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid CaseId { get; init; }

    public required CaseKind Kind { get; init; }

    public required CaseStage Stage { get; init; }

    /// <summary>The cause as it is shown, without names.</summary>
    public required string Cause { get; init; }

    /// <summary>What is asked of whoever takes it.</summary>
    public required string Requirement { get; init; }

    /// <summary>What is paid for it, where that is known.</summary>
    public string? Rate { get; init; }

    /// <summary>The earlier of the clocks of its assignment, as the posting tells it; null where none runs.</summary>
    public DateTime? DueAtUtc { get; init; }

    public required DateTime OpenedAtUtc { get; init; }

    public required Guid OpenedById { get; init; }

    public required DateTime ClosesAtUtc { get; init; }

    public required PostingStatus Status { get; set; }

    public required string SeedHash { get; init; }

    public required Sealed SealedSeed { get; init; }

    /// <summary>Whom the centre found best; several were equal. Empty before that.</summary>
    public List<Guid> BestIds { get; set; } = [];

    /// <summary>Why they were chosen, in writing (QDN-4.6b); kept when the posting is withdrawn. Null before that.</summary>
    public string? Reason { get; set; }

    public Guid? ChosenById { get; set; }

    public DateTime? ChosenAtUtc { get; set; }

    public string? WithdrawnReason { get; set; }

    public Guid? WithdrawnById { get; set; }

    public DateTime? WithdrawnAtUtc { get; set; }

    /// <summary>Published with the draw; null where there was none.</summary>
    public string? Seed { get; set; }

    /// <summary>The equals by what was drawn over, in the order drawn.</summary>
    public List<string> Drawn { get; set; } = [];

    /// <summary>The same equals as members, in the order drawn: whose number changes afterwards stays where the lot put them.</summary>
    public List<Guid> DrawnIds { get; set; } = [];

    /// <summary>The list's hash as it was journalled with the draw; null where there was none.</summary>
    public string? ListHash { get; set; }

    public List<PostingBid> Bids { get; init; } = [];

    /// <summary>The draw as anybody can check it; null where there was none.</summary>
    public LotteryPublication? Publication => Seed is null ? null : new(SeedHash, Seed, ListHash ?? string.Empty, Drawn);
}

/// <summary>A bid (报名): who would like to have a posted case. Taken back, it stays with the moment; the order in which bids came says nothing.</summary>
public sealed class PostingBid : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid PostingId { get; init; }

    public required Guid MembershipId { get; init; }

    public required DateTime AtUtc { get; set; }

    public DateTime? WithdrawnAtUtc { get; set; }
}

internal sealed class CasePostingTable : IEntityTypeConfiguration<CasePosting>
{
    public void Configure(EntityTypeBuilder<CasePosting> posting)
    {
        posting.ToTable("case_postings", table =>
        {
            table.HasCheckConstraint("ck_case_postings_chosen", "status = 'Withdrawn' or (status = 'Chosen') = (chosen_by_id is not null)");
            table.HasCheckConstraint("ck_case_postings_withdrawn", "(status = 'Withdrawn') = (withdrawn_by_id is not null)");
            table.HasCheckConstraint("ck_case_postings_drawn", "(seed is null) = (list_hash is null)");
        });
        posting.Property(p => p.Cause).HasMaxLength(80);
        posting.Property(p => p.Requirement).HasMaxLength(500);
        posting.Property(p => p.Rate).HasMaxLength(100);
        posting.Property(p => p.Reason).HasMaxLength(500);
        posting.Property(p => p.WithdrawnReason).HasMaxLength(500);
        posting.Property(p => p.ListHash).HasMaxLength(64);
        posting.Property(p => p.SeedHash).HasMaxLength(64);
        posting.Property(p => p.Seed).HasMaxLength(100);
        posting.Ignore(p => p.Publication);
        posting.HasOne<Office>().WithMany().HasForeignKey(p => p.OfficeId).OnDelete(DeleteBehavior.Restrict);
        posting.HasOne<AidCase>().WithMany().HasForeignKey(p => p.CaseId).OnDelete(DeleteBehavior.Restrict);
        posting.HasIndex(p => p.CaseId).IsUnique().HasFilter("status <> 'Withdrawn'").HasDatabaseName("ix_case_postings_one_that_stands");
        posting.HasIndex(p => new { p.OfficeId, p.Status, p.ClosesAtUtc });
    }
}

internal sealed class PostingBidTable : IEntityTypeConfiguration<PostingBid>
{
    public void Configure(EntityTypeBuilder<PostingBid> bid)
    {
        bid.HasOne<CasePosting>().WithMany(p => p.Bids).HasForeignKey(b => b.PostingId).OnDelete(DeleteBehavior.Restrict);
        bid.HasOne<Membership>().WithMany().HasForeignKey(b => b.MembershipId).OnDelete(DeleteBehavior.Restrict);
        bid.HasIndex(b => new { b.PostingId, b.MembershipId }).IsUnique();
    }
}
