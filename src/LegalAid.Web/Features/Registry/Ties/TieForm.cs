using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Recusals;
using LegalAid.Rules.Registry;
using LegalAid.Store.Registry;

namespace LegalAid.Web.Features.Registry.Ties;

/// <summary>A tie as entered.</summary>
public sealed class TieForm
{
    [Required, Display(Name = "种类")]
    public TieKind? Kind { get; set; }

    [Display(Name = "与本人的关系")]
    public Relation? Relation { get; set; }

    [Display(Name = "姓名"), StringLength(60)]
    public string? Name { get; set; }

    [Display(Name = "身份证号"), StringLength(30)]
    public string? Identity { get; set; }

    [Display(Name = "任法定代表人的单位"), StringLength(60)]
    public string? Represents { get; set; }

    [Display(Name = "法院、检察院或者其他机关"), StringLength(60)]
    public string? Authority { get; set; }

    [Display(Name = "离任日")]
    public DateOnly? LeftOn { get; set; }

    [Display(Name = "利害关系")]
    public InterestKind? Interest { get; set; }

    [Display(Name = "处理时的身份")]
    public OfficialCapacity? Capacity { get; set; }

    [Display(Name = "案号、来文号"), StringLength(60)]
    public string? MatterNumber { get; set; }

    [Display(Name = "另一方当事人"), StringLength(60)]
    public string? OtherParty { get; set; }

    [Display(Name = "提供法律帮助的日期")]
    public DateOnly? HelpedOn { get; set; }
}
