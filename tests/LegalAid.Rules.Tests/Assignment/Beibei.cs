using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests.Common;
using static LegalAid.Rules.Tests.Common.Calendars;

namespace LegalAid.Rules.Tests.Assignment;

/// <summary>
/// An office with Beibei's numbers and three invented institutions: firm A with three people, firm B with two, legal service office C with one.
/// Defaults are fixed, valid and boring: everybody fit, nobody in conflict, all balances zero, a civil application granted on Wednesday 17 June 2026.
/// </summary>
internal static class Beibei
{
    public const string Here = "重庆市北碚区";

    public static AssignmentRules Book { get; } = new(
        Turns: new(TurnTaker.Institutions, "BB-11.1"),
        District: new(DistrictReach.OwnDistrict, "BB-2.3"),
        CriminalIntent: new(true, "BB-9.1", "意向视为专长"),
        OtherIntent: new(true, "BB-9.1", "意向视为专长"),
        CriminalClock: new(1, PeriodUnit.WorkingDays, false, "BB-6.1"),
        OtherClock: new(3, PeriodUnit.WorkingDays, false, "BB-6.2"),
        NamingClock: new(24, PeriodUnit.Hours, false, "BB-2.2", "原文没有写"),
        CriminalOrder: new([OrderStep.Rotation], "BB-11.1"),
        OtherOrder: new([OrderStep.RecipientWish, OrderStep.HelpingInstitution, OrderStep.Rotation], "BB-4.3", "原文没有写先后"),
        CriminalWeight: new(QueueWeight.FitPractitioners, "BB-11.1", "原文没有写怎么看"),
        OtherWeight: new(QueueWeight.FitPractitioners, "BB-9.1", "比照刑事"),
        ChosenPaysTurn: new(true, "BB-4.3", "使各机构总体均衡"),
        CollectiveDecisionFrom: new(50, "BB-5.2"),
        GroupCaseFrom: new(10, "BB-10.3", "原文没有写人数"),
        HandlersPerCase: new(1, "BB-10.2"),
        GraveCaseMinYears: new(3, "BB-11.2"),
        GraveCaseMinCriminalCases: new(10, "BB-11.2", "原文没有数字"),
        GraveCaseWorthPercent: new(100, "BB-11.1", "原文没有写"),
        OrdinaryDecision: new(DecidingBody.CentreDirector, "BB-5.1"),
        CollectiveDecision: new(DecidingBody.BureauAfterDiscussion, "BB-5.3"),
        ConflictVoidsPreference: new(true, "BB-7.4"),
        LawyersOnlyForCrime: new(true, "BB-11.1"),
        NextStagePaysTurn: new(true, "BB-11.1", "每个阶段是一件案件"));

    public static NationalAssignmentRules Statute { get; } = new(
        AfterGrant: new(3, PeriodUnit.Days, true, "LAW-43"),
        AfterNotice: new(3, PeriodUnit.Days, true, "LAW-36"),
        LawyersOnlyForDefence: new(true, "LAW-25"),
        LifeSentenceMinYears: new(3, "LAW-26"),
        MinorSpecialist: new(true, "REG-26"),
        DirectConflict: new(true, "CF-01"),
        SuspendedPractice: new(true, "CF-20"));

    public static CaseFacts Civil { get; } = new()
    {
        Id = Id(900),
        Kind = CaseKind.Civil,
        Stage = CaseStage.FirstInstance,
        Source = CaseSource.Application,
        ReceivedAt = Moment("2026-06-15 09:00"),
        GrantedAt = Moment("2026-06-17 10:20"),
    };

    public static CaseFacts CriminalNotice { get; } = new()
    {
        Id = Id(901),
        Kind = CaseKind.Criminal,
        Stage = CaseStage.FirstInstance,
        Source = CaseSource.Notification,
        Ground = NotificationGround.SensoryDisability,
        ReceivedAt = Moment("2026-06-17 10:20"),
    };

    public static CaseFacts CriminalApplication { get; } = Civil with { Id = Id(902), Kind = CaseKind.Criminal };

    public static PractitionerFacts Lawyer(int number) => new()
    {
        Id = Id(number),
        Kind = PractitionerKind.Lawyer,
        FirstLicensedOn = Day("2010-05-06"),
        Intents = ServiceIntents.CriminalDefence | ServiceIntents.CivilRepresentation | ServiceIntents.AdministrativeRepresentation | ServiceIntents.LabourArbitration,
        CriminalCases = 30,
        FirstCriminalCaseOn = Day("2011-01-10"),
        MinorsSpecialist = true,
    };

    public static PractitionerFacts LegalWorker(int number) => Lawyer(number) with { Kind = PractitionerKind.LegalWorker };

    public static InstitutionFacts A { get; } = Firm(1, Lawyer(11), Lawyer(12), Lawyer(13));

    public static InstitutionFacts B { get; } = Firm(2, Lawyer(21), Lawyer(22));

    public static InstitutionFacts C { get; } = Firm(3, LegalWorker(31)) with { Kind = InstitutionKind.LegalServiceOffice };

    public static InstitutionFacts Firm(int number, params PractitionerFacts[] people) => new()
    {
        Id = Id(number),
        Kind = InstitutionKind.LawFirm,
        District = Here,
        Practitioners = people,
        Place = new PlaceFacts(Id(100 + number), 0, number, 0),
    };

    public static InstitutionFacts At(this InstitutionFacts firm, long balanceMillionths, long waitingSince = 0) =>
        firm with { Place = firm.Place! with { BalanceMillionths = balanceMillionths, WaitingSinceTurn = waitingSince } };

    public static AssignmentFacts Facts(CaseFacts aidCase, params InstitutionFacts[] institutions) => new()
    {
        DecidingDay = Day("2026-06-17"),
        District = Here,
        Case = aidCase,
        Institutions = institutions.Length > 0 ? institutions : [A, B, C],
        QueueTurn = 40,
        Rules = Book,
        Statute = Statute,
        Calendar = Calendars.Known.Excerpt(Day("2026-06-01"), Day("2026-08-31")),
    };

    public static AssignmentDecision Decide(CaseFacts aidCase, params InstitutionFacts[] institutions) => AssignmentDecision.Decide(Facts(aidCase, institutions));

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    /// <summary>The letter of a test institution.</summary>
    public static string Letter(Guid? id) => id is { } known ? ((char)('A' + BitConverter.ToInt32(known.ToByteArray()) - 1)).ToString() : "-";

    public static string Codes(IEnumerable<Refusal> refusals) => string.Join(' ', refusals.Select(r => $"{r.Code}:{string.Join('+', r.ClauseIds)}"));
}
