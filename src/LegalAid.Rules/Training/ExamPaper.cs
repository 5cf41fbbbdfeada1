using System.ComponentModel.DataAnnotations;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Training;

/// <summary>How a question is answered.</summary>
public enum QuestionKind
{
    [Display(Name = "单选")]
    OneAnswer = 1,

    [Display(Name = "多选")]
    SeveralAnswers,

    /// <summary>A is 正确, B is 错误.</summary>
    [Display(Name = "判断")]
    TrueFalse,
}

/// <summary>A question as it stands on a paper.</summary>
public sealed record PaperQuestion(Guid Id, QuestionKind Kind, string Stem, IReadOnlyList<string> Options, string Key);

/// <summary>What came of a paper: how many were right, and the score of a hundred.</summary>
public sealed record ExamScore(int Right, int Questions, int Score);

/// <summary>Drawing a paper from the bank and scoring it (WZ-10.2).</summary>
public static class ExamPaper
{
    public const int MostOptions = 6;

    /// <summary>The seed of one person's paper, so that no two are alike and each can be drawn again by hand.</summary>
    public static string SeedOf(string examSeed, Guid membershipId, int number) => $"{examSeed} {membershipId} {number}";

    /// <summary>The first so many of the bank in the order of the lots.</summary>
    public static (IReadOnlyList<PaperQuestion> Questions, string ListHash) Draw(string seed, IReadOnlyCollection<PaperQuestion> bank, int questions)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(questions, bank.Count);
        var byId = bank.ToDictionary(question => question.Id.ToString(), StringComparer.Ordinal);
        var drawn = Lottery.Draw(seed, byId.Keys);
        return ([.. drawn.Lines.Take(questions).Select(line => byId[line.Id])], drawn.ListHash);
    }

    /// <summary>Every question counts the same; of several letters all must be right and none too many. Rounded down, so that nobody passes by rounding.</summary>
    public static ExamScore Score(IReadOnlyList<PaperQuestion> paper, IReadOnlyList<string> given)
    {
        var right = paper.Where((question, place) => place < given.Count && Letters(given[place]) == question.Key).Count();
        return new(right, paper.Count, right * 100 / paper.Count);
    }

    /// <summary>Letters as the key is kept: capitals, each once, in order.</summary>
    public static string Letters(string? text) => string.Concat((text ?? "").ToUpperInvariant().Where(char.IsAsciiLetterUpper).Distinct().Order());

    /// <summary>Whether the key fits the question; null when it does, else what is wrong.</summary>
    public static string? FaultOf(QuestionKind kind, string stem, IReadOnlyList<string> options, string key) =>
        string.IsNullOrWhiteSpace(stem) ? "没有题干"
        : kind == QuestionKind.TrueFalse && options.Count > 0 && !options.SequenceEqual(TrueFalseOptions, StringComparer.Ordinal) ? "判断题不写选项"
        : kind != QuestionKind.TrueFalse && options.Count is < 2 or > MostOptions ? $"选项应为 2 至 {MostOptions} 个，中间不留空"
        : options.Distinct(StringComparer.Ordinal).Count() != options.Count ? "选项重复"
        : key.Length == 0 ? "没有答案"
        : kind != QuestionKind.SeveralAnswers && key.Length != 1 ? "单选和判断只有一个答案"
        : kind == QuestionKind.SeveralAnswers && key.Length < 2 ? "多选至少有两个答案"
        : key[^1] - 'A' >= (kind == QuestionKind.TrueFalse ? 2 : options.Count) ? "答案不在选项以内"
        : null;

    public static IReadOnlyList<string> TrueFalseOptions { get; } = ["正确", "错误"];
}
