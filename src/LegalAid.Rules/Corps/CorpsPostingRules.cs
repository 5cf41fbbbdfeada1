using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Corps;

/// <summary>How the one who gets a posted case is found among those who bid for it.</summary>
public enum BidChoice
{
    /// <summary>择优，写明理由；不看报名先后。</summary>
    [Display(Name = "择优")]
    Merit = 1,

    [Display(Name = "先报先得")]
    FirstBid,
}

/// <summary>
/// Posted cases and bids for them (抢单). The window ends before the legal deadline by at least the margin,
/// so that a case nobody bids for can still be assigned in time (QDN-4.6b).
/// </summary>
public sealed record CorpsPostingRules(
    Setting<bool> Allowed,
    Setting<BidChoice> Choice,
    Setting<bool> DrawAmongEquals,
    [Range(1, 240)] Setting<int> WindowHours,
    [Range(1, 240)] Setting<int> MarginHours);

/// <summary>From when the lapses that end a membership are counted.</summary>
public enum LapsesSince
{
    [Display(Name = "入团或者上次年度调整")]
    LastAdjustment = 1,

    [Display(Name = "当年一月一日")]
    NewYear,
}

/// <summary>
/// What ends a membership (取消资格). The county proposes, a person decides. A count is reached when it equals the number:
/// 两次以上 includes the second (QDN-4.7.2).
/// </summary>
public sealed record CorpsCancellationRules(
    Setting<bool> UnqualifiedAfterCorrection,
    [Range(0, 9)] Setting<int> Corrections,
    [Range(1, 366)] PeriodRule CorrectionClock,
    [Range(1, 99)] Setting<int> LateFiles,
    Setting<bool> ExtensionExcuses,
    [Range(1, 99)] Setting<int> MissedTrainings,
    Setting<bool> MakeUpExcuses,
    Setting<LapsesSince> CountedSince,
    Setting<bool> AcrossCounties,
    Setting<CorpsDecider> DecidedBy,
    Setting<CorpsDecider> AppraisalBy);
