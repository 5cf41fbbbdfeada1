using LegalAid.Rules.Registry;
using LegalAid.Store.Offices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Training;

/// <summary>Whom a training is for.</summary>
public enum InvitedPeople
{
    /// <summary>全体在库人员</summary>
    Everybody = 1,

    /// <summary>办案库人员</summary>
    CasePool,

    /// <summary>愿意值班的人员</summary>
    DutyPool,

    /// <summary>未参加岗前培训的人员</summary>
    WithoutInduction,

    /// <summary>服务团全体成员: the prefecture's, wherever they stand on a roster (QDN-4.5a).</summary>
    Corps,

    /// <summary>只邀请点名的人: nobody of the pool; cadres and members of the corps are invited one by one.</summary>
    Named,
}

/// <summary>A training the centre plans (培训, QJ-5.3, QDN-4.5a): when and where, how many hours it counts, and for whom.</summary>
public sealed class TrainingEvent : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required string Title { get; init; }

    /// <summary>Who teaches; may be from elsewhere (TL-4.2a).</summary>
    public string? Lecturer { get; init; }

    /// <summary>Whom the lecturer comes from: the municipal bureau, a court, a university.</summary>
    public string? LecturerUnit { get; init; }

    public required string Place { get; init; }

    public required DateTime StartsAtUtc { get; init; }

    public required DateTime EndsAtUtc { get; init; }

    /// <summary>From when one may sign in, by the book of the day it was planned.</summary>
    public required DateTime SignInFromUtc { get; init; }

    /// <summary>What it counts in a year's training, in tenths of an hour.</summary>
    public required int HourTenths { get; init; }

    /// <summary>岗前培训: the centre's own training that comes before the work (WZ-10.1).</summary>
    public required bool Induction { get; init; }

    public required InvitedPeople Invited { get; init; }

    /// <summary>Only people of this kind; null for all.</summary>
    public PractitionerKind? Kind { get; init; }

    public required Guid PlannedById { get; init; }

    public required DateTime PlannedAtUtc { get; init; }

    public DateTime? CancelledAtUtc { get; set; }

    /// <summary>Why it does not take place.</summary>
    public string? Reason { get; set; }
}

internal sealed class TrainingEventTable : IEntityTypeConfiguration<TrainingEvent>
{
    public void Configure(EntityTypeBuilder<TrainingEvent> training)
    {
        training.ToTable("training_events", table => table.HasCheckConstraint("ck_training_events_times", "ends_at_utc > starts_at_utc and sign_in_from_utc <= starts_at_utc and hour_tenths > 0"));
        training.Property(t => t.Title).HasMaxLength(80);
        training.Property(t => t.Lecturer).HasMaxLength(60);
        training.Property(t => t.LecturerUnit).HasMaxLength(60);
        training.Property(t => t.Place).HasMaxLength(100);
        training.Property(t => t.Reason).HasMaxLength(200);
        training.HasOne<Office>().WithMany().HasForeignKey(t => t.OfficeId).OnDelete(DeleteBehavior.Restrict);
        training.HasIndex(t => new { t.OfficeId, t.StartsAtUtc });
    }
}
