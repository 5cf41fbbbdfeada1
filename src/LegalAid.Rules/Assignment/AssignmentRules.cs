using LegalAid.Rules.Common;

namespace LegalAid.Rules.Assignment;

/// <summary>What gives a place in a queue its share of each case.</summary>
public enum QueueWeight
{
    /// <summary>每个机构相同。</summary>
    Equal = 1,

    /// <summary>机构内可承办本案的人数。</summary>
    FitPractitioners,
}

/// <summary>One step in finding who takes a case; an office's book lists its steps in order.</summary>
public enum OrderStep
{
    /// <summary>受援人意愿（点援）</summary>
    RecipientWish = 1,

    /// <summary>提供过法律帮助的机构（属地）</summary>
    HelpingInstitution,

    /// <summary>轮候</summary>
    Rotation,
}

/// <summary>Who decides an assignment.</summary>
public enum DecidingBody
{
    /// <summary>法律援助中心负责人</summary>
    CentreDirector = 1,

    /// <summary>中心集体讨论后报区司法局</summary>
    BureauAfterDiscussion,
}

/// <summary>An office's own book on assignment (指派): clocks, gates and order, each with its clause.</summary>
public sealed record AssignmentRules(
    PeriodRule CriminalClock,
    PeriodRule OtherClock,
    PeriodRule NamingClock,
    Setting<string> District,
    Setting<IReadOnlyList<OrderStep>> CriminalOrder,
    Setting<IReadOnlyList<OrderStep>> OtherOrder,
    Setting<QueueWeight> CriminalWeight,
    Setting<QueueWeight> OtherWeight,
    Setting<bool> ChosenPaysTurn,
    Setting<int> CollectiveDecisionFrom,
    Setting<int> GroupCaseFrom,
    Setting<int> HandlersPerCase,
    Setting<int> GraveCaseMinYears,
    Setting<int> GraveCaseMinCriminalCases,
    Setting<int> GraveCaseWorthPercent,
    Setting<DecidingBody> OrdinaryDecision,
    Setting<DecidingBody> CollectiveDecision,
    Setting<bool> ConflictVoidsPreference,
    Setting<bool> LawyersOnlyForCrime);

/// <summary>The statute's floor under every office's book on assignment (法律援助法、办理法律援助案件程序规定).</summary>
public sealed record NationalAssignmentRules(
    PeriodRule AfterGrant,
    PeriodRule AfterNotice,
    Setting<bool> LawyersOnlyForDefence,
    Setting<int> LifeSentenceMinYears,
    Setting<bool> MinorSpecialist,
    Setting<bool> DirectConflict,
    Setting<bool> SuspendedPractice);
