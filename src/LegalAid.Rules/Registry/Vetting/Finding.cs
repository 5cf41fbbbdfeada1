using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Registry.Vetting;

/// <summary>What is looked at before somebody comes into a pool (审核事项).</summary>
public enum VettingCriterion
{
    [Display(Name = "身份")]
    OpenTo = 1,

    [Display(Name = "执业注册地")]
    District,

    [Display(Name = "核对所在单位")]
    Institution,

    [Display(Name = "两库互通")]
    BothPools,

    [Display(Name = "清退禁入")]
    Removal,

    [Display(Name = "刑事辩护限律师")]
    LawyersOnly,

    [Display(Name = "刑事办案年限")]
    CriminalYears,

    [Display(Name = "其他事务年限")]
    OtherYears,

    [Display(Name = "值班年限")]
    DutyYears,

    [Display(Name = "办案库年限")]
    CasePoolYears,

    [Display(Name = "条件的适用")]
    WrittenFor,

    [Display(Name = "处罚和惩戒")]
    Sanctions,

    [Display(Name = "查证属实的投诉")]
    Complaints,

    [Display(Name = "党纪处理")]
    PartyDiscipline,

    [Display(Name = "既往案件质量")]
    Grades,

    [Display(Name = "所在单位意见")]
    InstitutionOpinion,

    [Display(Name = "所在单位盖章")]
    InstitutionSeal,

    [Display(Name = "承诺书")]
    Commitment,

    [Display(Name = "执业证复印件")]
    LicenceCopy,

    [Display(Name = "政治品行")]
    Character,

    [Display(Name = "责任感与奉献")]
    Dedication,

    [Display(Name = "执业纪律与操守")]
    Conduct,

    [Display(Name = "身体与专业")]
    Fitness,

    [Display(Name = "会用市级系统")]
    Skill,

    [Display(Name = "准入考核")]
    Assessment,

    [Display(Name = "司法局律师工作部门意见")]
    BureauOpinion,

    [Display(Name = "律师协会意见")]
    AssociationOpinion,

    [Display(Name = "执业状态")]
    Licence,
}

/// <summary>How a criterion stands (审核结果).</summary>
public enum Verdict
{
    [Display(Name = "符合")]
    Met = 1,

    [Display(Name = "不符合")]
    NotMet,

    [Display(Name = "不适用")]
    NotApplicable,

    [Display(Name = "待人工确认")]
    NeedsPerson,
}

/// <summary>
/// One criterion looked at: the clauses, the fact, the verdict. Of a criterion that is asked for certain intents or one of the pools alone, these are named; failing it costs no more than these.
/// Where time will mend it, <see cref="PassesOn"/> is the first counting day on which it passes. What is only to be weighed stops nobody.
/// </summary>
public sealed record Finding(VettingCriterion Criterion, IReadOnlyList<string> ClauseIds, string Fact, Verdict Verdict)
{
    public DateOnly? PassesOn { get; init; }

    public ServiceIntents Intents { get; init; }

    public Pools Pools { get; init; }

    public bool OnlyWeighed { get; init; }

    /// <summary>Asked of the whole application, not of an intent or a pool.</summary>
    public bool IsOfPerson => Intents == ServiceIntents.None && Pools == Pools.None;

    public bool Stops => IsOfPerson && !OnlyWeighed && Verdict is (Verdict.NotMet or Verdict.NeedsPerson);
}

/// <summary>What the vetting of an application found, and for what the applicant could be taken in.</summary>
public sealed record VettingDecision(IReadOnlyList<Finding> Findings, ServiceIntents Intents, Pools Pools, IReadOnlyList<Refusal> Refusals)
{
    public bool MayAdmit => Refusals.Count == 0;

    public IReadOnlyList<string> ClauseIds => [.. Findings.SelectMany(finding => finding.ClauseIds).Distinct(StringComparer.Ordinal)];
}
