using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Corps;

/// <summary>Who decides about a member of the corps. One set of facts may lead to three decisions by three deciders (QDN-4.7.1, QDN-11.1, QDN-11.2).</summary>
public enum CorpsDecider
{
    [Display(Name = "服务地县（市）")]
    County = 1,

    [Display(Name = "州司法局")]
    Prefecture,

    /// <summary>执业年度考核机关；系统只出建议书。</summary>
    [Display(Name = "年度考核机关")]
    LicensingAuthority,
}

/// <summary>
/// The book on the service corps a prefecture lends to its short counties (服务团): who belongs to it, how its people come to cases,
/// what they owe and what ends their membership.
/// </summary>
public sealed record CorpsRules(CorpsMembershipRules Membership, CorpsDispatchRules Dispatch, CorpsPostingRules Posting, CorpsCancellationRules Cancellation);

/// <summary>
/// Membership (成员): in by one's own application, willing county by county (by this clause; nobody is assigned where they did not say so, QDN-1.1), adjusted once a year, its status in one hand.
/// </summary>
public sealed record CorpsMembershipRules(
    string OptInPerCountyClause,
    Setting<bool> Withdrawable,
    [Range(1, 10)] Setting<int> AdjustedEveryYears,
    [Range(1, 12)] Setting<int> AdjustmentMonth,
    Setting<bool> AdjustableBetween,
    Setting<CorpsDecider> DecidedBy,
    [Range(2, 20)] Setting<int> TeamFrom);

/// <summary>
/// Dispatch (选派): whose people come first, who stands in for whom, and how soon each must speak. To put corps members before other people from
/// elsewhere is assumed; to accept with priority is their duty, not a privilege (QDN-4.2b).
/// </summary>
public sealed record CorpsDispatchRules(
    [Range(1, 1000)] Setting<int> ShortFromCasesPerPerson,
    Setting<bool> LocalFirst,
    Setting<bool> MembersBeforeOthers,
    Setting<bool> PartnersFirst,
    Setting<bool> AbPair,
    Setting<bool> PairPaidAsOne,
    [Range(1, 240)] PeriodRule ArrangeClock,
    [Range(1, 90)] PeriodRule EscalationClock,
    [Range(1, 366)] PeriodRule FileClock);
