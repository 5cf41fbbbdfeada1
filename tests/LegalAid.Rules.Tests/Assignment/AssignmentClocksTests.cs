using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Tests.Common;
using Xunit;
using static LegalAid.Rules.Tests.Assignment.Beibei;
using static LegalAid.Rules.Tests.Common.Calendars;

namespace LegalAid.Rules.Tests.Assignment;

public sealed class AssignmentClocksTests
{
    [Theory]
    [Clause("BB-6.1", "BB-6.2", "LAW-36", "LAW-43", "REG-24", "BB-2.1")]
    [InlineData(CaseKind.Criminal, CaseSource.Notification, "2026-06-17 10:20", "6月18日（周四）24:00", "6月22日（周一）24:00", EarlierClock.Own)]        // the page of LOOK.md
    [InlineData(CaseKind.Criminal, CaseSource.Application, "2026-09-30 16:00", "10月8日（周四）24:00", "10月8日（周四）24:00", EarlierClock.Both)]
    [InlineData(CaseKind.Civil, CaseSource.Application, "2026-09-30 16:00", "10月10日（周六）24:00", "10月8日（周四）24:00", EarlierClock.Statute)]
    [InlineData(CaseKind.Civil, CaseSource.Application, "2026-11-16 09:00", "11月19日（周四）24:00", "11月19日（周四）24:00", EarlierClock.Both)]
    [InlineData(CaseKind.LabourArbitration, CaseSource.Application, "2025-01-24 09:00", "2月5日（周三）24:00", "1月27日（周一）24:00", EarlierClock.Statute)]   // nine days apart
    public void Office_and_statute_run_side_by_side_and_the_earlier_is_the_red_line(
        CaseKind kind, CaseSource source, string start, string own, string statute, EarlierClock earlier)
    {
        var clocks = Clocks(kind, source, start);
        var year = Moment(start).Year;

        Assert.Equal((own, statute), (clocks.Deadlines.Own!.DueText(year), clocks.Deadlines.Statute.DueText(year)));
        Assert.Equal(earlier, clocks.Deadlines.Earlier);
        Assert.Equal(earlier == EarlierClock.Statute ? statute : own, clocks.Deadlines.RedLine.DueText(year));
        Assert.Equal(source == CaseSource.Notification ? "LAW-36" : "LAW-43", clocks.Deadlines.Statute.Clause);
        Assert.Equal(kind == CaseKind.Criminal ? "BB-6.1" : "BB-6.2", clocks.Deadlines.Own!.Clause);
    }

    [Fact]
    [Clause("LAW-43")]
    public void No_clock_of_assignment_runs_before_an_application_is_granted() =>
        Assert.Null(AssignmentClocks.For(Civil with { GrantedAt = null }, ClockRules.For(CaseKind.Civil, CaseSource.Application, Book, Statute), Calendars.Known));

    [Theory]
    [Clause("BB-6.1", "LAW-36", "LAW-43", "REG-24")]
    [InlineData(CaseSource.Application, "06-18 09:00", null, null, ClockState.Met, ClockState.Running)]               // assigned to the firm: only the office's clock stops
    [InlineData(CaseSource.Application, "06-18 09:00", "06-19 09:00", null, ClockState.Met, ClockState.Met)]          // an application: the person named is enough
    [InlineData(CaseSource.Notification, "06-18 09:00", "06-19 09:00", null, ClockState.Met, ClockState.Running)]     // a notice: the authority must be told
    [InlineData(CaseSource.Notification, "06-18 09:00", "06-19 09:00", "06-19 10:00", ClockState.Met, ClockState.Met)]
    [InlineData(CaseSource.Notification, "06-18 09:00", null, "06-19 10:00", ClockState.Met, ClockState.Running)]     // told of nobody: stops nothing
    [InlineData(CaseSource.Notification, "06-19 00:00", "06-22 23:59", "06-23 00:00", ClockState.MetLate, ClockState.MetLate)]
    [InlineData(CaseSource.Notification, "06-18 23:59", "06-19 09:00", "06-22 23:59", ClockState.Met, ClockState.Met)]
    [InlineData(CaseSource.Notification, "06-18 09:00", "06-23 00:01", "06-22 10:00", ClockState.Met, ClockState.MetLate)]   // named after it was told: the later counts
    public void Each_clock_stops_at_its_own_act(CaseSource source, string? assigned, string? named, string? told, ClockState own, ClockState statute)
    {
        var clocks = Clocks(CaseKind.Criminal, source, "2026-06-17 10:20");
        var moments = new AssignmentMoments(At(assigned), At(named), At(told));

        Assert.Equal((own, statute), (clocks.OwnState(moments, Moment("2026-06-20 12:00")), clocks.StatuteState(moments, Moment("2026-06-20 12:00"))));

        static DateTime? At(string? text) => text is null ? null : Moment($"2026-{text}");
    }

