using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;
using LegalAid.Rules.Conduct;

namespace LegalAid.Rules.Ranking;

/// <summary>Which quarter after a stop is judged (恢复服务后看哪个季度).</summary>
public enum JudgedQuarter
{
    /// <summary>恢复当季只记不判。</summary>
    [Display(Name = "恢复后的首个完整季度")]
    FirstFull = 1,

    [Display(Name = "恢复服务的当季")]
    OfReturn,
}

/// <summary>
/// What red quarters in a row bring (连续红色): a stop of so many calendar months and a rectification, then removal for who refuses it or is red again.
/// The program proposes, a person decides (WZ-13.4a to WZ-13.4c).
/// </summary>
public sealed record RedStreakRules(
    [Range(2, 8)] Setting<int> Quarters,
    Setting<bool> UnrankedQuarterBreaks,
    Setting<SuspensionScope> Stops,
    [Range(1, 12)] Setting<int> StopMonths,
    Setting<bool> FromDayAfterService,
    Setting<bool> RefusalRemoves,
    Setting<bool> RedAgainRemoves,
    Setting<JudgedQuarter> Judged);
