using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Assignment;

namespace LegalAid.Web.Features.Assignment;

/// <summary>What the clerk saw and says when proposing.</summary>
public sealed class ProposeForm
{
    public Guid InstitutionId { get; set; }

    public Guid? PractitionerId { get; set; }

    public long Turn { get; set; }

    [Display(Name = "说明"), StringLength(500)]
    public string? Note { get; set; }

    [Display(Name = "改按")]
    public OrderStep? Step { get; set; }

    [Display(Name = "库外人员")]
    public Guid? OutsiderId { get; set; }

    [Display(Name = "不按序的书面理由"), StringLength(500)]
    public string? OutOfTurnReason { get; set; }

    /// <summary>The step the page was drawn with; null when it followed the office's order.</summary>
    public OrderStep? DrawnStep { get; set; }

    public Guid? DrawnOutsiderId { get; set; }

    /// <summary>What the clerk asks for now is what the page last showed.</summary>
    internal bool WasDrawnAsAsked => (OutOfTurn?.Step, OutOfTurn?.PractitionerId) == (DrawnStep, DrawnOutsiderId);

    internal OutOfTurnRequest? OutOfTurn => Step is { } step ? new(step, OutOfTurnReason, step == OrderStep.OutsidePool ? OutsiderId : null) : null;
}

/// <summary>The clerk's ruling on a namesake.</summary>
public sealed class RulingForm
{
    public Guid SourceId { get; set; }

    public bool SamePerson { get; set; }

    [Required, Display(Name = "核查情况"), StringLength(300)]
    public string Reason { get; set; } = "";
}
