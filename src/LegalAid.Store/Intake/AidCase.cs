using LegalAid.Rules.Intake;
using LegalAid.Store.Offices;
using LegalAid.Store.Registry;
using LegalAid.Store.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Intake;

/// <summary>Where a case stands between the first paper and the reply to the authority.</summary>
public enum CaseStatus
{
    /// <summary>待审查</summary>
    UnderExamination = 1,

    /// <summary>不予法律援助</summary>
    Refused,

    /// <summary>待指派</summary>
    AwaitingAssignment,

    /// <summary>待审批</summary>
    Proposed,

    /// <summary>待机构安排承办人</summary>
    Assigned,

    /// <summary>已安排承办人</summary>
    HandlerNamed,

    /// <summary>已作废：编号保留，不再办理</summary>
    Voided,

    /// <summary>工作站转交，待中心接收</summary>
    Forwarded,
}

/// <summary>A legal-aid case (法律援助案件): one person's or group's matter in one stage, from application or notice.</summary>
public sealed class AidCase : IOfficeOwned
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required string Number { get; init; }

    public required CaseSource Source { get; init; }

    public required CaseKind Kind { get; set; }

    public required CaseStage Stage { get; set; }

    /// <summary>案由</summary>
    public required string Cause { get; set; }

    /// <summary>When the application or the letter came in; the examination or assignment clock starts here.</summary>
    public required DateTime ReceivedAtUtc { get; set; }

    /// <summary>The letter a notice came by; several cases where it names several accused, one each. Null for an application.</summary>
    public Guid? LetterId { get; init; }

    /// <summary>Shared by separate applications a clerk linked to one matter; their people add up (BB-5.2).</summary>
    public Guid? MatterId { get; set; }

    /// <summary>The case of the same matter in the stage before; a stage has one next case that stands.</summary>
    public Guid? PreviousStageId { get; init; }

    public NotificationGround? NotificationGround { get; set; }

    /// <summary>What an application falls under; null for a notice.</summary>
    public ScopeGround? ScopeGround { get; set; }

    public required HardshipBasis HardshipBasis { get; set; }

    public required CaseFlags Flags { get; set; }

    /// <summary>The people aided in this case; those of other cases of the same letter are added up where the rules ask for the matter.</summary>
    public required int Headcount { get; set; }

    /// <summary>The institution that guided the applicant and gave legal help (BB-7.2).</summary>
    public Guid? HelpedByInstitutionId { get; set; }

    /// <summary>A station (司法所) that guided the applicant; it boosts nobody.</summary>
    public string? HelpedByStation { get; set; }

    /// <summary>The station that took the application in for the office; null where the office did so itself.</summary>
    public Guid? StationId { get; init; }

    /// <summary>When the station took it in; the office's own receipt starts the clock (LAW-43).</summary>
    public DateTime? StationTakenAtUtc { get; init; }

    public DateOnly? HelpedOn { get; set; }

    public string? HelpGiven { get; set; }

    public Guid? WishedInstitutionId { get; set; }

    public Guid? WishedMembershipId { get; set; }

    public string? WishReason { get; set; }

    /// <summary>A language or sign language the recipient needs (方言、民族语言、手语).</summary>
    public string? NeededLanguage { get; set; }

    /// <summary>男 or 女, where the recipient asks for a handler of that gender.</summary>
    public string? NeededGender { get; set; }

    /// <summary>无障碍 (LAW-45)</summary>
    public bool NeedsBarrierFree { get; set; }

    /// <summary>Where the parties live, as 重庆市北碚区 (CF-19).</summary>
    public List<string> PartyPlaces { get; set; } = [];

    public required CaseStatus Status { get; set; }

    /// <summary>When aid was granted or refused; for a notice, the moment of receipt.</summary>
    public DateTime? DecidedAtUtc { get; set; }

    /// <summary>What starts the clocks of the assignment, and picks the books they go by: the receipt of a notice, the decision on an application.</summary>
    public DateTime? ClocksStartAtUtc => Source == CaseSource.Notification ? ReceivedAtUtc : DecidedAtUtc;

    public string? DecisionReason { get; set; }

    public string? DecisionNumber { get; set; }

    /// <summary>End of the seven days of examination (LAW-43); null for a notice.</summary>
    public DateTime? ExaminationDueAtUtc { get; set; }

    /// <summary>End of the office's own assignment clock (BB-6); null until it runs.</summary>
    public DateTime? OwnDueAtUtc { get; set; }

    /// <summary>End of the statute's assignment clock (LAW-36, LAW-43); null until it runs.</summary>
    public DateTime? StatutoryDueAtUtc { get; set; }

    /// <summary>The next of its clocks to end; null when nothing is due any more. Work lists are sorted by it.</summary>
    public DateTime? NextDueAtUtc { get; set; }

    /// <summary>Why the case was voided (作废); null while it stands.</summary>
    public string? VoidReason { get; set; }

    public List<CaseParty> Parties { get; init; } = [];

    /// <summary>Puts the case back to wait for an assignment; its clocks run on.</summary>
    public void AwaitAssignmentAgain()
    {
        Status = CaseStatus.AwaitingAssignment;
        NextDueAtUtc = OwnDueAtUtc is null || StatutoryDueAtUtc < OwnDueAtUtc ? StatutoryDueAtUtc ?? OwnDueAtUtc : OwnDueAtUtc;
    }
}

