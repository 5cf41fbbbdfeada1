using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Subsidies;

/// <summary>Whose table of rates a subsidy is priced by.</summary>
public enum RateTable
{
    [Display(Name = "市级补贴办法")]
    Municipal = 1,

    /// <summary>谁指派谁付，按服务地当时的办法。</summary>
    [Display(Name = "服务地补贴办法")]
    PlaceOfService,
}

/// <summary>Which day picks the version of the table for a case that ran across two.</summary>
public enum RateDay
{
    [Display(Name = "指派之日")]
    Assignment = 1,

    [Display(Name = "结案之日")]
    Closing,
}

/// <summary>
/// An office's own book on subsidies (补贴): whose rates, paid by when, from which money, more or less by quality.
/// The amounts stand in the tables of rates, not here. What the text does not speak of is null.
/// </summary>
public sealed record SubsidyRules(
    Setting<RateTable> Rates,
    Setting<RateDay> RateDay,
    [Range(1, 366)] PeriodRule? PaymentClock = null,
    Setting<bool>? WithheldWhenUnqualified = null,
    Setting<bool>? PaidAfterCorrection = null,
    CrossCountyRules? CrossCounty = null,
    GradeCoefficients? Grades = null,
    BudgetRules? Budget = null);

/// <summary>The higher rate for people who work in a county they are not registered in (跨县补贴).</summary>
public sealed record CrossCountyRules(Setting<bool> OwnRate, Setting<bool> LegalWorkersToo);

/// <summary>What a subsidy is multiplied by for the quality of the work (差别补贴). Ratios, not shares: more than 100 is lawful.</summary>
public sealed record GradeCoefficients(
    [Range(0, 300)] Setting<int> ExcellentPercent,
    [Range(0, 300)] Setting<int> GoodPercent,
    [Range(0, 300)] Setting<int> QualifiedPercent,
    [Range(0, 300)] Setting<int> UnqualifiedPercent,
    Setting<bool> NeedsFinanceConsent) : ICheckedRecord
{
    public IEnumerable<string> Faults()
    {
        int[] descending = [ExcellentPercent.Value, GoodPercent.Value, QualifiedPercent.Value, UnqualifiedPercent.Value];
        if (descending.Zip(descending.Skip(1)).Any(pair => pair.Second > pair.First))
        {
            yield return $"质量差的系数不能高于质量好的：{string.Join("%、", descending)}%";
        }
    }
}
