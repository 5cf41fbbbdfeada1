using LegalAid.Store.Assignment;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>What a paper handed in with an application is.</summary>
public enum ApplicationPaperKind
{
    /// <summary>照片</summary>
    Photo = 1,

    /// <summary>执业证复印件</summary>
    Licence,

    /// <summary>身份证复印件</summary>
    IdentityCard,

    /// <summary>法律职业资格证复印件</summary>
    Qualification,

    /// <summary>所在单位盖章页</summary>
    Endorsement,

    /// <summary>承诺书</summary>
    Commitment,
}

/// <summary>One file handed in with an application, sealed; a later one of the same kind takes its place and the earlier stays.</summary>
public sealed class ApplicationPaper : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ApplicationId { get; init; }

    public required ApplicationPaperKind Kind { get; init; }

    public required EvidenceType Type { get; init; }

    public required int Bytes { get; init; }

    public required Sealed Content { get; init; }

    public required DateTime AddedAtUtc { get; init; }

    public required Guid AddedById { get; init; }

    public DateTime? ReplacedAtUtc { get; set; }
}

/// <summary>What a line of somebody's career is.</summary>
public enum CareerKind
{
    /// <summary>执业经历 (QJ-F.4)</summary>
    Employment = 1,

    /// <summary>奖励 (QJ-F.5)</summary>
    Award,

    /// <summary>行政处罚、行业处分 (QJ-F.5, QJ-2.4b)</summary>
    Sanction,
}

/// <summary>A line of an applicant's career as they state it (执业经历、奖惩情况).</summary>
public sealed class CareerLine : IOfficeOwned
{
    /// <summary>The query filter that leaves out the lines taken out again.</summary>
    public const string StandingFilter = "standing";

    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ApplicationId { get; init; }

    public required CareerKind Kind { get; init; }

    /// <summary>The first day of an employment; the day an award or a sanction took effect.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>The last day; null while it lasts, and for awards and sanctions.</summary>
    public DateOnly? LastDay { get; init; }

    public required string Statement { get; init; }

    /// <summary>When the applicant took it out again; null while it stands.</summary>
    public DateTime? RemovedAtUtc { get; set; }
}

internal sealed class ApplicationPaperTable : IEntityTypeConfiguration<ApplicationPaper>
{
    public void Configure(EntityTypeBuilder<ApplicationPaper> paper)
    {
        paper.ToTable("application_papers");
        paper.HasOne<PoolApplication>().WithMany().HasForeignKey(p => p.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        paper.HasIndex(p => new { p.ApplicationId, p.Kind }).IsUnique().HasFilter("replaced_at_utc is null").HasDatabaseName("ix_application_papers_one_current");
    }
}

internal sealed class CareerLineTable : IEntityTypeConfiguration<CareerLine>
{
    public void Configure(EntityTypeBuilder<CareerLine> line)
    {
        line.ToTable("career_lines", table => table.HasCheckConstraint("ck_career_lines_days", "last_day is null or last_day >= first_day"));
        line.Property(l => l.Statement).HasMaxLength(200);
        line.HasOne<PoolApplication>().WithMany().HasForeignKey(l => l.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        line.HasIndex(l => l.ApplicationId);
        line.HasQueryFilter(CareerLine.StandingFilter, l => l.RemovedAtUtc == null);
    }
}
