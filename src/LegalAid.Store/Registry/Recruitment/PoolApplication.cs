using LegalAid.Rules.Registry;
using LegalAid.Store.Corps;
using LegalAid.Store.Offices;
using LegalAid.Store.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Registry;

/// <summary>How far an application has come (申报状态).</summary>
public enum ApplicationStatus
{
    /// <summary>草稿</summary>
    Draft = 1,

    /// <summary>待所在单位意见</summary>
    WithInstitution,

    /// <summary>已提交中心</summary>
    Submitted,

    /// <summary>退回补正</summary>
    Returned,

    /// <summary>视为放弃：截止时还没有提交中心 (QJ-6.3)</summary>
    Lapsed,

    /// <summary>本人撤回</summary>
    Withdrawn,

    /// <summary>拟入库</summary>
    Selected,

    /// <summary>不予入库</summary>
    Refused,

    /// <summary>已入库</summary>
    Admitted,

    /// <summary>批次已撤销: the centre withdrew the round before anybody was chosen.</summary>
    RoundWithdrawn,
}

/// <summary>
/// One person's application for the pool (入库申请表, QJ-F). Filled in bit by bit, so what is asked may be missing until it is handed in. Who submits to the centre,
/// and whose moment counts, the book says (<see cref="Submitter"/>): <see cref="SubmittedAtUtc"/> is that moment.
/// </summary>
public sealed class PoolApplication : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid RoundId { get; init; }

    /// <summary>The account that fills it in.</summary>
    public required Guid ApplicantId { get; init; }

    public required ApplicationStatus Status { get; set; }

    public required string Name { get; set; }

    /// <summary>男 or 女, as stated.</summary>
    public string? Gender { get; set; }

    public DateOnly? BornOn { get; set; }

    public Sealed? IdentityNumber { get; set; }

    /// <summary>Keyed hash of the identity number: finds the same person in the pool, and a removal under another name (WZ-28.6).</summary>
    public byte[]? IdentityIndex { get; set; }

    /// <summary>As what they apply.</summary>
    public required PoolPerson As { get; set; }

    public Guid? InstitutionId { get; set; }

    /// <summary>
    /// 所在单位 in the applicant's own words, where it was not among the institutions offered: a public lawyer's, a volunteer's, a firm's elsewhere. Stays beside the institution
    /// a clerk then matched it with.
    /// </summary>
    public string? Employer { get; set; }

    public string? LicenceNumber { get; set; }

    /// <summary>执业证首次颁发日</summary>
    public DateOnly? FirstLicensedOn { get; set; }

    /// <summary>法律职业资格证颁发日 (WZ-19.1)</summary>
    public DateOnly? QualifiedOn { get; set; }

    public DateOnly? FirstCriminalCaseOn { get; set; }

    public int CriminalCases { get; set; }

    public int PriorAidCases { get; set; }

    public ServiceIntents Intents { get; set; }

    /// <summary>The lists wanted; in an office with one list what the intents and the duty box say (QJ-F.2, QJ-F.3).</summary>
    public Pools Pools { get; set; }

    public Sealed? Phone { get; set; }

    public Sealed? Address { get; set; }

    /// <summary>政治面貌; asked for the form alone.</summary>
    public Sealed? PoliticalStatus { get; set; }

    public string? Education { get; set; }

    public List<string> Specialities { get; set; } = [];

    public List<string> Languages { get; set; } = [];

    /// <summary>When the declarations of the book were signed (QJ-2.1, WZ-6.1–6.4b).</summary>
    public DateTime? DeclaredAtUtc { get; set; }

    /// <summary>近三年受过党纪处理: yes or no, nothing more (WZ-6.4a).</summary>
    public bool? PartyDiscipline { get; set; }

    /// <summary>同意在公开名单上列明 (WZ-8.1); null until answered.</summary>
    public bool? ConsentsToList { get; set; }

    /// <summary>When it was handed to the institution for its opinion.</summary>
    public DateTime? HandedOverAtUtc { get; set; }

    /// <summary>所在单位意见 (QJ-5.2, WZ-7.2b)</summary>
    public string? InstitutionOpinion { get; set; }

    public Guid? EndorsedById { get; set; }

    public DateTime? EndorsedAtUtc { get; set; }

    /// <summary>The moment that counts against the closing time.</summary>
    public DateTime? SubmittedAtUtc { get; set; }

    public string? ReturnReason { get; set; }

    /// <summary>Until when what the centre sent back is to be completed; from then on it may refuse it. Null when nothing is to be completed.</summary>
    public DateTime? CompleteByUtc { get; set; }

    public Guid? DecidedById { get; set; }

    public DateTime? DecidedAtUtc { get; set; }

    public string? DecisionReason { get; set; }

    /// <summary>What became of it once admitted; null for one of the corps who stays on a county's roster.</summary>
    public Guid? MembershipId { get; set; }

    /// <summary>The time in the service corps it led to (QDN-3.1).</summary>
    public Guid? CorpsMemberId { get; set; }
}

