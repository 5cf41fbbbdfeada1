namespace LegalAid.Rules.Registry;

/// <summary>The part of the state chart about how a membership ends: every member may leave from every state, at once when nothing given before is left to do.</summary>
internal static class LeavingWays
{
    private const string NothingLeft = "没有已派事项的即日退出";

    public static IEnumerable<StateEdge> Of(StateBook book)
    {
        var ways = Ways(book).ToList();
        foreach (var state in StateChart.Members(book))
        {
            foreach (var (what, clauses) in ways)
            {
                yield return new(state, Exits.LeavesWithMatters(book.Sanctions?.Exit) ? MemberState.Exiting : MemberState.Exited, what, clauses);
            }

            if (Exits.LeavesWithMatters(book.Sanctions?.Exit))
            {
                yield return new(state, MemberState.Exited, NothingLeft, Finished(book));
            }
        }

        yield return new(MemberState.Exiting, MemberState.Exited, "已派事项办结", Finished(book));
        foreach (var edge in Removal(book))
        {
            yield return edge;
        }
    }

    private static IEnumerable<(string What, IReadOnlyList<string> Clauses)> Ways(StateBook book)
    {
        if (book.Sanctions?.Exit is { } exit)
        {
            yield return (exit.NeedsConsent.Value ? "自愿退出，负责人同意" : "自愿退出，中心登记", [exit.SignedAndSealed.Clause, exit.NeedsConsent.Clause]);
            yield return ($"不再符合条件，{exit.ReportClock.LengthText()}内报告并退出", [exit.ReportClock.Clause]);
        }
        else
        {
            yield return ("登记离开，已派事项继续办", []);
        }

        if (book.Recruitment?.Pools is { } pools)
        {
            yield return ("集中更新，不再续任", [pools.RenewedEveryYears.Clause]);
        }
    }

    private static string[] Finished(StateBook book) => book.Sanctions?.Exit is { } exit ? [exit.RunningMattersFinished.Clause] : [];

    private static IEnumerable<StateEdge> Removal(StateBook book)
    {
        if (book.Sanctions is not { Removal: { } removal } sanctions)
        {
            yield break;
        }

        foreach (var state in (IEnumerable<MemberState>)[.. StateChart.Members(book), MemberState.Exiting, MemberState.Exited])
        {
            yield return new(state, MemberState.Barred, "清退，两库同时终止", [removal.BarYears.Clause, removal.NoticeClock.Clause]);
        }

        yield return new(MemberState.Suspended, MemberState.Barred, "拒不整改或者情节严重，清退", [sanctions.Suspension.SeriousRemoves.Clause]);
        yield return new(MemberState.Barred, MemberState.Removed, $"清退满 {removal.BarYears.Value} 年", [removal.BarYears.Clause]);
        yield return new(MemberState.Removed, MemberState.Applied, "可以重新申请", [removal.BarYears.Clause]);
        var back = sanctions.Exit.BarsReturn.Value ? $"退出满 {removal.BarYears.Value} 年，可以重新申请" : "可以重新申请";
        yield return new(MemberState.Exited, MemberState.Applied, back, [sanctions.Exit.BarsReturn.Clause]);
    }
}
