using LegalAid.Rules.Registry.Vetting;
using LegalAid.Store.Assignment;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>What a named person confirmed of a criterion nobody can compute (人工确认, QJ-2.1, WZ-6.1). The latest of a criterion counts; the earlier ones stay.</summary>
public sealed class VettingConfirmation : IOfficeOwned, IAppendOnly
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ApplicationId { get; init; }

    public required VettingCriterion Criterion { get; init; }

    public required bool Met { get; init; }

    /// <summary>What it rests on; speaks of a person in a row that never changes, so it is sealed.</summary>
    public required Sealed Reason { get; init; }

    public required Guid OfficerId { get; init; }

    public required DateTime AtUtc { get; init; }
}

/// <summary>An assessment before entry (准入考核, QJ-2.5b): the day, who assessed, the result. The latest counts.</summary>
public sealed class AdmissionAssessment : IOfficeOwned, IAppendOnly
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ApplicationId { get; init; }

    public required DateOnly HeldOn { get; init; }

    public required Sealed AssessedBy { get; init; }

    public required bool Passed { get; init; }

    public Sealed? Remark { get; init; }

    /// <summary>The sheet of the assessment; null where none was handed in.</summary>
    public EvidenceType? FileType { get; init; }

    public int FileBytes { get; init; }

    public Sealed? File { get; init; }

    public required Guid RecordedById { get; init; }

    public required DateTime RecordedAtUtc { get; init; }
}

internal sealed class VettingConfirmationTable : IEntityTypeConfiguration<VettingConfirmation>
{
    public void Configure(EntityTypeBuilder<VettingConfirmation> confirmation)
    {
        confirmation.ToTable("vetting_confirmations");
        confirmation.HasOne<PoolApplication>().WithMany().HasForeignKey(c => c.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        confirmation.HasIndex(c => new { c.ApplicationId, c.Criterion, c.AtUtc });
    }
}

internal sealed class AdmissionAssessmentTable : IEntityTypeConfiguration<AdmissionAssessment>
{
    public void Configure(EntityTypeBuilder<AdmissionAssessment> assessment)
    {
        assessment.ToTable("admission_assessments", table => table.HasCheckConstraint("ck_admission_assessments_file", "(file is null) = (file_type is null)"));
        assessment.HasOne<PoolApplication>().WithMany().HasForeignKey(a => a.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        assessment.HasIndex(a => new { a.ApplicationId, a.RecordedAtUtc });
    }
}