internal sealed class PoolApplicationTable : IEntityTypeConfiguration<PoolApplication>
{
    public void Configure(EntityTypeBuilder<PoolApplication> application)
    {
        application.ToTable("pool_applications", table =>
        {
            table.HasCheckConstraint("ck_pool_applications_submitted", "status not in ('Submitted', 'Selected', 'Refused', 'Admitted') or submitted_at_utc is not null");
            table.HasCheckConstraint("ck_pool_applications_admitted", "(status = 'Admitted') = (num_nonnulls(membership_id, corps_member_id) > 0)");
        });
        application.Property(a => a.Name).HasMaxLength(60);
        application.Property(a => a.Gender).HasMaxLength(4);
        application.Property(a => a.LicenceNumber).HasMaxLength(17);
        application.Property(a => a.Employer).HasMaxLength(60);
        application.Property(a => a.Education).HasMaxLength(20);
        application.Property(a => a.InstitutionOpinion).HasMaxLength(500);
        application.Property(a => a.ReturnReason).HasMaxLength(500);
        application.Property(a => a.DecisionReason).HasMaxLength(500);
        application.HasOne<RecruitmentRound>().WithMany().HasForeignKey(a => a.RoundId).OnDelete(DeleteBehavior.Restrict);
        application.HasOne<Officer>().WithMany().HasForeignKey(a => a.ApplicantId).OnDelete(DeleteBehavior.Restrict);
        application.HasOne<Institution>().WithMany().HasForeignKey(a => a.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        application.HasOne<Membership>().WithMany().HasForeignKey(a => a.MembershipId).OnDelete(DeleteBehavior.Restrict);
        application.HasOne<CorpsMember>().WithMany().HasForeignKey(a => a.CorpsMemberId).OnDelete(DeleteBehavior.Restrict);

        // Only what reached the centre is told apart by number: a draft under somebody else's number neither tells of theirs nor stands in its way.
        application.HasIndex(a => new { a.RoundId, a.IdentityIndex }).IsUnique()
            .HasFilter("identity_index is not null and submitted_at_utc is not null and status <> 'Withdrawn' and status <> 'Lapsed' and status <> 'Refused' and status <> 'RoundWithdrawn'").HasDatabaseName("ix_pool_applications_one_per_person");
        application.HasIndex(a => new { a.RoundId, a.ApplicantId }).IsUnique()
            .HasFilter("submitted_at_utc is null and status <> 'Withdrawn' and status <> 'Lapsed' and status <> 'Refused' and status <> 'RoundWithdrawn'").HasDatabaseName("ix_pool_applications_one_per_account");
        application.HasIndex(a => new { a.OfficeId, a.RoundId, a.Status });
        application.HasIndex(a => new { a.OfficeId, a.InstitutionId, a.Status });
        application.HasIndex(a => a.ApplicantId);
    }
}
