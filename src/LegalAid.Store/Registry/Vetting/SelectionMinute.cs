using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>One line of the minutes of a selection (择优记录, QJ-5.1c, WZ-7.3d): who was chosen or not, by whom, why, and the vetting it rests on. Never changed; a later line may overturn it.</summary>
public sealed class SelectionMinute : IOfficeOwned, IAppendOnly
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid RoundId { get; init; }

    public required Guid ApplicationId { get; init; }

    public required bool Selected { get; init; }

    /// <summary>Speaks of a person in a row that never changes, so it is sealed.</summary>
    public required Sealed Reason { get; init; }

    /// <summary>Why more are taken than planned (QJ-1.1); null within the quota.</summary>
    public string? OverQuotaReason { get; init; }

    /// <summary>The vetting as it stood, with its facts.</summary>
    public required Guid DecisionId { get; init; }

    public required Guid OfficerId { get; init; }

    public required DateTime AtUtc { get; init; }
}

/// <summary>An objection to a published list (异议), and its answer. One found right takes the applicant off.</summary>
public sealed class ResultObjection : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid RoundId { get; init; }

    public required Guid ApplicationId { get; init; }

    /// <summary>Who objects; null where they gave no name.</summary>
    public string? RaisedBy { get; init; }

    public required DateOnly RaisedOn { get; init; }

    public required string Statement { get; init; }

    /// <summary>How whoever wrote it on the public page is reached; null where a clerk typed it.</summary>
    public Sealed? RaisersContact { get; init; }

    /// <summary>The clerk who typed it; null where it came by the public page.</summary>
    public Guid? RecordedById { get; init; }

    public required DateTime RecordedAtUtc { get; init; }

    public bool? Upheld { get; set; }

    public string? Answer { get; set; }

    public Guid? AnsweredById { get; set; }

    public DateTime? AnsweredAtUtc { get; set; }
}

internal sealed class SelectionMinuteTable : IEntityTypeConfiguration<SelectionMinute>
{
    public void Configure(EntityTypeBuilder<SelectionMinute> minute)
    {
        minute.ToTable("selection_minutes");
        minute.Property(m => m.OverQuotaReason).HasMaxLength(300);
        minute.HasOne<RecruitmentRound>().WithMany().HasForeignKey(m => m.RoundId).OnDelete(DeleteBehavior.Restrict);
        minute.HasOne<PoolApplication>().WithMany().HasForeignKey(m => m.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        minute.HasIndex(m => new { m.RoundId, m.AtUtc });
    }
}

internal sealed class ResultObjectionTable : IEntityTypeConfiguration<ResultObjection>
{
    public void Configure(EntityTypeBuilder<ResultObjection> objection)
    {
        objection.ToTable("result_objections", table => table.HasCheckConstraint("ck_result_objections_answer", "num_nonnulls(upheld, answer, answered_by_id, answered_at_utc) in (0, 4)"));
        objection.Property(o => o.RaisedBy).HasMaxLength(60);
        objection.Property(o => o.Statement).HasMaxLength(500);
        objection.Property(o => o.Answer).HasMaxLength(500);
        objection.HasOne<RecruitmentRound>().WithMany().HasForeignKey(o => o.RoundId).OnDelete(DeleteBehavior.Restrict);
        objection.HasOne<PoolApplication>().WithMany().HasForeignKey(o => o.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        objection.HasIndex(o => new { o.RoundId, o.RecordedAtUtc });
    }
}
