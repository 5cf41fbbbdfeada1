using LegalAid.Rules.Registry;
using LegalAid.Rules.Tests;
using LegalAid.Store.Rulebooks;
using Xunit;

namespace LegalAid.Web.Tests.Rulebooks;

/// <summary>The state chart of every office is drawn from its own book, and the states of its members keep to it.</summary>
public sealed class StateChartTests : IDisposable
{
    private static readonly DateOnly First = new(2026, 6, 1);
    private readonly BookFolder folder = new();
    private readonly RuleBooks books;

    public StateChartTests() => books = folder.Load();

    public static TheoryData<string> Offices => ["BB", "QJ", "TL", "WZ", "QDN"];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Offices))]
    [Clause("WZ-5.1")]
    public void Every_change_of_a_members_state_stands_in_the_chart_and_the_chart_leads_nowhere_else(string office)
    {
        var book = BookOf(office);
        var drawn = StateChart.Draw(book).Select(edge => (edge.From, edge.To)).ToHashSet();
        var members = StateChart.Members(book);

        var seen = Lives(book).SelectMany(Changes).ToHashSet();

        Assert.Empty(seen.Except(drawn));
        Assert.All(members, state => Assert.Contains(seen, change => change.From == state));
        Assert.Equal(seen.Select(change => change.To).Where(state => state > MemberState.AwaitsExam).Distinct().Order(), StateChart.States(StateChart.Draw(book)).Where(state => state > MemberState.AwaitsExam));
    }

    [Fact]
    [Clause("WZ-5.1", "WZ-19.1", "WZ-26.2", "WZ-28.6")]
    public void Two_offices_with_different_texts_have_different_charts()
    {
        var (wenzhou, qijiang) = (StateChart.Draw(BookOf("WZ")), StateChart.Draw(BookOf("QJ")));

        Assert.Equal(
            [MemberState.AwaitsExam, MemberState.Probation, MemberState.Outside, MemberState.Barred, MemberState.Removed],
            StateChart.States(wenzhou).Except(StateChart.States(qijiang)));
        Assert.Empty(StateChart.States(qijiang).Except(StateChart.States(wenzhou)));
        Assert.Equal([["WZ-28.6"]], wenzhou.Where(edge => edge.From == MemberState.Barred).Select(edge => edge.Clauses));
        Assert.Contains(wenzhou, edge => edge is { From: MemberState.Probation, To: MemberState.Active } && edge.What.StartsWith("试用 3 个月", StringComparison.Ordinal));
        Assert.Contains(wenzhou, edge => edge is { From: MemberState.OnLeave, To: MemberState.Suspended });
        Assert.Contains(wenzhou, edge => edge is { From: MemberState.Suspended, To: MemberState.Exiting });
    }

    [Theory]
    [MemberData(nameof(Offices))]
    public void What_every_member_may_do_is_drawn_once(string office)
    {
        var book = BookOf(office);
        var edges = StateChart.Draw(book);

        var shared = StateChart.Shared(edges, book);

        Assert.Contains(shared, way => way.To == MemberState.Exited);
        Assert.All(shared, way => Assert.All(StateChart.Members(book).Where(state => state != way.To), state => Assert.Contains(edges, edge => (edge.From, edge.To, edge.What) == (state, way.To, way.What))));
    }

    private StateBook BookOf(string office)
    {
        var book = books.InForceOn(office, new(2026, 6, 17));
        return new(book.Recruitment, book.Training, book.Sanctions, book.Handling) { ExamPassMark = book.Assignment.ExamPassMark };
    }

    private static IEnumerable<(MemberState From, MemberState To)> Changes(MemberFacts facts) =>
        Enumerable.Range(0, 40).Select(n => (From: MemberStates.On(facts, First.AddDays(n)), To: MemberStates.On(facts, First.AddDays(n + 1)))).Where(change => change.From != change.To);

    // All lives a book allows: any two absences, with or without exam, probation, pools, an end and a removal.
    private static IEnumerable<MemberFacts> Lives(StateBook book) =>
        from first in Enum.GetValues<AbsenceKind>()
        from second in Enum.GetValues<AbsenceKind>()
        from lastOfSecond in new DateOnly?[] { Day(9), Day(14), null }
        from leaves in new[] { null, Day(8), Day(30), (DateOnly?)Day(39) }
        from running in new[] { true, false }
        from exam in book.ExamPassMark is null ? [false] : new[] { true, false }
        from probation in book.Training is null ? [null] : new[] { null, (DateOnly?)Day(3), Day(20) }
        from pools in book.Recruitment?.Pools is null ? [null] : new IReadOnlyList<PoolDays>?[] { [new(First, null)], [new(Day(4), Day(18))], [new(First, Day(12)), new(Day(12), Day(22))] }
        from removed in book.Sanctions is null ? [null] : new[] { null, (DateOnly?)Day(8), Day(11), Day(35) }
        select new MemberFacts(First, leaves, [new(first, Day(5), Day(12)), new(second, Day(7), lastOfSecond)])
        {
            HasRunningMatters = running,
            AwaitsExam = exam,
            ProbationFrom = probation,
            InPools = pools,
            RemovedOn = removed,
            BarredThrough = removed?.AddDays(2),
        };

    private static DateOnly Day(int number) => First.AddDays(number);
}
