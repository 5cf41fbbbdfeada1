using LegalAid.Rules.Quality;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>The four grades of a case-quality assessment (案件质量等次), best first.</summary>
public enum Grade
{
    Excellent = 1,
    Good,
    Qualified,
    Unqualified,
}

/// <summary>The grade an assessing body gave one case of a member.</summary>
public sealed class QualityGrade : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid MembershipId { get; init; }

    public required string CaseNumber { get; init; }

    public required string AssessedBy { get; init; }

    /// <summary>How high the body stands, 1 the highest; told by its name and kept, so that questions may be asked by it.</summary>
    public int LevelOrder
    {
        get => AssessmentLevels.OrderOf(AssessedBy);
        private set { }
    }

    public required Grade Grade { get; init; }

    public required DateOnly EffectiveOn { get; init; }
}

/// <summary>A member's training and the examination that followed it.</summary>
public sealed class ExamResult : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid MembershipId { get; init; }

    public DateOnly? TrainedOn { get; init; }

    public required DateOnly ExaminedOn { get; init; }

    public required int Score { get; init; }

    /// <summary>The paper it was sat by; null for one brought along.</summary>
    public Guid? SittingId { get; init; }
}

internal sealed class QualityGradeTable : IEntityTypeConfiguration<QualityGrade>
{
    public void Configure(EntityTypeBuilder<QualityGrade> grade)
    {
        grade.Property(g => g.CaseNumber).HasMaxLength(30);
        grade.Property(g => g.AssessedBy).HasMaxLength(40);
        grade.Property(g => g.LevelOrder).UsePropertyAccessMode(PropertyAccessMode.Property);
        grade.HasOne<Membership>().WithMany(m => m.Grades).HasForeignKey(g => g.MembershipId).OnDelete(DeleteBehavior.Restrict);
        grade.HasIndex(g => new { g.MembershipId, g.CaseNumber, g.AssessedBy, g.EffectiveOn }).IsUnique();
    }
}

internal sealed class ExamResultTable : IEntityTypeConfiguration<ExamResult>
{
    public void Configure(EntityTypeBuilder<ExamResult> exam)
    {
        exam.HasOne<Membership>().WithMany(m => m.Exams).HasForeignKey(e => e.MembershipId).OnDelete(DeleteBehavior.Restrict);
        exam.HasIndex(e => new { e.MembershipId, e.ExaminedOn }).IsUnique().HasFilter("sitting_id is null");
        exam.HasOne<Training.ExamSitting>().WithMany().HasForeignKey(e => e.SittingId).OnDelete(DeleteBehavior.Restrict);
        exam.HasIndex(e => e.SittingId).IsUnique();
    }
}
