using System.ComponentModel.DataAnnotations;

namespace LegalAid.Web.Features.Disclosure;

/// <summary>What the office answered.</summary>
public sealed class AnswerForm
{
    [Required, Display(Name = "答复"), StringLength(1000)]
    public string Answer { get; set; } = "";
}
