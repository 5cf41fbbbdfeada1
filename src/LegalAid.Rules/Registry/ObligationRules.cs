using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Registry;

/// <summary>In which year a case counts towards a person's yearly obligation.</summary>
public enum CaseYear
{
    [Display(Name = "当年指派的")]
    Assigned = 1,

    [Display(Name = "当年办结的")]
    Closed,

    [Display(Name = "当年指派、在办或者办结的")]
    InHand,
}

/// <summary>What everybody in the pool owes in a calendar year (履行义务), and what is told of it.</summary>
public sealed record ObligationRules(
    [Range(0, 1000)] Setting<int> MinCasesPerYear,
    Setting<CaseYear> CountedBy,
    [Range(1, 12)] Setting<int> RemindFromMonth,
    Setting<bool> ReportedForAppraisal);
