using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Subsidies;

/// <summary>Where an office's money comes from (资金来源).</summary>
public enum FundSource
{
    [Display(Name = "市级财政")]
    Municipal = 1,

    [Display(Name = "区级财政")]
    District,

    [Display(Name = "市法律援助基金会项目")]
    Foundation,
}

/// <summary>What money is spent on (用途).</summary>
public enum Purpose
{
    [Display(Name = "办案补贴")]
    CaseSubsidy = 1,

    [Display(Name = "值班补贴")]
    DutySubsidy,

    [Display(Name = "案件质量评估补贴")]
    AssessmentSubsidy,

    [Display(Name = "宣传")]
    Publicity,

    [Display(Name = "培训")]
    Training,

    [Display(Name = "基金会项目")]
    Project,
}

/// <summary>
/// The office's money (经费): for each source the purposes it may be spent on, which is the table of sources by purposes (TL-3.2b),
/// and who may move money across it.
/// </summary>
public sealed record BudgetRules(
    Setting<bool> SeparateAccounts,
    Setting<bool> PurposeBound,
    Setting<bool> TransferNeedsApproval,
    Setting<IReadOnlyList<Purpose>> MunicipalPurposes,
    Setting<bool> MunicipalFollowsCases,
    Setting<long> DistrictYearlyFen,
    Setting<IReadOnlyList<Purpose>> DistrictPurposes,
    Setting<IReadOnlyList<Purpose>> FoundationPurposes,
    Setting<FundSource> AssessmentPaidFrom)
{
    /// <summary>What a source may be spent on, as the text lists it, and assessments where they are paid from it.</summary>
    public IReadOnlyList<Purpose> PurposesOf(FundSource source) =>
        [.. Listed(source).Concat(source == AssessmentPaidFrom.Value ? [Purpose.AssessmentSubsidy] : []).Distinct()];

    private IReadOnlyList<Purpose> Listed(FundSource source) => source switch
    {
        FundSource.Municipal => MunicipalPurposes.Value,
        FundSource.District => DistrictPurposes.Value,
        FundSource.Foundation => FoundationPurposes.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "Unknown source of money."),
    };
}
