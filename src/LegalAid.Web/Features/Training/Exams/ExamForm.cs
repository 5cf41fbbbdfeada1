using System.ComponentModel.DataAnnotations;

namespace LegalAid.Web.Features.Training;

/// <summary>An exam as it is planned.</summary>
public sealed class ExamForm
{
    /// <summary>More would not fit one form on a phone.</summary>
    public const int MostQuestions = 100;

    [Required, Display(Name = "考试名称"), StringLength(80)]
    public string Title { get; set; } = "";

    [Required, Display(Name = "开始")]
    public DateTime? OpensAtUtc { get; set; }

    [Required, Display(Name = "结束")]
    public DateTime? ClosesAtUtc { get; set; }

    [Required, Range(5, 300), Display(Name = "答题时间")]
    public int? Minutes { get; set; }

    [Required, Range(1, MostQuestions), Display(Name = "题数")]
    public int? Questions { get; set; }
}
