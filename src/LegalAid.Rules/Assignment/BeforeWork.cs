using LegalAid.Rules.Common;

namespace LegalAid.Rules.Assignment;

/// <summary>What comes before the first case (培训考试后方可办案, WZ-10.1, WZ-10.2): the centre's own training, and an exam whose pass mark stands with the assignment.</summary>
/// <param name="Induction">Whether the training does.</param>
/// <param name="Exam">Whether the exam does.</param>
/// <param name="Outsiders">Whether both bind who is assigned from outside the pool as well; absent in older records, where they never did.</param>
public sealed record BeforeWork(Setting<bool> Induction, Setting<bool> Exam, Setting<bool>? Outsiders = null)
{
    /// <summary>Every reason why somebody is not yet given work. Whoever comes from outside never joined (WZ-9.1): what is asked of newcomers binds them only where the book says so. Where nothing is known of the book's switches, a pass mark alone makes the exam a gate.</summary>
    internal static IEnumerable<Refusal> WhyNot(PractitionerFacts person, GateView view)
    {
        if (view.OutsidePool && view.BeforeWork?.Outsiders is not { Value: true })
        {
            yield break;
        }

        if (view.BeforeWork?.Induction is { Value: true } induction && !(person.InductedOn <= view.Day))
        {
            yield return new("practitioner-no-induction", "未参加中心的岗前培训，不能办案", [induction.Clause], "没有岗前培训记录");
        }

        if (view.Rules.ExamPassMark is { } mark && view.BeforeWork?.Exam is not { Value: false } && !(person.ExamScore >= mark.Value))
        {
            yield return new("practitioner-no-exam", "未通过培训考试，不能办案", [mark.Clause], person.ExamScore is { } score ? $"最好成绩{score}分，{mark.Value}分合格" : "没有考试记录");
        }
    }
}