    [Theory]
    [InlineData("2026-06-18 23:59", ClockState.Running)]
    [InlineData("2026-06-19 00:00", ClockState.Overdue)]
    public void An_open_clock_is_overdue_from_midnight(string now, ClockState state) =>
        Assert.Equal(state, Clocks(CaseKind.Criminal, CaseSource.Notification, "2026-06-17 10:20").OwnState(new(), Moment(now)));

    [Theory]
    [Clause("BB-2.2")]
    [InlineData("2026-06-18 09:00", "6月19日（周五）09:00", EarlierClock.Own)]
    [InlineData("2026-06-22 15:00", "6月22日（周一）24:00", EarlierClock.Statute)]    // a day from now would be too late: what is left of the statute's clock
    public void The_time_to_name_a_handler_fits_into_what_is_left(string assignedAt, string due, EarlierClock earlier)
    {
        var naming = Clocks(CaseKind.Criminal, CaseSource.Notification, "2026-06-17 10:20").ForNaming(Moment(assignedAt), Book, Calendars.Known);

        Assert.Equal(due, naming.RedLine.DueText(2026));
        Assert.Equal(earlier, naming.Earlier);
    }

    [Fact]
    public void An_earlier_statute_is_told_to_whoever_decides()
    {
        var facts = Facts(Civil with { GrantedAt = Moment("2026-09-30 16:00") }) with { DecidingDay = Day("2026-09-30"), Calendar = Calendars.Known };

        Assert.Equal(
            ["法定期限10月8日（周四）24:00（LAW-43）早于本办期限10月10日（周六）24:00（BB-6.2），以法定期限为准"],
            AssignmentDecision.Decide(facts).Warnings);
    }

    [Fact]
    [Clause("BB-6.1", "LAW-36")]
    public void A_book_of_the_deciding_day_changes_no_clock_that_runs_already()
    {
        var running = ClockRules.For(CaseKind.Criminal, CaseSource.Notification, Book, Statute);
        var newBooks = Facts(CriminalNotice) with
        {
            Rules = Book with { CriminalClock = Book.CriminalClock! with { Length = 5 }, LawyersOnlyForCrime = null },
            Statute = Statute with { AfterNotice = Statute.AfterNotice with { Length = 9 }, LawyersOnlyForDefence = new(false, "LAW-25") },
        };

        var by = AssignmentDecision.Decide(newBooks with { ClockRules = running });
        var older = AssignmentDecision.Decide(newBooks);      // a record from before the clocks had rules of their own

        Assert.Equal(("6月18日（周四）24:00", "6月22日（周一）24:00"), Ends(by));
        Assert.Equal(("6月25日（周四）24:00", "6月26日（周五）24:00"), Ends(older));
        Assert.Contains(Id(3), by.Able.Select(a => a.InstitutionId));        // the gates are those of the deciding day

        static (string, string) Ends(AssignmentDecision decision) => (decision.Clocks!.Deadlines.Own!.DueText(2026), decision.Clocks.Deadlines.Statute.DueText(2026));
    }

    [Fact]
    public void The_statute_alone_is_the_earlier_clock() => Assert.Equal(EarlierClock.Statute, TwoClocks.EarlierOf(Moment("2026-06-23 00:00"), ownDue: null));

    private static AssignmentClocks Clocks(CaseKind kind, CaseSource source, string start) =>
        AssignmentClocks.For(
            Civil with { Kind = kind, Source = source, ReceivedAt = Moment(start), GrantedAt = source == CaseSource.Application ? Moment(start) : null },
            ClockRules.For(kind, source, Book, Statute),
            Calendars.Known)!;
}
