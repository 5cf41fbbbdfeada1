using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Training;

namespace LegalAid.Web.Features.Training;

/// <summary>A question as it is typed: one option a line, A first.</summary>
public sealed class QuestionForm
{
    [Required, Display(Name = "题型")]
    public QuestionKind? Kind { get; set; }

    [Required, Display(Name = "题干"), StringLength(500)]
    public string Stem { get; set; } = "";

    [Display(Name = "选项"), StringLength(1200)]
    public string? Options { get; set; }

    [Required, Display(Name = "答案"), StringLength(12)]
    public string Key { get; set; } = "";

    public QuestionDraft Draft() => new(
        Kind!.Value,
        Stem.Trim(),
        Kind == QuestionKind.TrueFalse ? [] : [.. (Options ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
        QuestionDraft.KeyOf(Kind.Value, Key));
}

/// <summary>A question before it is in the bank.</summary>
public sealed record QuestionDraft(QuestionKind Kind, string Stem, IReadOnlyList<string> Options, string Key)
{
    private const int LongestOption = 200;

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Fault => Stem.Length > 500 ? "题干超过 500 字"
        : Options.Any(option => option.Length > LongestOption) ? $"选项超过 {LongestOption} 字"
        : ExamPaper.FaultOf(Kind, Stem, Options, Key);

    /// <summary>The options as a paper shows them.</summary>
    public List<string> Shown => Kind == QuestionKind.TrueFalse ? [.. ExamPaper.TrueFalseOptions] : [.. Options];

    /// <summary>Letters; of a true-or-false question also the words.</summary>
    public static string KeyOf(QuestionKind kind, string text) => kind == QuestionKind.TrueFalse
        ? text.Trim() switch
        {
            "正确" or "对" or "√" => "A",
            "错误" or "错" or "×" => "B",
            var letters => ExamPaper.Letters(letters),
        }
        : ExamPaper.Letters(text.Normalize(System.Text.NormalizationForm.FormKC));
}
