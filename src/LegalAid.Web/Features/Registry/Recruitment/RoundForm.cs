using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Registry;

namespace LegalAid.Web.Features.Registry;

/// <summary>A call for people as the centre drafts it.</summary>
public sealed class RoundForm
{
    [Required, Display(Name = "标题"), StringLength(60)]
    public string Title { get; set; } = "";

    [Display(Name = "为哪个库招募")]
    public Pools Pools { get; set; }

    [Required, Display(Name = "开始时间")]
    public DateTime? OpensAtUtc { get; set; }

    [Display(Name = "截止时间")]
    public DateTime? ClosesAtUtc { get; set; }

    [Display(Name = "计划律师"), Range(0, 100000)]
    public int? PlannedLawyers { get; set; }

    [Display(Name = "计划基层法律服务工作者"), Range(0, 100000)]
    public int? PlannedLegalWorkers { get; set; }

    [Required, Display(Name = "通知正文"), StringLength(4000), DataType(DataType.MultilineText)]
    public string NoticeText { get; set; } = "";
}
