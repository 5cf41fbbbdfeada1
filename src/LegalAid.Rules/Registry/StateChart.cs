using LegalAid.Rules.Common;
using LegalAid.Rules.Conduct;
using LegalAid.Rules.Training;

namespace LegalAid.Rules.Registry;

/// <summary>The sections of an office's book that say how people come, stay and go; null where its text is silent.</summary>
public sealed record StateBook(RecruitmentRules? Recruitment, TrainingRules? Training, SanctionRules? Sanctions, HandlingRules? Handling)
{
    /// <summary>The mark an exam has to reach before the work; whoever has not reached it waits.</summary>
    public Setting<int>? ExamPassMark { get; init; }
}

/// <summary>One way from a state to another, what takes it, and the clause that says so. Where no text speaks, the list of clauses is empty.</summary>
public sealed record StateEdge(MemberState From, MemberState To, string What, IReadOnlyList<string> Clauses);

/// <summary>
/// Draws the state chart of an office's pool from its book, so that two offices with different texts have different charts. Every change <see cref="MemberStates.On"/>
/// can make from one day to the next stands in it.
/// </summary>
public static class StateChart
{
    public static IReadOnlyList<StateEdge> Draw(StateBook book) =>
        [.. Entry(book), .. Beginnings(book), .. StayingWays.Absence(book), .. StayingWays.Conduct(book), .. LeavingWays.Of(book)];

    /// <summary>The states the chart knows, in the order of a life in the pool.</summary>
    public static IReadOnlyList<MemberState> States(IReadOnlyList<StateEdge> edges) => [.. edges.SelectMany(edge => new[] { edge.From, edge.To }).Distinct().Order()];

    /// <summary>The states of a member who is not away: what they come back to.</summary>
    public static IReadOnlyList<MemberState> Present(StateBook book)
    {
        List<MemberState> states = [MemberState.Active];
        if (book.ExamPassMark is not null)
        {
            states.Add(MemberState.AwaitsExam);
        }

        if (book.Training is not null)
        {
            states.Add(MemberState.Probation);
        }

        if (book.Recruitment?.Pools is not null)
        {
            states.Add(MemberState.Outside);
        }

        return [.. states.Order()];
    }

    /// <summary>The states of a membership that has not ended.</summary>
    public static IReadOnlyList<MemberState> Members(StateBook book) => [.. Present(book), MemberState.OnLeave, MemberState.Suspended, MemberState.PracticeStopped];

    /// <summary>The ways every member has, whatever the state: drawn once. Who stands where the way leads has it not.</summary>
    public static IReadOnlyList<StateEdge> Shared(IReadOnlyList<StateEdge> edges, StateBook book)
    {
        var members = Members(book);
        return [.. edges.GroupBy(edge => (edge.To, edge.What)).Where(way => members.All(state => state == way.Key.To || way.Any(edge => edge.From == state))).Select(way => way.First())];
    }

    private static IEnumerable<StateEdge> Entry(StateBook book)
    {
        if (book.Recruitment is not { } rules || rules.Entry.Value == EntryMode.Everyone)
        {
            yield break;
        }

        var endorsed = rules.SubmittedBy is { Value: Submitter.Institution or Submitter.PersonWithConsent } ? rules.SubmittedBy : null;
        if (endorsed is not null)
        {
            yield return new(MemberState.Applied, MemberState.Endorsed, endorsed.Value == Submitter.Institution ? "所在机构提交" : "所在单位同意", [endorsed.Clause]);
        }

        yield return new(endorsed is null ? MemberState.Applied : MemberState.Endorsed, MemberState.Vetted, "对照入库条件审核", [rules.Entry.Clause]);
        yield return book is { ExamPassMark: not null, Training: { } training }
            ? new(MemberState.Vetted, MemberState.AwaitsExam, "入库，参加培训", [training.Induction.Clause])
            : new(MemberState.Vetted, MemberState.Active, rules.Entry.Value == EntryMode.Selection ? "择优确定入库" : "审核通过入库", [rules.Entry.Clause]);
    }

    private static IEnumerable<StateEdge> Beginnings(StateBook book)
    {
        if (book.ExamPassMark is { } mark)
        {
            yield return new(MemberState.AwaitsExam, MemberState.Active, "考试合格", [book.Training?.Exam.Clause ?? mark.Clause]);
        }

        if (book.Training?.Probation is { } probation)
        {
            var young = $"资格证不满 {probation.CertificateBelowYears.Value} 年的值班人员先试用";
            yield return new(MemberState.Active, MemberState.Probation, young, [probation.CertificateBelowYears.Clause]);
            if (book.ExamPassMark is not null)
            {
                yield return new(MemberState.AwaitsExam, MemberState.Probation, $"考试合格，{young}", [probation.CertificateBelowYears.Clause]);
            }

            yield return new(MemberState.Probation, MemberState.Active, $"试用 {probation.Months.Value} 个月，{(probation.EndsWithAssessment.Value ? "考核合格" : "期满")}", [probation.EndsWithAssessment.Clause]);
        }

        if (book.Recruitment?.Pools is not { } pools)
        {
            yield break;
        }

        foreach (var state in Present(book).Where(state => state != MemberState.Outside))
        {
            yield return new(MemberState.Outside, state, "进入值班库或者办案库", [pools.BothAllowed.Clause]);
            yield return new(state, MemberState.Outside, "两库都不再列入", []);
        }
    }
}
