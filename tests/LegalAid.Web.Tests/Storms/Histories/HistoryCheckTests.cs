using LegalAid.Web.Tests.App;
using Xunit;

namespace LegalAid.Web.Tests.Storms.Histories;

/// <summary>The check finds what it is there to find: in the naive program, and in a good history with one thing wrong.</summary>
public sealed class HistoryCheckTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Without_a_lock_turns_are_given_twice_from_stale_queues_and_a_case_has_two_live_assignments()
    {
        var office = await new HistoryOffice(app).OpenAsync(holders: 4, cases: 3);

        var anomalies = HistoryCheck.Anomalies(await office.TellAsync(await new NaiveAssignments(office).RunAsync(clients: 4, rounds: 3)));

        foreach (var kind in new[] { HistoryCheck.Ledger, HistoryCheck.Stale, HistoryCheck.Live })
        {
            Assert.Contains(anomalies, anomaly => anomaly.StartsWith(kind, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_good_history_has_no_anomaly() => Assert.Empty(HistoryCheck.Anomalies(SmallHistory.Good()));

    public static TheoryData<string, string> Wrongs => new()
    {
        { "a turn lost", HistoryCheck.Ledger },
        { "a turn paid twice", HistoryCheck.Ledger },
        { "a balance changed", HistoryCheck.Ledger },
        { "an assignment without a turn", HistoryCheck.Turn },
        { "taken back by two", HistoryCheck.Turn },
        { "a reversal nobody asked for", HistoryCheck.Turn },
        { "two live", HistoryCheck.Live },
        { "assigned before the one before had ended", HistoryCheck.Live },
        { "decided from an old queue", HistoryCheck.Stale },
        { "decided from other balances", HistoryCheck.Stale },
        { "an effect before its call", HistoryCheck.Order },
        { "given to somebody away", HistoryCheck.Away },
    };

    [Theory]
    [MemberData(nameof(Wrongs))]
    public void One_thing_wrong_is_found(string wrong, string kind) =>
        Assert.Contains(HistoryCheck.Anomalies(SmallHistory.With(wrong)), anomaly => anomaly.StartsWith(kind, StringComparison.Ordinal));

    [Fact]
    public void Who_went_away_while_the_case_was_being_assigned_may_have_got_it() =>
        Assert.Empty(HistoryCheck.Anomalies(SmallHistory.With("went away meanwhile")));
}
