using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Points;

/// <summary>On which day a finished case earns its points, and so in which quarter (计分之日).</summary>
public enum CaseCreditDay
{
    [Display(Name = "归档审核通过之日")]
    FileApproved = 1,

    [Display(Name = "指派之日")]
    Assigned,
}

/// <summary>What each service is worth in tenths of a point (服务项目): shifts, papers, cases, pleas, activities. A shift is one time (次).</summary>
/// <param name="ReceptionTenths">A shift at the window or a station.</param>
/// <param name="HotlineTenths">A shift on the hotline in office hours.</param>
/// <param name="OffHoursHotlineTenths">One outside them.</param>
/// <param name="HotlineByStart">Whether the start of a shift tells which of the two it is.</param>
/// <param name="DraftingTenths">A paper drafted.</param>
/// <param name="DraftingOnDutyToo">Whether one drafted during a shift counts again.</param>
/// <param name="CaseTenths">An ordinary case.</param>
/// <param name="GraveCaseTenths">A grave case or one of a group, instead of the ordinary.</param>
/// <param name="GroupFrom">From how many people on a case is one of a group, this number included.</param>
/// <param name="SeriesAsOne">Whether cases of one series count as one.</param>
/// <param name="CaseCreditedOn">The day a case earns its points.</param>
/// <param name="ClosingHandlerOnly">Whether after a change of handler only the one who closed it earns them.</param>
/// <param name="PleaTenths">A plea of guilt attended as duty lawyer.</param>
/// <param name="PleaBesideShift">Whether it counts beside its shift.</param>
/// <param name="ActivityTenths">An activity of advice or publicity.</param>
/// <param name="LectureTenths">A lecture given.</param>
public sealed record ServicePoints(
    [Range(0, 1000)] Setting<int> ReceptionTenths,
    [Range(0, 1000)] Setting<int> HotlineTenths,
    [Range(0, 1000)] Setting<int> OffHoursHotlineTenths,
    Setting<bool> HotlineByStart,
    [Range(0, 1000)] Setting<int> DraftingTenths,
    Setting<bool> DraftingOnDutyToo,
    [Range(0, 1000)] Setting<int> CaseTenths,
    [Range(0, 1000)] Setting<int> GraveCaseTenths,
    [Range(2, 10000)] Setting<int> GroupFrom,
    Setting<bool> SeriesAsOne,
    Setting<CaseCreditDay> CaseCreditedOn,
    Setting<bool> ClosingHandlerOnly,
    [Range(0, 1000)] Setting<int> PleaTenths,
    Setting<bool> PleaBesideShift,
    [Range(0, 1000)] Setting<int> ActivityTenths,
    [Range(0, 1000)] Setting<int> LectureTenths) : ICheckedRecord
{
    /// <summary>What a case is worth, and by which clause (WZ-P4.1, WZ-P4.2).</summary>
    public Setting<int> OfCase(bool grave, int people) => grave || people >= GroupFrom.Value ? GraveCaseTenths : CaseTenths;

    public IEnumerable<string> Faults() => PointScale.WhyNotFalling("案件", GraveCaseTenths.Value, CaseTenths.Value);
}
