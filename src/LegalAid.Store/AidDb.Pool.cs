using LegalAid.Store.Conduct;
using LegalAid.Store.Corps;
using LegalAid.Store.Disclosure;
using LegalAid.Store.Quality;
using LegalAid.Store.Ranking;
using LegalAid.Store.Registry;
using LegalAid.Store.Training;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store;

/// <summary>The tables of the people who handle cases: pool, training, lists, corps, quality and conduct.</summary>
public sealed partial class AidDb
{
    public DbSet<CaseReview> CaseReviews => Set<CaseReview>();

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

    public DbSet<CorpsProposal> CorpsProposals => Set<CorpsProposal>();

    public DbSet<CorpsProposalFile> CorpsProposalFiles => Set<CorpsProposalFile>();

    public DbSet<CorpsProposalAnswer> CorpsProposalAnswers => Set<CorpsProposalAnswer>();

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

    public DbSet<ApplicationRecusal> ApplicationRecusals => Set<ApplicationRecusal>();

    public DbSet<SelectionMinute> SelectionMinutes => Set<SelectionMinute>();

    public DbSet<ResultObjection> ResultObjections => Set<ResultObjection>();

    public DbSet<RemovalProposal> RemovalProposals => Set<RemovalProposal>();

    public DbSet<MemberMerge> MemberMerges => Set<MemberMerge>();

    public DbSet<RemovalPaper> RemovalPapers => Set<RemovalPaper>();

    public DbSet<PoolExit> PoolExits => Set<PoolExit>();

    public DbSet<LeaveRequest> LeaveRequests => Set<LeaveRequest>();

    public DbSet<PoolFile> PoolFiles => Set<PoolFile>();

    public DbSet<LicenceCheck> LicenceChecks => Set<LicenceCheck>();

    public DbSet<LicenceFinding> LicenceFindings => Set<LicenceFinding>();

    public DbSet<RenewalRound> RenewalRounds => Set<RenewalRound>();

    public DbSet<Renewal> Renewals => Set<Renewal>();

    public DbSet<PlannedChange> PlannedChanges => Set<PlannedChange>();

    public DbSet<EntryUpdate> EntryUpdates => Set<EntryUpdate>();

    public DbSet<ListPublication> ListPublications => Set<ListPublication>();

    public DbSet<ListFeedback> ListFeedback => Set<ListFeedback>();

    public DbSet<RegistryUpload> RegistryUploads => Set<RegistryUpload>();

    public DbSet<ConductMatter> ConductMatters => Set<ConductMatter>();

    public DbSet<MemberTie> MemberTies => Set<MemberTie>();

    public DbSet<AdviserRelation> AdviserRelations => Set<AdviserRelation>();
}
