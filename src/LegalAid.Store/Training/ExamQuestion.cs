using LegalAid.Rules.Training;
using LegalAid.Store.Offices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Training;

/// <summary>A question of the bank (题库, WZ-10.2). A retired one is drawn no more; papers that were sat keep it as it was.</summary>
public sealed class ExamQuestion : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required QuestionKind Kind { get; set; }

    public required string Stem { get; set; }

    /// <summary>What may be chosen, A first.</summary>
    public required List<string> Options { get; set; }

    /// <summary>The letters of what is right, in order: B, ACD.</summary>
    public required string Key { get; set; }

    public required DateTime ChangedAtUtc { get; set; }

    public DateTime? RetiredAtUtc { get; set; }
}

internal sealed class ExamQuestionTable : IEntityTypeConfiguration<ExamQuestion>
{
    public void Configure(EntityTypeBuilder<ExamQuestion> question)
    {
        question.Property(q => q.Stem).HasMaxLength(500);
        question.Property(q => q.Key).HasMaxLength(6);
        question.HasOne<Office>().WithMany().HasForeignKey(q => q.OfficeId).OnDelete(DeleteBehavior.Restrict);
        question.HasIndex(q => new { q.OfficeId, q.Stem }).IsUnique().HasFilter("retired_at_utc is null").HasDatabaseName("ix_exam_questions_once");
    }
}