internal sealed class AidCaseTable : IEntityTypeConfiguration<AidCase>
{
    public void Configure(EntityTypeBuilder<AidCase> aidCase)
    {
        aidCase.ToTable("cases", table => table.HasCheckConstraint("ck_cases_headcount", "headcount >= 1"));
        aidCase.Property(c => c.Number).HasMaxLength(30);
        aidCase.Property(c => c.Cause).HasMaxLength(80);
        aidCase.Property(c => c.HelpedByStation).HasMaxLength(60);
        aidCase.Property(c => c.HelpGiven).HasMaxLength(300);
        aidCase.Property(c => c.WishReason).HasMaxLength(300);
        aidCase.Property(c => c.NeededLanguage).HasMaxLength(20);
        aidCase.Property(c => c.NeededGender).HasMaxLength(1);
        aidCase.Property(c => c.DecisionReason).HasMaxLength(500);
        aidCase.Property(c => c.VoidReason).HasMaxLength(300);
        aidCase.Property(c => c.DecisionNumber).HasMaxLength(60);
        aidCase.HasOne<Office>().WithMany().HasForeignKey(c => c.OfficeId).OnDelete(DeleteBehavior.Restrict);
        aidCase.HasOne<IncomingLetter>().WithMany().HasForeignKey(c => c.LetterId).OnDelete(DeleteBehavior.Restrict);
        aidCase.HasOne<Institution>().WithMany().HasForeignKey(c => c.HelpedByInstitutionId).OnDelete(DeleteBehavior.Restrict);
        aidCase.HasOne<Institution>().WithMany().HasForeignKey(c => c.WishedInstitutionId).OnDelete(DeleteBehavior.Restrict);
        aidCase.HasOne<Membership>().WithMany().HasForeignKey(c => c.WishedMembershipId).OnDelete(DeleteBehavior.Restrict);
        aidCase.HasOne<AidCase>().WithMany().HasForeignKey(c => c.PreviousStageId).OnDelete(DeleteBehavior.Restrict);
        aidCase.HasOne<Station>().WithMany().HasForeignKey(c => c.StationId).OnDelete(DeleteBehavior.Restrict);
        aidCase.HasIndex(c => new { c.OfficeId, c.Number }).IsUnique();
        aidCase.HasIndex(c => c.PreviousStageId).IsUnique().HasFilter("status <> 'Voided'").HasDatabaseName("ix_cases_one_next_stage");
        aidCase.HasIndex(c => new { c.OfficeId, c.MatterId });
        aidCase.HasIndex(c => new { c.OfficeId, c.Status, c.NextDueAtUtc });
        aidCase.HasSearchPieces();
    }
}
