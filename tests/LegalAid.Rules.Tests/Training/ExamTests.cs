using LegalAid.Rules.Training;
using Xunit;
using static LegalAid.Rules.Tests.Assignment.Beibei;

namespace LegalAid.Rules.Tests.Training;

/// <summary>Papers: drawn, scored, and who may sit one.</summary>
public sealed class ExamTests
{
    private static readonly DateTime Opens = new(2026, 6, 17, 1, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Closes = new(2026, 6, 17, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [Clause("WZ-10.2")]
    [InlineData("A BC A", 100)]
    [InlineData("A CB A", 100)]     // the order of letters means nothing
    [InlineData("A BCD A", 66)]     // one letter too many
    [InlineData("A B A", 66)]       // one too few; 66.67 is not rounded up
    [InlineData("- - -", 0)]
    [InlineData("A", 33)]           // the rest was left out
    public void Every_question_counts_the_same_and_several_letters_all_must_be_right(string given, int score)
    {
        var paper = new[] { Question("A"), Question("BC", QuestionKind.SeveralAnswers), Question("A", QuestionKind.TrueFalse) };

        Assert.Equal(score, ExamPaper.Score(paper, [.. given.Split(' ').Select(ExamPaper.Letters)]).Score);
    }

    [Fact]
    public void The_same_seed_draws_the_same_paper_and_another_seed_another()
    {
        var bank = Enumerable.Range(0, 50).Select(_ => Question("A")).ToList();

        var (first, hash) = ExamPaper.Draw("s 1", bank, 10);
        var (again, hashAgain) = ExamPaper.Draw("s 1", [.. bank.AsEnumerable().Reverse()], 10);
        var (other, _) = ExamPaper.Draw("s 2", bank, 10);

        Assert.Equal(first, again);
        Assert.Equal(hash, hashAgain);
        Assert.Equal(10, first.Distinct().Count());
        Assert.NotEqual(first, other);
    }

    [Theory]
    [InlineData(QuestionKind.OneAnswer, "甲|乙", "B", null)]
    [InlineData(QuestionKind.OneAnswer, "甲|乙", "C", "答案不在选项以内")]
    [InlineData(QuestionKind.OneAnswer, "甲|乙", "AB", "单选和判断只有一个答案")]
    [InlineData(QuestionKind.SeveralAnswers, "甲|乙", "A", "多选至少有两个答案")]
    [InlineData(QuestionKind.OneAnswer, "甲", "A", "选项应为 2 至 6 个，中间不留空")]
    [InlineData(QuestionKind.OneAnswer, "甲|甲", "A", "选项重复")]
    [InlineData(QuestionKind.OneAnswer, "1|2|3|4|5|6", "F", null)]
    [InlineData(QuestionKind.OneAnswer, "1|2|3|4|5|6|7", "A", "选项应为 2 至 6 个，中间不留空")]
    [InlineData(QuestionKind.TrueFalse, "", "B", null)]
    [InlineData(QuestionKind.TrueFalse, "", "C", "答案不在选项以内")]
    [InlineData(QuestionKind.TrueFalse, "甲|乙", "A", "判断题不写选项")]
    [InlineData(QuestionKind.OneAnswer, "甲|乙", "", "没有答案")]
    public void A_questions_key_fits_its_options(QuestionKind kind, string options, string key, string? fault) =>
        Assert.Equal(fault, ExamPaper.FaultOf(kind, "题", options.Split('|', StringSplitOptions.RemoveEmptyEntries), key));

    [Theory]
    [Clause("WZ-10.1", "WZ-10.2")]
    [InlineData(true, false, 0, 0, true, null, "")]
    [InlineData(false, false, 0, 0, true, null, "no-induction:WZ-10.1")]
    [InlineData(true, true, 1, 0, true, null, "exam-passed:WZ-10.2")]
    [InlineData(true, false, 1, 0, true, null, "")]
    [InlineData(true, false, 1, 0, false, null, "no-resit:WZ-10.2")]
    [InlineData(true, false, 2, 0, true, 2, "")]                            // the second resit
    [InlineData(true, false, 3, 0, true, 2, "resits-used:WZ-10.2")]
    [InlineData(true, false, 0, -1, true, null, "exam-closed:WZ-10.2")]
    [InlineData(true, false, 0, 8 * 60, true, null, "exam-closed:WZ-10.2")]
    public void Who_was_trained_and_has_not_passed_may_sit_as_often_as_the_book_says(bool trained, bool passed, int sittings, int minutes, bool resit, int? most, string refused) =>
        Assert.Equal(refused, Codes(ExamTaking.WhyNotSit(new(trained, passed, sittings), Opens, Closes, Opens.AddMinutes(minutes), Rules(resit, most))));

    [Fact]
    public void The_time_runs_from_opening_the_paper_and_never_past_the_end()
    {
        Assert.Equal(Opens.AddMinutes(60), ExamTaking.DueAt(Opens, 60, Closes));
        Assert.Equal(Closes, ExamTaking.DueAt(Closes.AddMinutes(-59), 60, Closes));
        Assert.False(ExamTaking.IsOver(Closes, Closes + ExamTaking.Grace));
        Assert.True(ExamTaking.IsOver(Closes, Closes + ExamTaking.Grace + TimeSpan.FromTicks(1)));
    }

    private static PaperQuestion Question(string key, QuestionKind kind = QuestionKind.OneAnswer) => new(Guid.CreateVersion7(), kind, "题", ["甲", "乙", "丙", "丁"], key);

    private static TrainingRules Rules(bool resit, int? most) => new(
        new(true, "WZ-10.1"), new(true, "WZ-10.2"), new([GatedWork.CaseCandidacy], "WZ-10.2"), new(false, "WZ-10.2"), new(resit, "WZ-10.2"), OnProbationTests.Rules,
        new(new(true, "WZ-24.1"), new(true, "WZ-24.1"), new(true, "WZ-24.1"), new(3, "WZ-24.2"), new(true, "WZ-24.2"), new(true, "WZ-24.2"), new(true, "WZ-24.3")),
        most is { } number ? new(number, "WZ-10.2") : null);
}
