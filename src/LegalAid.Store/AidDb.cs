using LegalAid.Store.Api;
using LegalAid.Store.Assignment;
using LegalAid.Store.Calendar;
using LegalAid.Store.Conduct;
using LegalAid.Store.Corps;
using LegalAid.Store.Database;
using LegalAid.Store.Decisions;
using LegalAid.Store.Disclosure;
using LegalAid.Store.Documents;
using LegalAid.Store.Intake;
using LegalAid.Store.Jobs;
using LegalAid.Store.Journal;
using LegalAid.Store.Notices;
using LegalAid.Store.Offices;
using LegalAid.Store.Quality;
using LegalAid.Store.Ranking;
using LegalAid.Store.Recusals;
using LegalAid.Store.Registry;
using LegalAid.Store.Requests;
using LegalAid.Store.Security;
using LegalAid.Store.Training;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store;

/// <summary>The database as one unit of work. What it shows is limited to the offices of its <see cref="Scope"/>.</summary>
public sealed class AidDb(DbContextOptions<AidDb> options) : IdentityUserContext<Officer, Guid>(options)
{
    /// <summary>The query filter that hides other offices' rows. Row security holds without it; only what a policy of its own lets through is ever asked for past it.</summary>
    public const string OwnOffices = "own offices";

    /// <summary>Set anew at every rental from the pool; sees nothing until an office is allowed.</summary>
    public OfficeScope Scope { get; set; } = new();

    public DbSet<Office> Offices => Set<Office>();

    public DbSet<Station> Stations => Set<Station>();

    public DbSet<RecipientAccess> RecipientAccesses => Set<RecipientAccess>();

    public DbSet<CaseReview> CaseReviews => Set<CaseReview>();

    public DbSet<RoleRequest> RoleRequests => Set<RoleRequest>();

    public DbSet<Institution> Institutions => Set<Institution>();

    public DbSet<Person> Persons => Set<Person>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<PoolStanding> PoolStandings => Set<PoolStanding>();

    public DbSet<Absence> Absences => Set<Absence>();

    public DbSet<QualityGrade> QualityGrades => Set<QualityGrade>();

    public DbSet<ActivityParticipation> Participations => Set<ActivityParticipation>();

    public DbSet<BroughtForward> BroughtForwards => Set<BroughtForward>();

    public DbSet<ReconciliationLine> ReconciliationLines => Set<ReconciliationLine>();

    public DbSet<ExamResult> ExamResults => Set<ExamResult>();

    public DbSet<TrainingEvent> TrainingEvents => Set<TrainingEvent>();

    public DbSet<TrainingAttendance> TrainingAttendances => Set<TrainingAttendance>();

    public DbSet<MakeUpProof> MakeUpProofs => Set<MakeUpProof>();

    public DbSet<ExamQuestion> ExamQuestions => Set<ExamQuestion>();

    public DbSet<Exam> Exams => Set<Exam>();

    public DbSet<ExamSitting> ExamSittings => Set<ExamSitting>();

    public DbSet<Probation> Probations => Set<Probation>();

    public DbSet<ColourList> ColourLists => Set<ColourList>();

    public DbSet<ColouredMember> ColouredMembers => Set<ColouredMember>();

    public DbSet<Partnership> Partnerships => Set<Partnership>();

    public DbSet<CorpsMember> CorpsMembers => Set<CorpsMember>();

    public DbSet<CasePosting> CasePostings => Set<CasePosting>();

    public DbSet<PostingBid> PostingBids => Set<PostingBid>();

    public DbSet<PriorMatter> PriorMatters => Set<PriorMatter>();

    public DbSet<RecruitmentRound> RecruitmentRounds => Set<RecruitmentRound>();

    public DbSet<RoundExtension> RoundExtensions => Set<RoundExtension>();

    public DbSet<PoolApplication> PoolApplications => Set<PoolApplication>();

    public DbSet<ApplicationPaper> ApplicationPapers => Set<ApplicationPaper>();

    public DbSet<CareerLine> CareerLines => Set<CareerLine>();

    public DbSet<PoolRemoval> PoolRemovals => Set<PoolRemoval>();

    public DbSet<OfficialRecord> OfficialRecords => Set<OfficialRecord>();

    public DbSet<VettingConfirmation> VettingConfirmations => Set<VettingConfirmation>();

    public DbSet<AdmissionAssessment> AdmissionAssessments => Set<AdmissionAssessment>();

    public DbSet<OpinionRequest> OpinionRequests => Set<OpinionRequest>();

    public DbSet<SelectionMinute> SelectionMinutes => Set<SelectionMinute>();

    public DbSet<ResultObjection> ResultObjections => Set<ResultObjection>();

    public DbSet<RemovalProposal> RemovalProposals => Set<RemovalProposal>();

    public DbSet<MemberMerge> MemberMerges => Set<MemberMerge>();

    public DbSet<RemovalPaper> RemovalPapers => Set<RemovalPaper>();

    public DbSet<PoolExit> PoolExits => Set<PoolExit>();

