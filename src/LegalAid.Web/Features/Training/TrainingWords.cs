using LegalAid.Rules.Training;
using LegalAid.Store.Training;
using LegalAid.Web.Parts;

namespace LegalAid.Web.Features.Training;

/// <summary>How trainings, exams and probation are spoken of.</summary>
public static class TrainingWords
{
    public static (string Word, Tone Tone) Of(AttendanceState state) => AttendanceWords.Of(state);

    public static string Of(InvitedPeople invited) => invited switch
    {
        InvitedPeople.Everybody => "全体在库人员",
        InvitedPeople.CasePool => "办案库人员",
        InvitedPeople.DutyPool => "愿意值班的人员",
        InvitedPeople.WithoutInduction => "未参加岗前培训的人员",
        InvitedPeople.Corps => "服务团全体成员",
        InvitedPeople.Named => "只邀请点名的人",
        _ => throw new ArgumentOutOfRangeException(nameof(invited), invited, "Unknown people."),
    };

    public static string Of(AttendeeGroup group) => group switch
    {
        AttendeeGroup.Lawyers => "律师",
        AttendeeGroup.LegalWorkers => "基层法律服务工作者",
        AttendeeGroup.Corps => "服务团成员",
        AttendeeGroup.Cadres => "干部",
        AttendeeGroup.Others => "志愿者、中心工作人员",
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, "Unknown group."),
    };

    /// <summary>Who teaches, and from where.</summary>
    public static string Lecturer(TrainingEvent training) => (training.Lecturer, training.LecturerUnit) switch
    {
        (null, null) => "—",
        ({ } name, null) => name,
        (null, { } unit) => unit,
        var (name, unit) => $"{name}（{unit}）",
    };

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
