using System.Reflection;
using LegalAid.Rules.Common;
using LegalAid.Store.Rulebooks;
using Xunit;

namespace LegalAid.Web.Tests.Rulebooks;

/// <summary>A book is data: what stands in it the program reads. Whoever changes a value must see that something else happens.</summary>
public sealed class SettingsReadTests
{
    // By the area that is not built yet; the list only ever gets shorter.
    private const string NotBuiltYet =
        """
        -- the mentor's log (WZ-24.3)
        MentorRules: MentorConflictChecked
        -- the yearly obligation
        ObligationRules: MinCasesPerYear CountedBy RemindFromMonth ReportedForAppraisal
        -- duty: shifts, cover, swaps, attendance
        DutyRules: SignUpPosts Designation StationsTakeTurns
        DutyYearRules: MaxShifts PassableWithReason WarnFrom CountedPosts DesignatedCount CountedFor YearOfShift
        RosterRules: Period CalledDaysBefore FirstSignUpWins ChangeableUntilClose NextMovesUp ShiftsPerPerson PassableWithReason VacantOpenAgain EnteredInPlatform Channel
        CoverRules: DaysBefore CountedBy UrgentByConsent PriorityBelowShifts PriorityWithoutSignUp BothBeforeOne ShiftBars WindowHours
        SwapRules: DaysBefore BeforeEarlierShift NeedsApproval LimitsHold
        AttendanceRules: ToleranceMinutes LogGraceDays PointsGoTo
        -- points and deductions
        ServicePoints: ReceptionTenths HotlineTenths OffHoursHotlineTenths HotlineByStart DraftingTenths DraftingOnDutyToo CaseTenths GraveCaseTenths SeriesAsOne CaseCreditedOn ClosingHandlerOnly PleaTenths PleaBesideShift ActivityTenths LectureTenths
        SatisfactionPoints: SatisfiedTenths UnansweredTenths BasicTenths DissatisfiedTenths AnswerClock OncePerCase
        GradePoints: ExcellentTenths GoodTenths QualifiedTenths UnqualifiedTenths LevelOrder HighestLevelThenLatest
        CaseStudyPoints: SubmittedTenths RecommendedTenths CityExcellentTenths CityTypicalTenths ProvincialTenths HighestOnly RiseBooksDifference ClosedCasesOnly
        LedgerRules: OncePerSource RestartsEachQuarter CorrectedInCurrentQuarter
        LatenessDeductions: ShortTenths LongTenths AbsenceTenths LateAndEarlyApart
        DutyDeductions: UnreportedTenths PrivateBusinessTenths MissingLogTenths LogOncePerShift AttitudeTenths ToutingTenths AbuseOrTakingTenths AbuseAndTakingApart
        CaseDeductions: UnjustifiedRefusalTenths ComplaintTenths UnreportedMatterTenths OwnTerminationTenths SolicitingTenths TakingTenths LeakTenths
        DeductionProcedure: HeardFirst SecondPersonConfirms BookedWhenItHappened OneFactHeaviestOnly UnlistedMaxTenths UnlistedTwoApprovals
        -- the tri-colour list and what it brings
        ColourShares: TiesFavourable
        ParticipationRules: OneListForBothPools MinDaysInPool AwayAllQuarterLeftOut WithoutOpportunityLeftOut CentreStaffRanked OutsidersRanked
        RankingRules: ConfirmedByPerson PublicationClock
        ColourEffects: GreenRecommended GreenStudiesFirst AwardOrder RedFirmTold RedNotRecommended
        RedStreakRules: Quarters UnrankedQuarterBreaks RefusalRemoves RedAgainRemoves Judged
        -- matters of conduct opened by duty, grades and rectification
        HandlingRules: DutyBreach UnqualifiedWork
        SuspensionRules: DutyBreachStops CaseBreachStops EndsWithAcceptance RectificationClock DecidedByPerson SeriousRemoves UnqualifiedCases LowGradesPerYear YearOfEffectiveGrade
        -- quality
        SupervisionRules: AssessedPercent CourtObservationPercent FileInspectionPercent AuthorityOpinionPercent ReturnVisitPercent DutyDayReReview UnqualifiedBy
        -- subsidies and budget
        SubsidyRules: Rates RateDay PaymentClock WithheldWhenUnqualified PaidAfterCorrection
        CrossCountyRules: OwnRate LegalWorkersToo
        GradeCoefficients: ExcellentPercent GoodPercent QualifiedPercent UnqualifiedPercent NeedsFinanceConsent
        BudgetRules: SeparateAccounts PurposeBound TransferNeedsApproval MunicipalFollowsCases DistrictYearlyFen
        -- the corps: bids of teams, escalation, what ends a membership
        CorpsMembershipRules: TeamFrom
        CorpsDispatchRules: AbPair PairPaidAsOne ArrangeClock EscalationClock FileClock
        CorpsCancellationRules: UnqualifiedAfterCorrection Corrections CorrectionClock LateFiles ExtensionExcuses AcrossCounties DecidedBy AppraisalBy
        -- outreach and stations
        OutreachRules: StationNotice ContactCard GuideItems MigrantWorkersFast StationsPreReview StationsDecide
        -- figures laid open
        DisclosureRules: Contents Channel
        -- applications forwarded by who detains (LAW-39)
        NationalIntakeRules: ForwardingClock
        """;

