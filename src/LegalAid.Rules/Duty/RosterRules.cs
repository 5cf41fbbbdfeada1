using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Duty;

/// <summary>How long a roster runs (值班表的周期).</summary>
public enum RosterPeriod
{
    [Display(Name = "每周一张")]
    Week = 1,

    [Display(Name = "每月一张")]
    Month,
}

/// <summary>How "one day before" is counted (提前一天的算法).</summary>
public enum NoticeCount
{
    /// <summary>班次当天之前都算提前一天。</summary>
    [Display(Name = "按自然日")]
    CalendarDays = 1,

    [Display(Name = "每日按二十四小时")]
    FullHours,
}

/// <summary>
/// From the call to the published roster (值班预告、报名、值班表). Who signs up first has the shift; so many shifts a person and roster,
/// a soft limit where it may be passed with a reason; a shift nobody wants is open to all again with the centre's consent (WZ-16.5).
/// </summary>
public sealed record RosterRules(
    Setting<RosterPeriod> Period,
    [Range(1, 90)] Setting<int> CalledDaysBefore,
    Setting<bool> FirstSignUpWins,
    Setting<bool> ChangeableUntilClose,
    Setting<bool> NextMovesUp,
    [Range(1, 31)] Setting<int> ShiftsPerPerson,
    Setting<bool> PassableWithReason,
    Setting<bool> VacantOpenAgain,
    Setting<bool> EnteredInPlatform,
    Setting<string> Channel);

/// <summary>
/// Somebody else comes instead (代班): asked for in time, told to all, given by priority and then by time. Who has a shift of his own
/// comes later and is not barred (WZ-17.4).
/// </summary>
/// <param name="DaysBefore">How many days before the shift cover must be asked for.</param>
/// <param name="CountedBy">How these days are counted.</param>
/// <param name="UrgentByConsent">Whether the centre may allow what comes later.</param>
/// <param name="PriorityBelowShifts">Fewer shifts than this in the calendar month before give priority.</param>
/// <param name="PriorityWithoutSignUp">Whether having signed up for nothing on this roster gives priority.</param>
/// <param name="BothBeforeOne">Whether both come before one of them; one before none.</param>
/// <param name="ShiftBars">Whether a shift of one's own on this roster bars from covering.</param>
/// <param name="WindowHours">How long offers are gathered before one is taken.</param>
public sealed record CoverRules(
    [Range(0, 30)] Setting<int> DaysBefore,
    Setting<NoticeCount> CountedBy,
    Setting<bool> UrgentByConsent,
    [Range(1, 31)] Setting<int> PriorityBelowShifts,
    Setting<bool> PriorityWithoutSignUp,
    Setting<bool> BothBeforeOne,
    Setting<bool> ShiftBars,
    [Range(0, 72)] Setting<int> WindowHours);

/// <summary>Two people change shifts (换班): agreed between them and reported in time, not approved; the limits hold all the same (WZ-17.5).</summary>
public sealed record SwapRules(
    [Range(0, 30)] Setting<int> DaysBefore,
    Setting<bool> BeforeEarlierShift,
    Setting<bool> NeedsApproval,
    Setting<bool> LimitsHold);
