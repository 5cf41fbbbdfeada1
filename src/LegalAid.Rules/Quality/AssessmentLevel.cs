using System.ComponentModel.DataAnnotations;

namespace LegalAid.Rules.Quality;

/// <summary>At which level of government a case was assessed (评估层级).</summary>
public enum AssessmentLevel
{
    [Display(Name = "部级")]
    Ministry = 1,

    [Display(Name = "省级")]
    Province,

    [Display(Name = "市级")]
    City,

    [Display(Name = "县级")]
    County,
}
