using LegalAid.Store.Offices;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Training;

/// <summary>
/// An exam people may sit within a window (考试, WZ-10.2). Papers are drawn by a seed laid down when the exam is planned: its hash is public at once,
/// the seed itself when the exam is over, so that nobody can tell a paper before and everybody can check it afterwards.
/// </summary>
public sealed class Exam : IOfficeOwned, IAppendOnly
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required string Title { get; init; }

    public required DateTime OpensAtUtc { get; init; }

    public required DateTime ClosesAtUtc { get; init; }

    /// <summary>How long one has from opening the paper.</summary>
    public required int Minutes { get; init; }

    public required int Questions { get; init; }

    public required string SeedHash { get; init; }

    public required Sealed SealedSeed { get; init; }

    public required Guid PlannedById { get; init; }

    public required DateTime PlannedAtUtc { get; init; }
}

/// <summary>One person's paper (答卷): drawn when they began, kept as it was sat, scored once.</summary>
public sealed class ExamSitting : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ExamId { get; init; }

    public Exam Exam { get; init; } = null!;

    public required Guid MembershipId { get; init; }

    /// <summary>A member's sittings are numbered from one, over all exams.</summary>
    public required int Number { get; init; }

    public required DateTime StartedAtUtc { get; init; }

    /// <summary>Until when it may be handed in.</summary>
    public required DateTime DueAtUtc { get; init; }

    /// <summary>The bank it was drawn from (SHA-256).</summary>
    public required string ListHash { get; init; }

    /// <summary>The questions with their keys as they stood, as JSON.</summary>
    public required string Paper { get; init; }

    /// <summary>The letters given to each question, as JSON; null until handed in.</summary>
    public string? Given { get; set; }

    public DateTime? HandedInAtUtc { get; set; }

    /// <summary>Of a hundred; null until handed in.</summary>
    public int? Score { get; set; }

    /// <summary>Whether the score reached the mark of the day it was sat.</summary>
    public bool? Passed { get; set; }
}

internal sealed class ExamTable : IEntityTypeConfiguration<Exam>
{
    public void Configure(EntityTypeBuilder<Exam> exam)
    {
        exam.ToTable("exams", table => table.HasCheckConstraint("ck_exams_window", "closes_at_utc > opens_at_utc and minutes > 0 and questions > 0"));
        exam.Property(e => e.Title).HasMaxLength(80);
        exam.Property(e => e.SeedHash).HasMaxLength(64);
        exam.HasOne<Office>().WithMany().HasForeignKey(e => e.OfficeId).OnDelete(DeleteBehavior.Restrict);
        exam.HasIndex(e => new { e.OfficeId, e.OpensAtUtc });
    }
}

internal sealed class ExamSittingTable : IEntityTypeConfiguration<ExamSitting>
{
    public void Configure(EntityTypeBuilder<ExamSitting> sitting)
    {
        sitting.ToTable("exam_sittings", table => table.HasCheckConstraint("ck_exam_sittings_scored", "num_nulls(given, handed_in_at_utc, score, passed) in (0, 4) and score between 0 and 100"));
        sitting.Property(s => s.ListHash).HasMaxLength(64);
        sitting.HasOne(s => s.Exam).WithMany().HasForeignKey(s => s.ExamId).OnDelete(DeleteBehavior.Restrict);
        sitting.HasOne<Membership>().WithMany().HasForeignKey(s => s.MembershipId).OnDelete(DeleteBehavior.Restrict);
        sitting.HasIndex(s => new { s.MembershipId, s.Number }).IsUnique();        // two devices beginning at once get one paper
        sitting.HasIndex(s => s.ExamId);
    }
}
