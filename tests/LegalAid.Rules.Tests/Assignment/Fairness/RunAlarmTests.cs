using LegalAid.Rules.Assignment.Fairness;
using Xunit;

namespace LegalAid.Rules.Tests.Assignment.Fairness;

public sealed class RunAlarmTests
{
    [Theory]
    [InlineData(3, 2, 0.5, 0.375)]          // of 8 equally likely rows: 110, 011, 111
    [InlineData(4, 2, 0.5, 0.5)]            // 8 of 16
    [InlineData(2, 2, 0.25, 0.0625)]        // both of two
    [InlineData(5, 5, 0.5, 0.03125)]        // all of five
    [InlineData(5, 6, 0.5, 0)]              // longer than the period
    [InlineData(5, 1, 0.5, 0.96875)]        // all but none of five
    [InlineData(9, 3, 1, 1)]                // nobody else there
    public void The_chance_of_a_run_is_exact(int turns, int length, double share, double chance) =>
        Assert.Equal(chance, RunAlarm.ChanceOfRun(turns, length, share), precision: 12);

    [Fact]
    public void The_chance_of_a_run_agrees_with_counting_every_row_of_twelve()
    {
        const int turns = 12;
        foreach (var length in new[] { 2, 3, 5 })
        {
            var counted = Enumerable.Range(0, 1 << turns).Where(row => HasRun(row, turns, length)).Sum(row =>
                Math.Pow(0.3, int.PopCount(row)) * Math.Pow(0.7, turns - int.PopCount(row)));
            Assert.Equal(counted, RunAlarm.ChanceOfRun(turns, length, 0.3), precision: 12);
        }
    }

    [Fact]
    public void One_shorter_than_the_limit_is_silent_and_at_the_limit_it_alarms()
    {
        var limit = RunAlarm.Check(Periods(length: 1), Even(10)).Runs[0].AlarmFrom;

        Assert.InRange(limit, 3, 6);
        Assert.Empty(RunAlarm.Check(Periods(limit - 1), Even(10)).Alarms);
        Assert.Equal(Places[0], Assert.Single(RunAlarm.Check(Periods(limit), Even(10)).Alarms).PlaceId);
    }

    [Fact]
    public void Drawn_by_lot_a_period_alarms_no_more_often_than_is_said()
    {
        const int periods = 20_000;
        var random = new Random(20260617);
        var shares = Even(6);
        var stated = RunAlarm.Check([.. Enumerable.Repeat(Places[0], 60)], shares).FalseAlarmRate;

        var alarmed = Enumerable.Range(0, periods).Count(_ => RunAlarm.Check([.. Enumerable.Range(0, 60).Select(_ => Places[random.Next(6)])], shares).Alarms.Count > 0);

        Assert.InRange(stated, 0.0001, RunAlarm.Tolerated);
        Assert.InRange(alarmed / (double)periods, stated * 0.5, stated * 1.3);      // 20,000 periods: the sum over places is nearly exact
    }

    [Fact]
    public void A_place_entitled_to_most_may_run_longer_than_a_small_one()
    {
        var report = RunAlarm.Check(Periods(length: 1), new Dictionary<Guid, long> { [Places[0]] = 800, [Places[1]] = 100, [Places[2]] = 100 });

        Assert.True(report.Runs.Single(run => run.PlaceId == Places[0]).AlarmFrom > report.Runs.Single(run => run.PlaceId == Places[1]).AlarmFrom + 3);
    }

    [Fact]
    public void Alone_in_the_queue_or_without_a_case_nobody_alarms()
    {
        Assert.Empty(RunAlarm.Check([.. Enumerable.Repeat(Places[0], 50)], Even(1)).Alarms);
        Assert.Empty(RunAlarm.Check([], Even(3)).Alarms);
        Assert.Empty(RunAlarm.Check([], new Dictionary<Guid, long>()).Runs);
    }

    private static readonly Guid[] Places = [.. Enumerable.Range(1, 10).Select(n => new Guid(n, 0, 0, new byte[8]))];

    private static Dictionary<Guid, long> Even(int places) => Places.Take(places).ToDictionary(place => place, _ => 1_000_000L);

    // A hundred turns in order, with one run of the first place in the middle.
    private static List<Guid> Periods(int length) =>
        [.. Enumerable.Range(0, 50).Select(turn => Places[1 + (turn % 9)]), .. Enumerable.Repeat(Places[0], length), .. Enumerable.Range(0, 50 - length).Select(turn => Places[1 + (turn % 9)])];

    private static bool HasRun(int row, int turns, int length) =>
        Enumerable.Range(0, turns - length + 1).Any(start => ((row >> start) & ((1 << length) - 1)) == (1 << length) - 1);
}
