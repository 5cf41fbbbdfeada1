using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Training;

/// <summary>How a probation stands.</summary>
public enum ProbationStatus
{
    /// <summary>试用中</summary>
    Running = 1,

    /// <summary>已转正</summary>
    Passed,

    /// <summary>退出值班</summary>
    Ended,
}

/// <summary>A beginner's first months on duty (试用期, WZ-19): beside somebody experienced, judged by the centre when they are over.</summary>
public sealed class Probation : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid MembershipId { get; init; }

    public required DateOnly StartsOn { get; init; }

    /// <summary>The last day; an extension moves it.</summary>
    public required DateOnly EndsOn { get; set; }

    /// <summary>The experienced member beside whom the duties are done (老带新, WZ-19.2); none where the book pairs nobody.</summary>
    public required Guid? CompanionId { get; set; }

    public int Extensions { get; set; }

    public required ProbationStatus Status { get; set; }

    public Guid? AssessedById { get; set; }

    public DateOnly? AssessedOn { get; set; }

    /// <summary>What the centre found, last.</summary>
    public string? Conclusion { get; set; }

    /// <summary>For which end the centre was reminded.</summary>
    public DateOnly? RemindedOf { get; set; }
}

internal sealed class ProbationTable : IEntityTypeConfiguration<Probation>
{
    public void Configure(EntityTypeBuilder<Probation> probation)
    {
        probation.ToTable("probations", table => table.HasCheckConstraint("ck_probations_days", "ends_on >= starts_on and companion_id <> membership_id"));
        probation.Property(p => p.Conclusion).HasMaxLength(500);
        probation.HasOne<Membership>().WithMany().HasForeignKey(p => p.MembershipId).OnDelete(DeleteBehavior.Restrict);
        probation.HasOne<Membership>().WithMany().HasForeignKey(p => p.CompanionId).OnDelete(DeleteBehavior.Restrict);
        probation.HasIndex(p => p.MembershipId).IsUnique().HasFilter("status = 'Running'").HasDatabaseName("ix_probations_one_running");
        probation.HasIndex(p => new { p.OfficeId, p.Status, p.EndsOn });
    }
}
