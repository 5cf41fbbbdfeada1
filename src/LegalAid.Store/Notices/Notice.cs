using LegalAid.Store.Assignment;
using LegalAid.Store.Corps;
using LegalAid.Store.Intake;
using LegalAid.Store.Offices;
using LegalAid.Store.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Notices;

/// <summary>
/// Somebody is to know something (通知): written in the transaction of what happened, so neither is there without the other. It stands in the addressee's inbox
/// from then on; the sendings outside the program are made from it later. Exactly one of the four addressees is set.
/// </summary>
public sealed class Notice : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required NoticeKind Kind { get; init; }

    /// <summary>An account of the centre or its bureau.</summary>
    public Guid? OfficerId { get; init; }

    /// <summary>An institution: whoever administers it reads for it.</summary>
    public Guid? InstitutionId { get; init; }

    /// <summary>A practitioner of the roster, with or without an account.</summary>
    public Guid? MembershipId { get; init; }

    /// <summary>A recipient, who has no account and is only reached outside.</summary>
    public Guid? PartyId { get; init; }

    /// <summary>The case it speaks of; null where it speaks of none.</summary>
    public Guid? CaseId { get; init; }

    public Guid? AuthorityId { get; init; }

    /// <summary>The recruitment round it announces; null where it announces none.</summary>
    public Guid? RoundId { get; init; }

    /// <summary>The application to the pool it speaks of.</summary>
    public Guid? ApplicationId { get; init; }

    /// <summary>The posted case it calls to bid for; nothing in it tells which case that is.</summary>
    public Guid? PostingId { get; init; }

    /// <summary>Where it is dealt with, when the kind alone does not say: a county's people read a prefecture's round on its public page.</summary>
    public string? Path { get; init; }

    public Guid? AssignmentId { get; init; }

    /// <summary>What it said, as it stood; names nobody.</summary>
    public required string Text { get; init; }

    /// <summary>送达: something begins to run for the addressee, so it is sent by every way that is known, whatever was chosen.</summary>
    public required bool HasLegalEffect { get; init; }

    /// <summary>The end of the clock it speaks of.</summary>
    public DateTime? DueAtUtc { get; init; }

    public required DateTime WrittenAtUtc { get; init; }

    /// <summary>When its sendings were made, or it was found that none are to be; null until then.</summary>
    public DateTime? RoutedAtUtc { get; set; }
}

/// <summary>An officer opened a notice (已读). The first one of an institution reads for it.</summary>
public sealed class NoticeReading : IOfficeOwned, IAppendOnly
{
    public required Guid NoticeId { get; init; }

    public required Guid OfficerId { get; init; }

    public required Guid OfficeId { get; init; }

    public required DateTime ReadAtUtc { get; init; }
}

internal sealed class NoticeTable : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.ToTable("notices", table =>
        {
            table.HasCheckConstraint("ck_notices_one_addressee", "num_nonnulls(officer_id, institution_id, membership_id, party_id) = 1");
            table.HasCheckConstraint("ck_notices_one_subject", "num_nonnulls(case_id, round_id) <= 1");
        });
        notice.Property(n => n.Text).HasMaxLength(300);
        notice.Property(n => n.Path).HasMaxLength(100);
        notice.HasOne<RecruitmentRound>().WithMany().HasForeignKey(n => n.RoundId).OnDelete(DeleteBehavior.Restrict);
        notice.HasIndex(n => n.RoundId).HasFilter("round_id is not null");
        notice.HasOne<PoolApplication>().WithMany().HasForeignKey(n => n.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        notice.HasOne<CasePosting>().WithMany().HasForeignKey(n => n.PostingId).OnDelete(DeleteBehavior.Restrict);
        notice.HasOne<Office>().WithMany().HasForeignKey(n => n.OfficeId).OnDelete(DeleteBehavior.Restrict);
        notice.HasOne<AidCase>().WithMany().HasForeignKey(n => n.CaseId).OnDelete(DeleteBehavior.Restrict);
        notice.HasOne<ActingAuthority>().WithMany().HasForeignKey(n => n.AuthorityId).OnDelete(DeleteBehavior.Restrict);
        notice.HasOne<Institution>().WithMany().HasForeignKey(n => n.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        notice.HasOne<Membership>().WithMany().HasForeignKey(n => n.MembershipId).OnDelete(DeleteBehavior.Restrict);
        notice.HasIndex(n => new { n.OfficeId, n.OfficerId, n.WrittenAtUtc });
        notice.HasIndex(n => new { n.OfficeId, n.InstitutionId, n.WrittenAtUtc });
        notice.HasIndex(n => new { n.OfficeId, n.MembershipId, n.WrittenAtUtc });
        notice.HasIndex(n => new { n.OfficeId, n.WrittenAtUtc }).HasFilter("routed_at_utc is null").HasDatabaseName("ix_notices_to_route");

        // Two nodes that find the same clock nearing its end tell of it once.
        notice.HasIndex(n => new { n.CaseId, n.Kind, n.DueAtUtc, n.OfficerId, n.InstitutionId }).IsUnique().AreNullsDistinct(false)
            .HasFilter("kind = 'NamingNearsEnd' or kind = 'ClockNearsEnd' or kind = 'StatutoryNearsEnd'").HasDatabaseName("ix_notices_clock_once");
    }
}

internal sealed class NoticeReadingTable : IEntityTypeConfiguration<NoticeReading>
{
    public void Configure(EntityTypeBuilder<NoticeReading> reading)
    {
        reading.HasKey(r => new { r.NoticeId, r.OfficerId });
        reading.HasOne<Notice>().WithMany().HasForeignKey(r => r.NoticeId).OnDelete(DeleteBehavior.Restrict);
    }
}
