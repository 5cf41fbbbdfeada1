using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Quality;

/// <summary>Who may find a case unqualified. 区委政法委 is among them and yet no level of assessment: it is never compared with the others.</summary>
public enum AssessingBody
{
    [Display(Name = "司法部")]
    Ministry = 1,

    [Display(Name = "市司法局")]
    CityBureau,

    [Display(Name = "区委政法委")]
    PoliticalLegalCommittee,

    [Display(Name = "区司法局")]
    DistrictBureau,
}

/// <summary>
/// How an office watches over the work of its people (监管): of how many closed or running cases in a hundred each means is used.
/// A means of which the text does not speak is null.
/// </summary>
public sealed record SupervisionRules(
    Setting<int> AssessedPercent,
    Setting<int>? CourtObservationPercent = null,
    Setting<int>? FileInspectionPercent = null,
    Setting<int>? AuthorityOpinionPercent = null,
    Setting<int>? ReturnVisitPercent = null,
    Setting<bool>? DutyDayReReview = null,
    Setting<IReadOnlyList<AssessingBody>>? UnqualifiedBy = null);
