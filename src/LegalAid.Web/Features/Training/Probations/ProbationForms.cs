using System.ComponentModel.DataAnnotations;

namespace LegalAid.Web.Features.Training;

/// <summary>The newcomer's certificate, and the probation that follows from it.</summary>
public sealed class BeginProbationForm
{
    [Required, Display(Name = "取得法律职业资格证的日期")]
    public DateOnly? QualifiedOn { get; set; }

    [Display(Name = "试用开始")]
    public DateOnly? StartsOn { get; set; }

    [Display(Name = "带班人")]
    public Guid? CompanionId { get; set; }

    [Display(Name = "带班人的首件法律援助案件")]
    public DateOnly? CompanionFirstCaseOn { get; set; }

    [Display(Name = "首件案件的凭据"), StringLength(200)]
    public string? CompanionEvidence { get; set; }
}

/// <summary>What a person decides when a probation is over.</summary>
public enum ProbationVerdict
{
    /// <summary>合格，转正</summary>
    Passes = 1,

    /// <summary>不合格，延长试用</summary>
    Extends,

    /// <summary>不合格，退出值班</summary>
    Ends,
}

/// <summary>The centre's assessment.</summary>
public sealed class AssessmentForm
{
    [Required(ErrorMessage = "请选择考核结论。"), Display(Name = "结论")]
    public ProbationVerdict? Verdict { get; set; }

    [Required, Display(Name = "考核情况"), StringLength(500)]
    public string Conclusion { get; set; } = "";
}
