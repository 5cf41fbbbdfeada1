using LegalAid.Store.Api;
using LegalAid.Store.Assignment;
using LegalAid.Store.Calendar;
using LegalAid.Store.Database;
using LegalAid.Store.Decisions;
using LegalAid.Store.Documents;
using LegalAid.Store.Intake;
using LegalAid.Store.Jobs;
using LegalAid.Store.Journal;
using LegalAid.Store.Notices;
using LegalAid.Store.Offices;
using LegalAid.Store.Recusals;
using LegalAid.Store.Requests;
using LegalAid.Store.Security;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store;

/// <summary>The database as one unit of work. What it shows is limited to the offices of its <see cref="Scope"/>.</summary>
public sealed partial class AidDb(DbContextOptions<AidDb> options) : IdentityUserContext<Officer, Guid>(options)
{
    /// <summary>The query filter that hides other offices' rows. Row security holds without it; only what a policy of its own lets through is ever asked for past it.</summary>
    public const string OwnOffices = "own offices";

    /// <summary>Set anew at every rental from the pool; sees nothing until an office is allowed.</summary>
    public OfficeScope Scope { get; set; } = new();

    public DbSet<Office> Offices => Set<Office>();

    public DbSet<Station> Stations => Set<Station>();

    public DbSet<RecipientAccess> RecipientAccesses => Set<RecipientAccess>();

    public DbSet<RoleRequest> RoleRequests => Set<RoleRequest>();

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

    public DbSet<Reception> Receptions => Set<Reception>();

    public DbSet<CaseReservation> CaseReservations => Set<CaseReservation>();

    public DbSet<ShortageNotice> ShortageNotices => Set<ShortageNotice>();

    public DbSet<ConflictRuling> ConflictRulings => Set<ConflictRuling>();

    public DbSet<ConflictConsent> ConflictConsents => Set<ConflictConsent>();

    public DbSet<ConflictReport> ConflictReports => Set<ConflictReport>();

    public DbSet<HandlerSuggestion> HandlerSuggestions => Set<HandlerSuggestion>();

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
