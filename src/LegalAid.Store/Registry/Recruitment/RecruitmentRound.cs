using LegalAid.Rules.Registry;
using LegalAid.Store.Offices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>How far a recruitment round has come. Open and closed are told by the clock, not kept.</summary>
public enum RoundStatus
{
    /// <summary>拟稿</summary>
    Draft = 1,

    /// <summary>已发布</summary>
    Published,

    /// <summary>名单已公布</summary>
    ResultsPublished,

    /// <summary>已撤销</summary>
    Withdrawn,
}

/// <summary>
/// A call for people to come into the pool (招募批次, QJ-0.2, WZ-4.1): with a window and planned numbers, or a channel that stays open.
/// How many were published is kept apart from how many were planned (QJ-1.2).
/// </summary>
public sealed class RecruitmentRound : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required string Title { get; set; }

    /// <summary>The lists it is for.</summary>
    public required Pools Pools { get; set; }

    /// <summary>It fills the prefecture's service corps (服务团, QDN-3.1), not the office's own pool: told by the book when it is drafted.</summary>
    public bool ForCorps { get; init; }

    public required DateTime OpensAtUtc { get; set; }

    /// <summary>The first moment that is late; null for a channel that stays open. Moves only by a <see cref="RoundExtension"/>.</summary>
    public DateTime? ClosesAtUtc { get; set; }

    /// <summary>计划名额; null where none is set. A soft limit (QJ-1.1).</summary>
    public int? PlannedLawyers { get; set; }

    public int? PlannedLegalWorkers { get; set; }

    /// <summary>The words of the notice.</summary>
    public required string NoticeText { get; set; }

    public required RoundStatus Status { get; set; }

    public DateTime? PublishedAtUtc { get; set; }

    /// <summary>公布人数; frozen with the list (QJ-1.2).</summary>
    public int? PublishedHeadcount { get; set; }

    public DateTime? ResultsPublishedAtUtc { get; set; }

    /// <summary>The last day objections to the list are taken; null where the book sets no publicity period.</summary>
    public DateOnly? ObjectionsUntil { get; set; }

    /// <summary>Why it was taken back (撤销); null while it stands.</summary>
    public string? WithdrawnReason { get; set; }

    public DateTime? WithdrawnAtUtc { get; set; }

    /// <summary>The moment whose book counts: that of the opening, and in a channel that stays open that of the application.</summary>
    public DateTime BookMoment(DateTime applicationUtc) => ClosesAtUtc is null ? applicationUtc : OpensAtUtc;

    public bool IsOpenAt(DateTime nowUtc) => Status == RoundStatus.Published && nowUtc >= OpensAtUtc && !(nowUtc >= ClosesAtUtc);
}

/// <summary>A closing time moved (延长申报, QJ-6.3): before, after and why.</summary>
public sealed class RoundExtension : IOfficeOwned, IAppendOnly
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid RoundId { get; init; }

    public required DateTime ClosedAtUtcBefore { get; init; }

    public required DateTime ClosesAtUtc { get; init; }

    public required string Reason { get; init; }

    public required Guid OfficerId { get; init; }

    public required DateTime AtUtc { get; init; }
}

internal sealed class RecruitmentRoundTable : IEntityTypeConfiguration<RecruitmentRound>
{
    public void Configure(EntityTypeBuilder<RecruitmentRound> round)
    {
        round.ToTable("recruitment_rounds", table =>
        {
            table.HasCheckConstraint("ck_recruitment_rounds_window", "closes_at_utc is null or closes_at_utc > opens_at_utc");
            table.HasCheckConstraint("ck_recruitment_rounds_withdrawn", "(status = 'Withdrawn') = (withdrawn_reason is not null)");
            table.HasCheckConstraint("ck_recruitment_rounds_results", "(status = 'ResultsPublished') = (results_published_at_utc is not null)");
        });
        round.Property(r => r.Title).HasMaxLength(60);
        round.Property(r => r.NoticeText).HasMaxLength(4000);
        round.Property(r => r.WithdrawnReason).HasMaxLength(200);
        round.HasOne<Office>().WithMany().HasForeignKey(r => r.OfficeId).OnDelete(DeleteBehavior.Restrict);
        round.HasIndex(r => new { r.OfficeId, r.OpensAtUtc });
    }
}

internal sealed class RoundExtensionTable : IEntityTypeConfiguration<RoundExtension>
{
    public void Configure(EntityTypeBuilder<RoundExtension> extension)
    {
        extension.ToTable("round_extensions");
        extension.Property(e => e.Reason).HasMaxLength(200);
        extension.HasOne<RecruitmentRound>().WithMany().HasForeignKey(e => e.RoundId).OnDelete(DeleteBehavior.Restrict);
    }
}
