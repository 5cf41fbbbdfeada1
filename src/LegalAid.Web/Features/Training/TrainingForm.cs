using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Registry;
using LegalAid.Store.Training;

namespace LegalAid.Web.Features.Training;

/// <summary>A training as it is planned.</summary>
public sealed class TrainingForm
{
    [Required, Display(Name = "培训名称"), StringLength(80)]
    public string Title { get; set; } = "";

    [Display(Name = "授课人"), StringLength(60)]
    public string? Lecturer { get; set; }

    [Display(Name = "授课人所在单位"), StringLength(60)]
    public string? LecturerUnit { get; set; }

    [Required, Display(Name = "地点"), StringLength(100)]
    public string Place { get; set; } = "";

    [Required, Display(Name = "开始")]
    public DateTime? StartsAtUtc { get; set; }

    [Required, Display(Name = "结束")]
    public DateTime? EndsAtUtc { get; set; }

    [Required, Range(0.1, 99), Display(Name = "学时")]
    public decimal? Hours { get; set; }

    [Required, Display(Name = "参训范围")]
    public InvitedPeople? Invited { get; set; }

    [Display(Name = "只限")]
    public PractitionerKind? Kind { get; set; }

    [Display(Name = "岗前培训")]
    public bool Induction { get; set; }
}
