using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Registry;

namespace LegalAid.Web.Features.Registry;

/// <summary>What a member asks for.</summary>
public sealed class LeaveForm
{
    [Required, Display(Name = "类别")]
    public LeaveKind? Kind { get; set; }

    [Required, Display(Name = "起日")]
    public DateOnly? FirstDay { get; set; }

    [Required, Display(Name = "止日")]
    public DateOnly? LastDay { get; set; }

    [Required, Display(Name = "事由"), StringLength(200)]
    public string Reason { get; set; } = "";
}

/// <summary>The first day at work again.</summary>
public sealed class LeaveReturnForm
{
    [Required, Display(Name = "返岗日")]
    public DateOnly? Day { get; set; }
}

/// <summary>What the centre answers.</summary>
public sealed class LeaveAnswerForm
{
    [Required]
    public bool? Agrees { get; set; }

    [Display(Name = "意见"), StringLength(200)]
    public string? Note { get; set; }
}