    public DbSet<PoolFile> PoolFiles => Set<PoolFile>();

    public DbSet<LicenceCheck> LicenceChecks => Set<LicenceCheck>();

    public DbSet<LicenceFinding> LicenceFindings => Set<LicenceFinding>();

    public DbSet<RenewalRound> RenewalRounds => Set<RenewalRound>();

    public DbSet<Renewal> Renewals => Set<Renewal>();

    public DbSet<ListPublication> ListPublications => Set<ListPublication>();

    public DbSet<ListFeedback> ListFeedback => Set<ListFeedback>();

    public DbSet<RegistryUpload> RegistryUploads => Set<RegistryUpload>();

    public DbSet<IncomingLetter> IncomingLetters => Set<IncomingLetter>();

    public DbSet<AidCase> Cases => Set<AidCase>();

    public DbSet<CaseParty> CaseParties => Set<CaseParty>();

    public DbSet<RotationQueue> RotationQueues => Set<RotationQueue>();

    public DbSet<QueuePlace> QueuePlaces => Set<QueuePlace>();

    public DbSet<QueueEntry> QueueEntries => Set<QueueEntry>();

    public DbSet<LotteryCommitment> LotteryCommitments => Set<LotteryCommitment>();

    public DbSet<LotteryDraw> LotteryDraws => Set<LotteryDraw>();

    public DbSet<CaseAssignment> Assignments => Set<CaseAssignment>();

    public DbSet<CaseHandler> CaseHandlers => Set<CaseHandler>();

    public DbSet<CollectiveDiscussion> CollectiveDiscussions => Set<CollectiveDiscussion>();

    public DbSet<ActingAuthority> ActingAuthorities => Set<ActingAuthority>();

    public DbSet<AssignmentDecline> Declines => Set<AssignmentDecline>();

    public DbSet<DeclineEvidence> DeclineEvidence => Set<DeclineEvidence>();

    public DbSet<ConductMatter> ConductMatters => Set<ConductMatter>();

    public DbSet<Reception> Receptions => Set<Reception>();

    public DbSet<CaseReservation> CaseReservations => Set<CaseReservation>();

    public DbSet<ShortageNotice> ShortageNotices => Set<ShortageNotice>();

    public DbSet<ConflictRuling> ConflictRulings => Set<ConflictRuling>();

    public DbSet<ConflictConsent> ConflictConsents => Set<ConflictConsent>();

    public DbSet<ConflictReport> ConflictReports => Set<ConflictReport>();

    public DbSet<HandlerSuggestion> HandlerSuggestions => Set<HandlerSuggestion>();

    public DbSet<MemberTie> MemberTies => Set<MemberTie>();

    public DbSet<AdviserRelation> AdviserRelations => Set<AdviserRelation>();

    public DbSet<Recusal> Recusals => Set<Recusal>();

    public DbSet<DocumentCounter> DocumentCounters => Set<DocumentCounter>();

    public DbSet<IssuedPaper> IssuedPapers => Set<IssuedPaper>();

    public DbSet<DecisionRecord> Decisions => Set<DecisionRecord>();

    public DbSet<JournalLine> Journal => Set<JournalLine>();

    public DbSet<UnknownSignIn> UnknownSignIns => Set<UnknownSignIn>();

    public DbSet<Seal> Seals => Set<Seal>();

    public DbSet<SealedRow> SealedRows => Set<SealedRow>();

    public DbSet<RequestKey> RequestKeys => Set<RequestKey>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<Holiday> Holidays => Set<Holiday>();

    public DbSet<JobRun> JobRuns => Set<JobRun>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<NoticeReading> NoticeReadings => Set<NoticeReading>();

    public DbSet<NoticeSending> NoticeSendings => Set<NoticeSending>();

    public DbSet<ContactChoice> ContactChoices => Set<ContactChoice>();

    public DbSet<OfficeQuietHours> QuietHours => Set<OfficeQuietHours>();

    public DbSet<SignInKey> SignInKeys => Set<SignInKey>();

    public DbSet<DeploymentFact> DeploymentFacts => Set<DeploymentFact>();

    // Read by the query filters; a property, so that EF takes its value at each query.
    private IReadOnlyList<Guid> VisibleOffices => Scope.OfficeIds;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(100);
        configurationBuilder.Properties<Sealed>().HaveConversion<SealedConverter>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AidDb).Assembly);
        Conventions.Apply(builder);
        foreach (var type in builder.Model.GetEntityTypes().Where(type => typeof(IOfficeOwned).IsAssignableFrom(type.ClrType)).ToList())
        {
            typeof(AidDb).GetMethod(nameof(HideOtherOffices), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!
                .MakeGenericMethod(type.ClrType)
                .Invoke(this, [builder]);
        }
    }

    private void HideOtherOffices<T>(ModelBuilder builder)
        where T : class, IOfficeOwned =>
        builder.Entity<T>().HasQueryFilter(OwnOffices, row => VisibleOffices.Contains(row.OfficeId));
}
