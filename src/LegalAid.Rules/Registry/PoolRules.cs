using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Registry;

/// <summary>As what somebody comes into a pool (入库人员的身份).</summary>
public enum PoolPerson
{
    [Display(Name = "社会律师")]
    SocialLawyer = 1,

    [Display(Name = "公职律师")]
    PublicLawyer,

    [Display(Name = "公司律师")]
    CompanyLawyer,

    [Display(Name = "志愿者")]
    Volunteer,

    [Display(Name = "中心工作人员")]
    CentreStaff,

    [Display(Name = "基层法律服务工作者")]
    LegalWorker,
}

/// <summary>
/// An office that keeps a pool for duty and one for cases (值班库、办案库): whom they are open to, what each asks, who may be in both, when they are renewed.
/// </summary>
public sealed record PoolRules(
    Setting<IReadOnlyList<PoolPerson>> OpenTo,
    Setting<bool> VolunteersAdviseOnly,
    PoolTerms Duty,
    PoolTerms Cases,
    Setting<bool> BothAllowed,
    Setting<bool> TermsHoldOnMove,
    [Range(1, 10)] Setting<int> RenewedEveryYears,
    Setting<bool> ChangedBetweenRenewals,
    PoolConditions Conditions,
    PoolConsultation Consultation) : ICheckedRecord
{
    public IEnumerable<string> Faults()
    {
        if (Conditions.WrittenFor.Value.Except(OpenTo.Value).Any())
        {
            yield return "入库条件的适用对象里，有不能入库的人";
        }
    }
}

/// <summary>
/// What one of the pools asks by itself: whether one may apply at any time, and how many years since the first licence,
/// that day included. Without a district of its own that of the recruitment holds.
/// </summary>
public sealed record PoolTerms(Setting<bool> AlwaysOpen, [Range(0, 50)] Setting<int> LicenceYears, Setting<DistrictReach>? District = null);

/// <summary>What both pools ask of those it is written for: a clean record, good work so far, the papers.</summary>
public sealed record PoolConditions(
    Setting<IReadOnlyList<PoolPerson>> WrittenFor,
    Setting<YearsCountedTo> YearsCountedTo,
    [Range(0, 50)] Setting<int> SanctionLookBackYears,
    Setting<bool> PartyDisciplineDeclared,
    [Range(0, 50)] Setting<int> UnqualifiedLookBackYears,
    Setting<bool> RemovedBarred,
    Setting<bool> WrittenCommitment,
    Setting<bool> LicenceCopy);

/// <summary>Whom the centre asks before it settles the list, and how long it waits (征求意见). Who does not answer stops nobody where the book says so.</summary>
public sealed record PoolConsultation(
    Setting<bool> BureauAsked,
    Setting<bool> AssociationAsked,
    [Range(1, 90)] PeriodRule ReplyClock,
    Setting<bool> SilenceStops);
