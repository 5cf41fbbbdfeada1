using LegalAid.Rules.Registry;
using Xunit;

namespace LegalAid.Rules.Tests.Registry;

public sealed class MemberStateTests
{
    private static readonly DateOnly Today = new(2026, 6, 17);
    private static readonly MemberFacts Plain = new(new(2025, 1, 10), null, []);

    [Theory]
    [InlineData("2026-06-18", false, MemberState.Active)]         // the eve of leaving
    [InlineData("2026-06-17", false, MemberState.Exited)]
    [InlineData("2026-06-17", true, MemberState.Exiting)]         // what was given before goes on
    [Clause("WZ-26.2")]
    public void Who_leaves_with_cases_under_way_is_exiting_until_they_are_done(string left, bool running, MemberState expected) =>
        Assert.Equal(expected, MemberStates.On(Plain with { LeftOn = DateOnly.Parse(left), HasRunningMatters = running }, Today));

    [Theory]
    [InlineData("2029-06-17", MemberState.Barred)]                // the third anniversary itself
    [InlineData("2029-06-18", MemberState.Removed)]
    public void Who_was_removed_is_barred_through_the_last_day_of_the_bar(string day, MemberState expected)
    {
        var removed = Plain with { LeftOn = Today, RemovedOn = Today, BarredThrough = new(2029, 6, 17) };

        Assert.Equal(expected, MemberStates.On(removed, DateOnly.Parse(day)));
        Assert.Equal(MemberState.Active, MemberStates.On(removed, Today.AddDays(-1)));
    }

    [Fact]
    public void The_gravest_absence_counts()
    {
        var leave = new TimeAway(AbsenceKind.Leave, Today, Today.AddDays(3));
        var suspension = new TimeAway(AbsenceKind.Suspension, Today.AddDays(1), null);
        var facts = Plain with { Absences = [leave, suspension] };

        Assert.Equal(MemberState.OnLeave, MemberStates.On(facts, Today));
        Assert.Equal(MemberState.Suspended, MemberStates.On(facts, Today.AddDays(1)));
        Assert.Equal(MemberState.PracticeStopped, MemberStates.On(facts with { Absences = [leave, suspension, new(AbsenceKind.PracticeStopped, Today, Today)] }, Today));
    }

    [Fact]
    public void What_lies_ahead_is_told_on_the_days_it_acts()
    {
        var facts = Plain with { LeftOn = new(2026, 8, 1), Absences = [new(AbsenceKind.Leave, new(2026, 7, 1), new(2026, 7, 9))] };

        Assert.Equal(
            [new(new(2026, 7, 1), MemberState.OnLeave), new(new(2026, 7, 10), MemberState.Active), new(new(2026, 8, 1), MemberState.Exited)],
            MemberStates.Ahead(facts, Today));
        Assert.Empty(MemberStates.Ahead(Plain, Today));
    }

    [Fact]
    public void Without_the_exam_a_member_waits_and_every_state_has_a_name()
    {
        Assert.Equal(MemberState.AwaitsExam, MemberStates.On(Plain with { AwaitsExam = true }, Today));
        Assert.All(Enum.GetValues<MemberState>(), state => Assert.NotEmpty(MemberStates.NameOf(state)));
    }

    [Fact]
    public void Every_kind_of_absence_makes_a_state_today_and_ahead()
    {
        Assert.All(Enum.GetValues<AbsenceKind>(), kind =>
        {
            var away = new TimeAway(kind, Today.AddDays(1), Today.AddDays(2));
            Assert.NotEqual(MemberState.Active, MemberStates.On(Plain with { Absences = [away] }, Today.AddDays(1)));
            Assert.Equal([MemberStates.Of(kind), MemberState.Active], MemberStates.Ahead(Plain with { Absences = [away] }, Today).Select(change => change.State));
        });
    }

    [Theory]
    [InlineData("2026-06-16", MemberState.Active)]
    [InlineData("2026-06-17", MemberState.Probation)]
    [InlineData("2027-06-17", MemberState.Probation)]       // over, and nobody judged it yet
    [Clause("WZ-19.1")]
    public void A_probation_runs_from_its_first_day_until_somebody_judges_it(string day, MemberState expected)
    {
        var beginner = Plain with { ProbationFrom = Today };

        Assert.Equal(expected, MemberStates.On(beginner, DateOnly.Parse(day)));
        Assert.Equal(MemberState.AwaitsExam, MemberStates.On(beginner with { AwaitsExam = true }, Today));
        Assert.Equal(MemberState.Suspended, MemberStates.On(beginner with { Absences = [new(AbsenceKind.Suspension, Today, null)] }, Today));
    }

    [Theory]
    [InlineData("2026-06-16", MemberState.Outside)]
    [InlineData("2026-06-17", MemberState.Active)]
    [InlineData("2026-07-31", MemberState.Active)]
    [InlineData("2026-08-01", MemberState.Outside)]
    [Clause("WZ-9.1")]
    public void Who_stands_in_neither_pool_is_outside_and_where_there_is_one_pool_nobody_is(string day, MemberState expected)
    {
        var member = Plain with { InPools = [new(Today, new(2026, 8, 1))] };

        Assert.Equal(expected, MemberStates.On(member, DateOnly.Parse(day)));
        Assert.Equal(MemberState.Active, MemberStates.On(Plain, DateOnly.Parse(day)));
        Assert.Equal([new(new(2026, 8, 1), MemberState.Outside)], MemberStates.Ahead(member, Today));
    }
}
