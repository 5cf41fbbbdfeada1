using LegalAid.Rules.Common;

namespace LegalAid.Rules.Training;

/// <summary>Somebody who wants to sit an exam: whether the centre's own training was done, whether an exam was passed, and how often one was sat.</summary>
public sealed record CandidateForExam(bool InductionDone, bool Passed, int Sittings);

/// <summary>Who may sit an exam, and until when a paper is taken (WZ-10.1, WZ-10.2).</summary>
public static class ExamTaking
{
    /// <summary>A paper on its way when the time ends is taken this much later.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    /// <summary>Every reason why not; without rules on exams the office holds none.</summary>
    public static IEnumerable<Refusal> WhyNotSit(CandidateForExam candidate, DateTime opensAtUtc, DateTime closesAtUtc, DateTime nowUtc, TrainingRules rules)
    {
        if (nowUtc < opensAtUtc || nowUtc >= closesAtUtc)
        {
            yield return new("exam-closed", nowUtc < opensAtUtc ? "考试还没有开始。" : "考试已经结束。", [rules.Exam.Clause]);
        }

        if (rules.Induction.Value && !candidate.InductionDone)
        {
            yield return new("no-induction", "须先参加中心的岗前培训。", [rules.Induction.Clause]);
        }

        if (candidate.Passed)
        {
            yield return new("exam-passed", "考试已经合格，不需要再考。", [rules.Exam.Clause]);
        }
        else if (candidate.Sittings > 0 && !rules.ResitAllowed.Value)
        {
            yield return new("no-resit", "不能补考。", [rules.ResitAllowed.Clause]);
        }
        else if (rules.MaxResits is { } most && candidate.Sittings > most.Value)
        {
            yield return new("resits-used", $"补考 {most.Value} 次的机会已经用完。", [most.Clause]);
        }
    }

    /// <summary>From opening the paper, and never past the end of the exam.</summary>
    public static DateTime DueAt(DateTime startedAtUtc, int minutes, DateTime closesAtUtc)
    {
        var due = startedAtUtc.AddMinutes(minutes);
        return due < closesAtUtc ? due : closesAtUtc;
    }

    /// <summary>The time is over and nothing was handed in.</summary>
    public static bool IsOver(DateTime dueAtUtc, DateTime nowUtc) => nowUtc > dueAtUtc + Grace;
}
