using LegalAid.Rules.Conduct;
using LegalAid.Rules.Training;

namespace LegalAid.Rules.Registry;

/// <summary>The sections of an office's book that say how people come, stay and go; null where its text is silent.</summary>
public sealed record StateBook(RecruitmentRules? Recruitment, TrainingRules? Training, SanctionRules? Sanctions, HandlingRules? Handling);

/// <summary>One way from a state to another, what takes it, and the clause that says so. Where no text speaks, the list of clauses is empty.</summary>
public sealed record StateEdge(MemberState From, MemberState To, string What, IReadOnlyList<string> Clauses);

/// <summary>Draws the state chart of an office's pool from its book, so that two offices with different texts have different charts.</summary>
public static class StateChart
{
    private const string LeaveClause = "REG-25";

    public static IReadOnlyList<StateEdge> Draw(StateBook book) => [.. Entry(book.Recruitment, book.Training), .. Training(book.Training), .. Absence(), .. Conduct(book), .. Leaving(book.Sanctions)];

    /// <summary>The states the chart knows, in the order of a life in the pool.</summary>
    public static IReadOnlyList<MemberState> States(IReadOnlyList<StateEdge> edges) => [.. edges.SelectMany(edge => new[] { edge.From, edge.To }).Distinct().Order()];

    private static IEnumerable<StateEdge> Entry(RecruitmentRules? rules, TrainingRules? training)
    {
        if (rules is null || rules.Entry.Value == EntryMode.Everyone)
        {
            yield break;
        }

        var endorsed = rules.SubmittedBy is { Value: Submitter.Institution or Submitter.PersonWithConsent } ? rules.SubmittedBy : null;
        if (endorsed is not null)
        {
            yield return new(MemberState.Applied, MemberState.Endorsed, endorsed.Value == Submitter.Institution ? "所在机构提交" : "所在单位同意", [endorsed.Clause]);
        }

        yield return new(endorsed is null ? MemberState.Applied : MemberState.Endorsed, MemberState.Vetted, "对照入库条件审核", [rules.Entry.Clause]);
        yield return training is { Exam.Value: true }
            ? new(MemberState.Vetted, MemberState.AwaitsExam, "入库，参加培训", [training.Induction.Clause])
            : new(MemberState.Vetted, MemberState.Active, rules.Entry.Value == EntryMode.Selection ? "择优确定入库" : "审核通过入库", [rules.Entry.Clause]);
    }

    private static IEnumerable<StateEdge> Training(TrainingRules? training)
    {
        if (training is null)
        {
            yield break;
        }

        if (training.Exam.Value)
        {
            yield return new(MemberState.AwaitsExam, MemberState.Active, "考试合格", [training.Exam.Clause]);
            yield return new(MemberState.AwaitsExam, MemberState.Probation, $"考试合格，资格证不满 {training.Probation.CertificateBelowYears.Value} 年的先试用", [training.Probation.CertificateBelowYears.Clause]);
        }

        yield return new(MemberState.Probation, MemberState.Active, $"试用 {training.Probation.Months.Value} 个月，考核合格", [training.Probation.EndsWithAssessment.Clause]);
    }

    private static IEnumerable<StateEdge> Absence() =>
    [
        new(MemberState.Active, MemberState.OnLeave, "请假", [LeaveClause]),
        new(MemberState.OnLeave, MemberState.Active, "假期届满或者提前结束", [LeaveClause]),
        new(MemberState.Active, MemberState.PracticeStopped, "停止执业", [LeaveClause]),
        new(MemberState.PracticeStopped, MemberState.Active, "恢复执业", [LeaveClause]),
    ];

    private static IEnumerable<StateEdge> Conduct(StateBook book)
    {
        if (book.Sanctions is { } sanctions)
        {
            yield return new(MemberState.Active, MemberState.Suspended, "值班违规", [sanctions.Suspension.DutyBreachStops.Clause]);
            yield return new(MemberState.Active, MemberState.Suspended, "办案违规", [sanctions.Suspension.CaseBreachStops.Clause]);
            yield return new(MemberState.Suspended, MemberState.Active, "整改经验收合格", [sanctions.Suspension.EndsWithAcceptance.Clause]);
            yield return new(MemberState.Suspended, MemberState.Barred, "拒不整改或者情节严重，清退", [sanctions.Suspension.SeriousRemoves.Clause]);
        }
        else if (book.Handling is { } handling)
        {
            yield return new(MemberState.Active, MemberState.Suspended, "立案处理，由负责人决定", [handling.DutyBreach.Clause, handling.UnqualifiedWork.Clause]);
            yield return new(MemberState.Suspended, MemberState.Active, "处理完毕", [handling.DutyBreach.Clause]);
        }
    }

    private static IEnumerable<StateEdge> Leaving(SanctionRules? sanctions)
    {
        if (sanctions is null)
        {
            yield return new(MemberState.Active, MemberState.Exiting, "登记离开，已派事项继续办", []);
            yield return new(MemberState.Exiting, MemberState.Exited, "在办案件办结", []);
            yield break;
        }

        var (exit, removal) = (sanctions.Exit, sanctions.Removal);
        yield return new(MemberState.Active, MemberState.Exiting, "自愿退出，负责人同意", [exit.SignedAndSealed.Clause, exit.NeedsConsent.Clause]);
        yield return new(MemberState.Active, MemberState.Exiting, $"不再符合条件，{exit.ReportClock.LengthText()}内报告并退出", [exit.ReportClock.Clause]);
        yield return new(MemberState.Exiting, MemberState.Exited, "已派事项办结", [exit.RunningMattersFinished.Clause]);
        yield return new(MemberState.Active, MemberState.Barred, "清退，两库同时终止", [removal.EndsBothPools.Clause, removal.NoticeClock.Clause]);
        yield return new(MemberState.Barred, MemberState.Removed, $"清退满 {removal.BarYears.Value} 年", [removal.BarYears.Clause]);
        yield return new(MemberState.Removed, MemberState.Applied, "可以重新申请", [removal.BarYears.Clause]);
        if (!exit.BarsReturn.Value)
        {
            yield return new(MemberState.Exited, MemberState.Applied, "可以重新申请", [exit.BarsReturn.Clause]);
        }
    }
}