    [Fact]
    public void Every_setting_of_the_books_is_read_unless_its_area_is_not_built()
    {
        var flow = SettingFlow.Through(Program());

        var unread = Settings().Where(setting => !flow.Reads(setting)).Select(Name);

        Assert.Equal(Listed().Order(StringComparer.Ordinal), unread.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_guard_follows_a_setting_to_its_value_and_tells_who_asks_for_the_clause_alone()
    {
        var flow = SettingFlow.Through([typeof(Sample), typeof(Sample.Reader), typeof(Sample.Kept)]);
        var read = typeof(Sample).GetProperties().Where(flow.Reads).Select(property => property.Name);

        Assert.Equal(["AskedAtOnce", "Chosen", "HandedOn", "KeptFirst", "Matched", "OutOfOurHands", "Span"], read.Order(StringComparer.Ordinal));
        Assert.Equal(["CitedOnly", "CitedElsewhere", "NeverTouched"], typeof(Sample).GetProperties().Where(property => !flow.Reads(property)).Select(property => property.Name));
    }

    [Fact]
    public void The_guard_sees_every_section_of_the_books()
    {
        var names = Settings().Select(Name).ToList();

        Assert.True(names.Count > 300);
        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
        Assert.All(["AssignmentRules.CriminalClock", "RemovalRules.BarYears", "NationalAssignmentRules.AfterGrant", "PublicRosterRules.Fields"], name => Assert.Contains(name, names));
    }

    // Reading the files and checking them against each other is no use of what they say; RuleBook itself hands their sections on.
    private static IEnumerable<Type> Program() =>
        new[] { typeof(PeriodRule), typeof(RuleBook), typeof(global::Program) }.SelectMany(type => type.Assembly.GetTypes()).Where(type => !IsLoading(type));

    private static bool IsLoading(Type type) => type.Namespace?.StartsWith(typeof(RuleBook).Namespace!, StringComparison.Ordinal) == true && Outermost(type) != typeof(RuleBook);

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<PropertyInfo> Settings() => new[] { typeof(RuleBook), typeof(NationalRuleBook) }.SelectMany(Sections).Distinct().SelectMany(Properties).Where(p => SettingFlow.IsSetting(p.PropertyType));

    private static IEnumerable<Type> Sections(Type section) =>
        [section, .. Properties(section).Select(p => p.PropertyType).Where(type => type is { IsClass: true } && type.Assembly == typeof(PeriodRule).Assembly && !SettingFlow.IsSetting(type)).SelectMany(Sections)];

    private static IEnumerable<PropertyInfo> Properties(Type section) => section.GetConstructors()[0].GetParameters().Select(parameter => section.GetProperty(parameter.Name!)).OfType<PropertyInfo>();

    private static string Name(PropertyInfo setting) => $"{setting.DeclaringType!.Name}.{setting.Name}";

    private static IEnumerable<string> Listed() =>
        from line in NotBuiltYet.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        let parts = line.Split(':')
        where parts.Length == 2 && !line.StartsWith("--", StringComparison.Ordinal)
        from setting in parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)
        select $"{parts[0]}.{setting}";

    /// <summary>Settings as code treats them: asked, kept, handed on, or cited alone.</summary>
    internal sealed record Sample(
        Setting<int> AskedAtOnce,
        Setting<bool> Matched,
        Setting<int>? Chosen,
        Setting<int> HandedOn,
        Setting<bool> KeptFirst,
        Setting<bool> OutOfOurHands,
        PeriodRule Span,
        Setting<int> CitedOnly,
        Setting<int> CitedElsewhere,
        Setting<int> NeverTouched)
    {
        internal sealed record Kept(Setting<bool> First);

        internal static class Reader
        {
            public static int Sum(Sample sample, bool either) =>
                sample.AskedAtOnce.Value + (either ? sample.Chosen?.Value ?? 0 : 1) + ValueOf(sample.HandedOn) + ClauseOf(sample.CitedElsewhere).Length + sample.CitedOnly.Clause.Length + sample.Span.Length;

            public static string Tell(Sample sample) =>
                sample.Matched is { Value: true } asked ? asked.Clause : new Kept(sample.KeptFirst).First.Value ? string.Concat(new List<Setting<bool>> { sample.OutOfOurHands }) : "";

            private static int ValueOf(Setting<int> setting) => setting.Value;

            private static string ClauseOf(Setting<int> setting) => setting.Clause;
        }
    }
}
