using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Conduct;

/// <summary>What a suspension stops; what already runs goes on (暂停的范围).</summary>
public enum SuspensionScope
{
    [Display(Name = "全部服务")]
    AllServices = 1,

    [Display(Name = "只停值班")]
    DutyOnly,

    [Display(Name = "只停派案")]
    CasesOnly,
}

/// <summary>
/// The measures an office's text writes down itself (处分与退出): what is suspended, who is removed and for how long,
/// how one leaves of one's own will. Where a text leaves the measure to a person, <see cref="HandlingRules"/> stand instead.
/// </summary>
public sealed record SanctionRules(SuspensionRules Suspension, RemovalRules Removal, ExitRules Exit);

/// <summary>Suspension with rectification (暂停、整改): what a breach on duty and one in a case stop, and how many poor grades are one (WZ-25.3a, WZ-25.3b).</summary>
public sealed record SuspensionRules(
    Setting<SuspensionScope> DutyBreachStops,
    Setting<SuspensionScope> CaseBreachStops,
    Setting<bool> EndsWithAcceptance,
    [Range(1, 366)] PeriodRule RectificationClock,
    Setting<bool> DecidedByPerson,
    Setting<bool> SeriousRemoves,
    [Range(1, 99)] Setting<int> UnqualifiedCases,
    [Range(1, 99)] Setting<int> LowGradesPerYear,
    Setting<bool> YearOfEffectiveGrade) : ICheckedRecord
{
    public IEnumerable<string> Faults()
    {
        if (UnqualifiedCases.Value > LowGradesPerYear.Value)
        {
            yield return $"不合格满 {UnqualifiedCases.Value} 件才暂停，多于合格及以下的 {LowGradesPerYear.Value} 件，永远用不上";
        }
    }
}

/// <summary>
/// Removal (清退) out of the office's pools: for how many years, who is told by when, and how long the person may first say what speaks against it. Another office never learns of it, and
/// the published list follows at once: nobody stands there who may not be given a case.
/// </summary>
[Retired("endsBothPools", "ownOfficeOnly", "listChangedAtOnce")]
public sealed record RemovalRules(
    [Range(0, 50)] Setting<int> BarYears,
    Setting<bool> AnniversaryBarred,
    [Range(1, 90)] PeriodRule NoticeClock,
    Setting<bool> InstitutionTold,
    [Range(1, 90)] Setting<int> HearingDays)
{
    /// <summary>Whether who was removed on a day is still barred on another (WZ-28.6). The last day does not move to a working day.</summary>
    public bool Bars(DateOnly removedOn, DateOnly day)
    {
        var anniversary = removedOn.AddYears(BarYears.Value);
        return AnniversaryBarred.Value ? day <= anniversary : day < anniversary;
    }
}

/// <summary>Leaving of one's own will, or because a condition is gone (退出): the letter, the consent, what is finished first.</summary>
public sealed record ExitRules(
    Setting<bool> SignedAndSealed,
    Setting<bool> ElectronicSealCounts,
    Setting<bool> NeedsConsent,
    Setting<bool> RunningMattersFinished,
    Setting<bool> BarsReturn,
    [Range(1, 366)] PeriodRule ReportClock,
    [Range(1, 60)] Setting<int> LicenceCheckMonths);
