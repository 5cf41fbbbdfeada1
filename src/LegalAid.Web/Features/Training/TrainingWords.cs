using LegalAid.Rules.Training;
using LegalAid.Store.Training;
using LegalAid.Web.Parts;

namespace LegalAid.Web.Features.Training;

/// <summary>How trainings, exams and probation are spoken of.</summary>
public static class TrainingWords
{
    public static (string Word, Tone Tone) Of(AttendanceState state) => AttendanceWords.Of(state);

    public static string Of(QuestionKind kind) => kind switch
    {
        QuestionKind.OneAnswer => "单选",
        QuestionKind.SeveralAnswers => "多选",
        QuestionKind.TrueFalse => "判断",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };

    /// <summary>A key or an answer as people read it: letters, but of a true-or-false question the word.</summary>
    public static string Answer(QuestionKind kind, string letters) => (kind, letters) switch
    {
        (QuestionKind.TrueFalse, "A") => "正确",
        (QuestionKind.TrueFalse, "B") => "错误",
        _ => letters,
    };

    /// <summary>What became of a paper.</summary>
    public static (string Word, Tone Tone) Of(bool? passed, DateTime dueAtUtc, DateTime nowUtc) => passed switch
    {
        true => ("合格", Tone.Good),
        false => ("不合格", Tone.Bad),
        null => ExamTaking.IsOver(dueAtUtc, nowUtc) ? ("没有交卷", Tone.Bad) : ("正在作答", Tone.Active),
    };

    public static (string Word, Tone Tone) Of(ProbationStatus status) => status switch
    {
        ProbationStatus.Running => ("试用中", Tone.Active),
        ProbationStatus.Passed => ("已转正", Tone.Good),
        ProbationStatus.Ended => ("退出值班", Tone.Ended),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };

    /// <summary>Tenths of an hour as people write them: 3, 1.5.</summary>
    public static string Hours(int tenths) => AttendanceWords.Hours(tenths);
}
