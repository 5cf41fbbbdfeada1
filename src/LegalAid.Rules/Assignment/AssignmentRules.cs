using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Assignment;

/// <summary>What gives a place in a queue its share of each case.</summary>
public enum QueueWeight
{
    /// <summary>每个机构相同。</summary>
    [Display(Name = "各机构相同")]
    Equal = 1,

    /// <summary>机构内可承办本案的人数。</summary>
    [Display(Name = "可承办本案的人数")]
    FitPractitioners,
}

/// <summary>One step in finding who takes a case; an office's book lists its steps in order.</summary>
public enum OrderStep
{
    /// <summary>受援人意愿（点援）</summary>
    [Display(Name = "受援人意愿（点援）")]
    RecipientWish = 1,

    /// <summary>提供过法律帮助的机构（属地）</summary>
    [Display(Name = "提供过法律帮助的机构（属地）")]
    HelpingInstitution,

    /// <summary>轮候</summary>
    [Display(Name = "轮候")]
    Rotation,
}

/// <summary>Who decides an assignment.</summary>
public enum DecidingBody
{
    /// <summary>法律援助中心负责人</summary>
    [Display(Name = "法律援助中心负责人")]
    CentreDirector = 1,

    /// <summary>中心集体讨论后报区司法局</summary>
    [Display(Name = "中心集体讨论后报区司法局")]
    BureauAfterDiscussion,
}

/// <summary>An office's own book on assignment (指派): clocks, gates and order, each with its clause.</summary>
public sealed record AssignmentRules(
    [Range(1, 90)] PeriodRule CriminalClock,
    [Range(1, 90)] PeriodRule OtherClock,
    [Range(1, 240)] PeriodRule NamingClock,
    Setting<string> District,
    Setting<IReadOnlyList<OrderStep>> CriminalOrder,
    Setting<IReadOnlyList<OrderStep>> OtherOrder,
    Setting<QueueWeight> CriminalWeight,
    Setting<QueueWeight> OtherWeight,
    Setting<bool> ChosenPaysTurn,
    [Range(2, 10000)] Setting<int> CollectiveDecisionFrom,
    [Range(2, 10000)] Setting<int> GroupCaseFrom,
    [Range(1, 9)] Setting<int> HandlersPerCase,
    [Range(0, 50)] Setting<int> GraveCaseMinYears,
    [Range(0, 1000)] Setting<int> GraveCaseMinCriminalCases,
    [Range(1, 1000)] Setting<int> GraveCaseWorthPercent,
    Setting<DecidingBody> OrdinaryDecision,
    Setting<DecidingBody> CollectiveDecision,
    Setting<bool> ConflictVoidsPreference,
    Setting<bool> LawyersOnlyForCrime);

/// <summary>The statute's floor under every office's book on assignment (法律援助法、办理法律援助案件程序规定).</summary>
public sealed record NationalAssignmentRules(
    [Range(1, 90)] PeriodRule AfterGrant,
    [Range(1, 90)] PeriodRule AfterNotice,
    Setting<bool> LawyersOnlyForDefence,
    [Range(0, 50)] Setting<int> LifeSentenceMinYears,
    Setting<bool> MinorSpecialist,
    Setting<bool> DirectConflict,
    Setting<bool> SuspendedPractice);
