using LegalAid.Rules.Assignment;
using LegalAid.Store.Offices;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Assignment;

/// <summary>
/// A seed laid down before the list it will draw is known (种子承诺): its hash is public and journalled at once, the seed itself stays sealed until the draw.
/// Whoever makes the list cannot fit it to the seed, and the seed cannot be exchanged afterwards.
/// </summary>
public sealed class LotteryCommitment : IOfficeOwned, IAppendOnly
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required QueueKind Kind { get; init; }

    /// <summary>The draws of this queue are numbered from one; each has one commitment.</summary>
    public required int Number { get; init; }

    public required string SeedHash { get; init; }

    public required Sealed SealedSeed { get; init; }

    public required DateTime AtUtc { get; init; }
}

/// <summary>A draw as it is published (抽签): seed, hash of the list, and the entries in the order drawn, with the places they got.</summary>
public sealed class LotteryDraw : IOfficeOwned, IAppendOnly
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid CommitmentId { get; init; }

    public required Guid QueueId { get; init; }

    public required string Seed { get; init; }

    public required string ListHash { get; init; }

    /// <summary>Names of institutions or numbers of licences, in the order drawn.</summary>
    public required List<string> Entries { get; init; }

    /// <summary>The place of the first entry in the queue's published order; the rest follow it.</summary>
    public required int FirstPosition { get; init; }

    public required DateTime AtUtc { get; init; }

    public LotteryPublication Publication(LotteryCommitment commitment) => new(commitment.SeedHash, Seed, ListHash, Entries)
    {
        Moments = new(OfficeClock.ToLocal(commitment.AtUtc), OfficeClock.ToLocal(AtUtc)),
    };
}

internal sealed class LotteryCommitmentTable : IEntityTypeConfiguration<LotteryCommitment>
{
    public void Configure(EntityTypeBuilder<LotteryCommitment> commitment)
    {
        commitment.Property(c => c.SeedHash).HasMaxLength(64);
        commitment.HasOne<Office>().WithMany().HasForeignKey(c => c.OfficeId).OnDelete(DeleteBehavior.Restrict);
        commitment.HasIndex(c => new { c.OfficeId, c.Kind, c.Number }).IsUnique();     // nobody draws a second seed because the first does not please
    }
}

internal sealed class LotteryDrawTable : IEntityTypeConfiguration<LotteryDraw>
{
    public void Configure(EntityTypeBuilder<LotteryDraw> draw)
    {
        draw.Property(d => d.Seed).HasMaxLength(100);
        draw.Property(d => d.ListHash).HasMaxLength(64);
        draw.HasOne<RotationQueue>().WithMany().HasForeignKey(d => d.QueueId).OnDelete(DeleteBehavior.Restrict);
        draw.HasOne<LotteryCommitment>().WithMany().HasForeignKey(d => d.CommitmentId).OnDelete(DeleteBehavior.Restrict);
        draw.HasIndex(d => d.CommitmentId).IsUnique();     // a seed draws once
        draw.HasIndex(d => new { d.QueueId, d.FirstPosition }).IsUnique();
    }
}
