using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Assignment;

/// <summary>Who stands in an office's queues and is given the turn (轮候对象).</summary>
public enum TurnTaker
{
    /// <summary>轮到机构，由机构再安排承办人。</summary>
    [Display(Name = "承办机构")]
    Institutions = 1,

    /// <summary>直接轮到承办人，通知书发其所在机构。</summary>
    [Display(Name = "承办人")]
    Practitioners,
}

/// <summary>From where an office may take its institutions and people (执业注册地).</summary>
public enum DistrictReach
{
    [Display(Name = "限本区")]
    OwnDistrict = 1,

    /// <summary>外地的，须本人自愿接受本机构指派。</summary>
    [Display(Name = "本区，以及自愿接受本机构指派的外地人员")]
    OwnAndVolunteers,

    [Display(Name = "不限")]
    Anywhere,
}

/// <summary>What gives a place in a queue its share of each case.</summary>
public enum QueueWeight
{
    /// <summary>每个轮候位相同。</summary>
    [Display(Name = "各轮候位相同")]
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

    /// <summary>提供过法律帮助的机构（属地，BB-7.3；有利益冲突的顺延，CF-15）</summary>
    [Display(Name = "提供过法律帮助的机构（属地）")]
    HelpingInstitution,

    /// <summary>轮候</summary>
    [Display(Name = "轮候")]
    Rotation,

    /// <summary>指派库外人员；只凭书面理由，不列入次序</summary>
    [Display(Name = "指派库外人员")]
    OutsidePool,

    /// <summary>同一事项前一阶段的承办人；不列入次序，有前一阶段时先看</summary>
    [Display(Name = "前一阶段的承办人")]
    SameHandler,

    /// <summary>发布案源、报名择优（QDN-4.6b）；不列入次序，发布过的案件先看</summary>
    [Display(Name = "报名择优")]
    Bid,
}

/// <summary>Who decides an assignment.</summary>
public enum DecidingBody
{
    /// <summary>法律援助中心负责人</summary>
    [Display(Name = "法律援助中心负责人")]
    CentreDirector = 1,

    /// <summary>中心集体讨论后报区司法局</summary>
    [Display(Name = "中心集体讨论后报司法局")]
    BureauAfterDiscussion,
}

/// <summary>
/// An office's own book on assignment (指派): clocks, gates and order, each with its clause. What an office's text does not speak of is null:
/// no clock of its own beside the statute's, no such gate, no such path.
/// </summary>
public sealed record AssignmentRules(
    Setting<TurnTaker> Turns,
    Setting<DistrictReach> District,
    Setting<bool> CriminalIntent,
    Setting<bool> OtherIntent,
    Setting<IReadOnlyList<OrderStep>> CriminalOrder,
    Setting<IReadOnlyList<OrderStep>> OtherOrder,
    Setting<QueueWeight> CriminalWeight,
    Setting<QueueWeight> OtherWeight,
    Setting<bool> ChosenPaysTurn,
    [Range(2, 10000)] Setting<int> GroupCaseFrom,
    [Range(1, 9)] Setting<int> HandlersPerCase,
    Setting<DecidingBody> OrdinaryDecision,
    [Range(1, 90)] PeriodRule? CriminalClock = null,
    [Range(1, 90)] PeriodRule? OtherClock = null,
    [Range(1, 240)] PeriodRule? NamingClock = null,
    [Range(2, 10000)] Setting<int>? CollectiveDecisionFrom = null,
    Setting<DecidingBody>? CollectiveDecision = null,
    [Range(0, 50)] Setting<int>? GraveCaseMinYears = null,
    [Range(0, 1000)] Setting<int>? GraveCaseMinCriminalCases = null,
    [Range(1, 1000)] Setting<int>? GraveCaseWorthPercent = null,
    Setting<bool>? ConflictVoidsPreference = null,
    Setting<bool>? LawyersOnlyForCrime = null,
    Setting<bool>? CasePoolOnly = null,
    [Range(0, 100)] Setting<int>? ExamPassMark = null,
    Setting<bool>? OutsidePool = null,
    [Range(2, 50)] Setting<int>? DiscussionAttendees = null,
    Setting<bool>? NextStagePaysTurn = null,
    Setting<NeedStrength>? RecipientNeeds = null,
    Setting<string>? LegalWorkerArea = null,
    [Range(1, 1000)] Setting<int>? OpenCasesLimit = null,
    Setting<bool>? DutyHelpBars = null,
    Setting<UnknownYears>? UnknownDefenceYears = null)
{
    /// <summary>The office's own clock for a kind of case; null where only the statute's runs.</summary>
    public PeriodRule? OwnClock(bool criminal) => criminal ? CriminalClock : OtherClock;

    /// <summary>The clause of the second step, in which the institution names its handler.</summary>
    public string NamingClause => NamingClock?.Clause ?? Turns.Clause;
}

/// <summary>The statute's floor under every office's book on assignment (法律援助法、办理法律援助案件程序规定).</summary>
public sealed record NationalAssignmentRules(
    [Range(1, 90)] PeriodRule AfterGrant,
    [Range(1, 90)] PeriodRule AfterNotice,
    Setting<bool> LawyersOnlyForDefence,
    [Range(0, 50)] Setting<int> LifeSentenceMinYears,
    Setting<bool> MinorSpecialist,
    Setting<bool> DirectConflict,
    Setting<bool> SuspendedPractice,
    Setting<bool>? LegalWorkerLocality = null,
    Setting<NeedStrength>? RecipientNeeds = null,
    [Range(0, 50)] Setting<int>? LifeSentenceDefenceYears = null,
    Setting<UnknownYears>? UnknownDefenceYears = null,
    Setting<bool>? DutyHelpBars = null);
