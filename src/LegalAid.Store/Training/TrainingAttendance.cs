using LegalAid.Rules.Training;
using LegalAid.Store.Assignment;
using LegalAid.Store.Corps;
using LegalAid.Store.Offices;
using LegalAid.Store.Registry;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Training;

/// <summary>
/// One person invited to a training: whether they came, why not, and whether they made up for it. A member of the office's own roster, or a guest by name: a cadre of a station
/// or of the office (TL-4.2a), who bears on no gate and no count, or one of the prefecture's corps who stands on a county's roster (QDN-4.5a).
/// </summary>
public sealed class TrainingAttendance : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid EventId { get; init; }

    public TrainingEvent Event { get; init; } = null!;

    /// <summary>Null for a guest.</summary>
    public Guid? MembershipId { get; init; }

    public Membership? Member { get; init; }

    /// <summary>A guest's name as it was when they were invited; null for a member.</summary>
    public string? GuestName { get; init; }

    /// <summary>The station, body or institution a guest belongs to.</summary>
    public string? GuestUnit { get; init; }

    /// <summary>A cadre's own account at a station of the office, by which they sign in; null for who has none.</summary>
    public Guid? OfficerId { get; init; }

    /// <summary>The prefecture's row of a guest who is one of its corps; null for a cadre.</summary>
    public Guid? CorpsMemberId { get; init; }

    public CorpsMember? CorpsMember { get; init; }

    /// <summary>Whom the journal's lines on it speak of.</summary>
    public Guid SubjectId => MembershipId ?? CorpsMemberId ?? Id;

    /// <summary>Of the office itself or of one of its stations, and not of the pool or the corps.</summary>
    public bool IsCadre => MembershipId is null && CorpsMemberId is null;

    /// <summary>When the code was typed, which is what counts.</summary>
    public DateTime? SignedInAtUtc { get; set; }

    /// <summary>The moment somebody told whose code arrived later: it waits for the centre and counts for nothing yet; null again when it was not accepted.</summary>
    public DateTime? SignInToldAtUtc { get; set; }

    /// <summary>When the code arrived here; later where the network was down.</summary>
    public DateTime? SignInArrivedAtUtc { get; set; }

    /// <summary>The officer who recorded it by hand or confirmed what was sent later; null for a code sent at once.</summary>
    public Guid? SignedInById { get; set; }

    public int WrongCodes { get; set; }

    /// <summary>Why they could not come.</summary>
    public string? Reason { get; set; }

    /// <summary>Until when it may be made up; null where the office's book knows no such clock.</summary>
    public DateTime? MakeUpDueAtUtc { get; set; }

    /// <summary>When proof came that waits for the centre or was confirmed; null again when it was sent back.</summary>
    public DateTime? MakeUpSentAtUtc { get; set; }

    public bool MadeUp { get; set; }

    public Guid? RuledById { get; set; }

    /// <summary>Why the centre sent the proof back.</summary>
    public string? ReturnReason { get; set; }

    public AttendanceFacts FactsOf(TrainingEvent training) =>
        new(training.StartsAtUtc, training.EndsAtUtc, SignedInAtUtc, MakeUpDueAtUtc, MakeUpSentAtUtc, MadeUp, SignInToldAtUtc, training.SignInFromUtc, MakesUp: !IsCadre);
}

/// <summary>What shows that a missed training was made up (补课材料): one file, sealed, never changed; another one after it was sent back.</summary>
public sealed class MakeUpProof : IOfficeOwned, IAppendOnly
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid AttendanceId { get; init; }

    public required DateTime SentAtUtc { get; init; }

    public required EvidenceType Type { get; init; }

    public required int Bytes { get; init; }

    /// <summary>The file as it came; its name is not kept, it may name people.</summary>
    public required Sealed Content { get; init; }
}

internal sealed class TrainingAttendanceTable : IEntityTypeConfiguration<TrainingAttendance>
{
    public void Configure(EntityTypeBuilder<TrainingAttendance> attendance)
    {
        attendance.ToTable("training_attendances", table =>
        {
            table.HasCheckConstraint("ck_training_attendances_made_up", "not (made_up and make_up_sent_at_utc is null)");
            table.HasCheckConstraint("ck_training_attendances_member_or_guest", "(membership_id is null) <> (guest_name is null) and (guest_name is null) = (guest_unit is null)");
            table.HasCheckConstraint("ck_training_attendances_guest", "num_nonnulls(membership_id, officer_id, corps_member_id) <= 1");
        });
        attendance.Property(a => a.GuestName).HasMaxLength(Attendees.LongestName);
        attendance.Property(a => a.GuestUnit).HasMaxLength(Attendees.LongestUnit);
        attendance.Property(a => a.Reason).HasMaxLength(200);
        attendance.Property(a => a.ReturnReason).HasMaxLength(200);
        attendance.HasOne(a => a.Event).WithMany().HasForeignKey(a => a.EventId).OnDelete(DeleteBehavior.Restrict);
        attendance.HasOne(a => a.Member).WithMany().HasForeignKey(a => a.MembershipId).OnDelete(DeleteBehavior.Restrict);
        attendance.HasOne<Officer>().WithMany().HasForeignKey(a => a.OfficerId).OnDelete(DeleteBehavior.Restrict);
        attendance.HasOne(a => a.CorpsMember).WithMany().HasForeignKey(a => a.CorpsMemberId).OnDelete(DeleteBehavior.Restrict);
        attendance.HasIndex(a => new { a.EventId, a.MembershipId }).IsUnique();
        attendance.HasIndex(a => new { a.EventId, a.OfficerId }).IsUnique();
        attendance.HasIndex(a => new { a.EventId, a.CorpsMemberId }).IsUnique();
        attendance.HasIndex(a => new { a.EventId, a.GuestName, a.GuestUnit }).IsUnique().HasFilter("corps_member_id is null").HasDatabaseName("ix_training_attendances_one_cadre_once");
        attendance.HasIndex(a => a.CorpsMemberId);
        attendance.HasIndex(a => a.MembershipId);
    }
}

internal sealed class MakeUpProofTable : IEntityTypeConfiguration<MakeUpProof>
{
    public void Configure(EntityTypeBuilder<MakeUpProof> proof)
    {
        proof.ToTable("make_up_proofs");
        proof.HasOne<TrainingAttendance>().WithMany().HasForeignKey(p => p.AttendanceId).OnDelete(DeleteBehavior.Restrict);
        proof.HasIndex(p => new { p.AttendanceId, p.SentAtUtc });
    }
}
