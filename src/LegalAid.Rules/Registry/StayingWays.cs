namespace LegalAid.Rules.Registry;

/// <summary>The part of the state chart about who stays a member and is away for a time (请假、暂停、停止执业), and comes back.</summary>
internal static class StayingWays
{
    private const string Clause = "REG-25";

    // What comes later here goes before what comes earlier, as in MemberStates: the state below shows again when the one above is over.
    private static readonly (MemberState State, string Over, string StillOn)[] Away =
    [
        (MemberState.OnLeave, "假期届满或者提前结束", "请假还没有结束"),
        (MemberState.Suspended, "暂停届满或者解除", "暂停还没有解除"),
        (MemberState.PracticeStopped, "恢复执业", "停止执业还没有结束"),
    ];

    public static IEnumerable<StateEdge> Absence(StateBook book)
    {
        foreach (var state in StateChart.Present(book))
        {
            yield return new(state, MemberState.OnLeave, "请假", [Clause]);
        }

        foreach (var state in StateChart.Members(book).Where(state => state != MemberState.PracticeStopped))
        {
            yield return new(state, MemberState.PracticeStopped, "停止执业、年度考核未通过，执业证注销、吊销", [Clause]);
        }

        foreach (var (away, over, _) in Away)
        {
            var clauses = Ends(away, book);
            foreach (var state in StateChart.Present(book))
            {
                yield return new(away, state, over, clauses);
            }

            foreach (var below in Away.TakeWhile(below => below.State != away))
            {
                yield return new(away, below.State, $"{over}，{below.StillOn}", clauses);
            }
        }
    }

    public static IEnumerable<StateEdge> Conduct(StateBook book)
    {
        (string What, IReadOnlyList<string> Clauses)[] ways = book switch
        {
            { Sanctions.Suspension: { } rules } => [("值班违规", [rules.DutyBreachStops.Clause]), ("办案违规", [rules.CaseBreachStops.Clause])],
            { Handling: { } rules } => [("立案处理，由负责人决定", [rules.DutyBreach.Clause, rules.UnqualifiedWork.Clause])],
            _ => [("暂停指派", [Clause])],
        };
        return from state in StateChart.Members(book)
               where state is not (MemberState.Suspended or MemberState.PracticeStopped)
               from way in ways
               select new StateEdge(state, MemberState.Suspended, way.What, way.Clauses);
    }

    private static string[] Ends(MemberState away, StateBook book) =>
        away != MemberState.Suspended ? [Clause]
        : book.Sanctions is { } sanctions ? [sanctions.Suspension.EndsWithAcceptance.Clause]
        : book.Handling is { } handling ? [handling.DutyBreach.Clause]
        : [Clause];
}
