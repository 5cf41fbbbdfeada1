using System.ComponentModel.DataAnnotations;

namespace LegalAid.Web.Features.Registry;

/// <summary>What the head decides on a proposed removal.</summary>
public sealed class RemovalDecisionForm
{
    [Required]
    public bool? Agrees { get; set; }

    [Required, Display(Name = "意见"), StringLength(500)]
    public string Note { get; set; } = "";
}

/// <summary>What the person concerned says.</summary>
public sealed class StatementForm
{
    [Required, Display(Name = "陈述申辩"), StringLength(2000)]
    public string Statement { get; set; } = "";
}

/// <summary>When the decision was received, and what was objected.</summary>
public sealed class ServedForm
{
    [Display(Name = "送达本人的日期")]
    public DateOnly? PersonOn { get; set; }

    [Display(Name = "送达单位的日期")]
    public DateOnly? InstitutionOn { get; set; }

    [Display(Name = "异议"), StringLength(2000)]
    public string? Objection { get; set; }
}
