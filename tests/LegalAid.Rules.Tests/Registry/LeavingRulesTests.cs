using LegalAid.Rules.Common;
using LegalAid.Rules.Conduct;
using LegalAid.Rules.Registry;
using Xunit;

namespace LegalAid.Rules.Tests.Registry;

public sealed class LeavingRulesTests
{
    private static readonly DateOnly Today = new(2026, 6, 17);
    private static readonly PeriodRule TenDays = new(10, PeriodUnit.Days, true, "WZ-27.1");

    private static readonly ExitRules Letter = new(Yes("WZ-29.1a"), Yes("WZ-29.1a"), Yes("WZ-29.1b"), Yes("WZ-26.2"), new(false, "WZ-28.6"), TenDays, new(12, "WZ-27.1"));

    private static readonly RemovalRules ThreeYears = new(
        new(3, "WZ-28.6"), Yes("WZ-28.6"), new(3, PeriodUnit.Days, true, "WZ-29.2a"), Yes("WZ-29.2a"), new(5, "WZ-29.2a"));

    private static readonly SuspensionRules Suspension = new(
        new(SuspensionScope.DutyOnly, "WZ-20.0"), new(SuspensionScope.CasesOnly, "WZ-25.0"), Yes("WZ-20.0"), TenDays, Yes("WZ-20.0"), Yes("WZ-20.0"), new(1, "WZ-25.3a"), new(2, "WZ-25.3b"), Yes("WZ-25.3b"));

    [Theory]
    [InlineData(ExitGround.OwnWill, null, true, "")]
    [InlineData(ExitGround.OwnWill, null, false, "exit-letter")]
    [InlineData(ExitGround.ConditionLost, "2026-06-17", true, "")]
    [InlineData(ExitGround.ConditionLost, "2026-06-18", true, "lost-later")]
    [InlineData(ExitGround.ConditionLost, null, true, "lost-on")]
    [Clause("WZ-29.1a")]
    public void An_exit_needs_the_letter_and_a_loss_its_day(ExitGround ground, string? lostOn, bool letter, string expected) =>
        Assert.Equal(expected, Exits.WhyNotApply(new(ground, lostOn is null ? null : DateOnly.Parse(lostOn), letter, false, null), Letter, Today)?.Code ?? "");

    [Fact]
    public void Nobody_applies_twice_or_after_leaving_and_where_no_text_asks_the_letter_may_be_missing()
    {
        ExitApplication plain = new(ExitGround.OwnWill, null, false, false, null);

        Assert.Null(Exits.WhyNotApply(plain, null, Today));
        Assert.Equal("exit-waits", Exits.WhyNotApply(plain with { AnotherWaits = true }, null, Today)?.Code);
        Assert.Equal("already-left", Exits.WhyNotApply(plain with { LeftOn = Today }, null, Today)?.Code);
        Assert.Equal("exit-own", Exits.WhyNotDecide(Decided with { DeciderApplied = true }, Letter)?.Code);
        Assert.Equal("exit-decided", Exits.WhyNotDecide(Decided with { IsWaiting = false }, Letter)?.Code);
        Assert.Null(Exits.WhyNotDecide(Decided, Letter));
    }

    [Theory]
    [InlineData(true, true, "")]
    [InlineData(true, false, "exit-paper")]         // a file alone does not show a seal
    [InlineData(false, false, "")]                  // the centre has seen the paper
    [Clause("WZ-29.1a")]
    public void A_sealed_file_counts_where_the_book_lets_it(bool byOneself, bool electronic, string expected) => Assert.Equal(
        expected, Exits.WhyNotApply(new(ExitGround.OwnWill, null, true, false, null, byOneself), Letter with { ElectronicSealCounts = new(electronic, "WZ-29.1a") }, Today)?.Code ?? "");

    [Theory]
    [InlineData(true, true, true, "")]
    [InlineData(true, true, false, "")]
    [InlineData(true, false, true, "exit-head")]
    [InlineData(false, false, true, "")]            // no consent: a clerk registers it
    [InlineData(false, true, false, "exit-free")]   // and nobody refuses it
    [Clause("WZ-29.1b")]
    public void The_head_agrees_where_the_book_asks_for_consent(bool consent, bool head, bool agrees, string expected) => Assert.Equal(
        expected, Exits.WhyNotDecide(Decided with { ByHead = head, Agrees = agrees }, Letter with { NeedsConsent = new(consent, "WZ-29.1b") })?.Code ?? "");

    [Theory]
    [InlineData(true, 1, "")]
    [InlineData(false, 1, "exit-running")]
    [InlineData(false, 0, "")]
    [Clause("WZ-26.2")]
    public void Cases_are_finished_after_leaving_or_given_to_somebody_else_before(bool finished, int running, string expected)
    {
        var rules = Letter with { RunningMattersFinished = new(finished, "WZ-26.2") };

        Assert.Equal(expected, Exits.WhyNotDecide(Decided with { RunningMatters = running }, rules)?.Code ?? "");
        Assert.Null(Exits.WhyNotDecide(Decided with { RunningMatters = running, Agrees = false }, rules));
    }

    [Theory]
    [InlineData(false, "2026-06-18", "")]
    [InlineData(true, "2029-06-17", "exited")]
    [InlineData(true, "2029-06-18", "")]
    [Clause("WZ-28.6")]
    public void Who_left_of_their_own_will_comes_back_unless_the_book_bars_them_like_the_removed(bool bars, string day, string expected) => Assert.Equal(
        expected, Exits.WhyNotComeBack(Today, new(Suspension, ThreeYears, Letter with { BarsReturn = new(bars, "WZ-28.6") }), DateOnly.Parse(day))?.Code ?? "");

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(true, true, true)]
    [InlineData(false, false, true)]
    [Clause("WZ-29.2a")]
    public void A_removal_is_served_on_the_person_and_where_the_book_says_so_on_the_institution(bool told, bool institution, bool served)
    {
        var rules = ThreeYears with { InstitutionTold = new(told, "WZ-29.2a") };

        Assert.Equal(served, Removals.IsServed(Today, institution ? Today : null, rules));
        Assert.False(Removals.IsServed(null, Today, rules));
    }

    [Fact]
    [Clause("WZ-27.1")]
    public void A_loss_is_reported_within_ten_days_the_day_itself_not_counted()
    {
        var due = Exits.ReportDue(new(2026, 6, 1), Letter, new([], [], [2026]))!;

        Assert.Equal(new DateOnly(2026, 6, 11), due.LastDay);        // a Thursday
        Assert.Null(Exits.ReportDue(new(2026, 6, 1), null, new([], [], [2026])));
    }

    [Theory]
    [InlineData(null, "2026-06-17", true)]
    [InlineData("2025-06-17", "2026-06-16", false)]
    [InlineData("2025-06-17", "2026-06-17", true)]
    [Clause("WZ-27.1")]
    public void Licences_are_checked_again_when_the_months_of_the_book_have_passed(string? last, string day, bool due) =>
        Assert.Equal(due, LicenceChecking.IsDue(last is null ? null : DateOnly.Parse(last), DateOnly.Parse(day), Letter));

    [Theory]
    [InlineData("2029-06-17", "removed")]           // the third anniversary
    [InlineData("2029-06-18", "")]
    [Clause("WZ-28.6")]
    public void Who_was_removed_comes_back_the_day_after_the_third_anniversary(string day, string expected) =>
        Assert.Equal(expected, Removals.WhyNotComeBack(Today, ThreeYears, DateOnly.Parse(day))?.Code ?? "");

    [Fact]
    public void The_last_day_of_the_bar_is_the_one_the_bar_itself_says()
    {
        foreach (var counts in new[] { true, false })
        {
            var rules = ThreeYears with { AnniversaryBarred = new(counts, "WZ-28.6") };
            foreach (var removed in new[] { Today, new DateOnly(2028, 2, 29) })
            {
                var last = Removals.LastBarred(removed, rules);
                Assert.Equal((true, false), (rules.Bars(removed, last), rules.Bars(removed, last.AddDays(1))));
            }
        }
    }

    [Theory]
    [InlineData(17, false, "removal-unheard")]
    [InlineData(22, false, "removal-unheard")]      // the fifth day
    [InlineData(23, false, "")]
    [InlineData(17, true, "")]                      // who has spoken need not be waited for
    public void The_person_is_heard_before_a_removal_is_decided(int day, bool stated, string expected) =>
        Assert.Equal(expected, Removals.WhyNotDecide(new(true, false, Removals.HeardThrough(Today, ThreeYears), stated), ThreeYears, new(2026, 6, day))?.Code ?? "");

    [Fact]
    public void Two_people_remove_and_only_where_the_book_does()
    {
        Assert.Equal("removal-own", Removals.WhyNotDecide(new(true, true, Today, true), ThreeYears, Today)?.Code);
        Assert.Equal("removal-decided", Removals.WhyNotDecide(new(false, false, Today, true), ThreeYears, Today)?.Code);
        Assert.Equal("removal-unknown", Removals.WhyNotPropose(null, false, false, Today, Today)?.Code);
        Assert.Equal("removal-waits", Removals.WhyNotPropose(ThreeYears, true, false, Today, Today)?.Code);
        Assert.Equal("removed-already", Removals.WhyNotPropose(ThreeYears, false, true, Today, Today)?.Code);
        Assert.Equal("told-later", Removals.WhyNotPropose(ThreeYears, false, false, Today.AddDays(1), Today)?.Code);
        Assert.Null(Removals.WhyNotPropose(ThreeYears, false, false, Today, Today));
    }

    [Theory]
    [InlineData("2026-06-17", "", "")]                     // two years after the last
    [InlineData("2026-06-16", "", "renewal-early")]
    [InlineData("2026-06-16", "机构改革", "")]              // sooner with a reason
    [Clause("WZ-4.2", "WZ-4.3", "QDN-4.1b", "QDN-4.1d")]
    public void A_round_of_renewal_comes_when_due_or_with_a_reason(string day, string reason, string expected)
    {
        RenewalRules rules = new(new(2, "WZ-4.2"), new(true, "WZ-4.3"));
        var due = Renewals.DueOn(new(2024, 6, 17), new(2024, 1, 1), rules);

        Assert.Equal(expected, Renewals.WhyNotOpen(due, false, reason, rules, DateOnly.Parse(day))?.Code ?? "");
        Assert.Equal(new DateOnly(2026, 1, 1), Renewals.DueOn(null, new(2024, 1, 1), rules));
        Assert.Equal("renewal-open", Renewals.WhyNotOpen(due, true, null, rules, Today)?.Code);
        Assert.Equal("renewal-unknown", Renewals.WhyNotOpen(due, false, null, null, Today)?.Code);
        Assert.Equal("renewal-between", Renewals.WhyNotOpen(due, false, "急", rules with { Between = new(false, "WZ-4.3") }, due.AddDays(-1))?.Code);
        Assert.Equal(("renewal-reason", "renewal-unconfirmed"), (Renewals.WhyNotDecide(false, true, " ", rules)?.Code, Renewals.WhyNotDecide(true, false, null, rules)?.Code));
        Assert.All([(true, true, null), (true, false, "本人已转行"), (false, false, "长期不值班")], told => Assert.Null(Renewals.WhyNotDecide(told.Item1, told.Item2, (string?)told.Item3, rules)));
        Assert.Equal("renewal-waits", Renewals.WhyNotClose(1, rules)?.Code);
        Assert.Null(Renewals.WhyNotClose(0, rules));
    }

    [Theory]
    [Clause("QDN-4.1b")]
    [InlineData(null, "2025-01-01")]                // a year after the book's first day
    [InlineData("2026-01-05", "2027-01-01")]
    [InlineData("2026-12-20", "2027-01-01")]        // adjusted in between: the yearly one comes all the same
    public void Where_the_book_names_a_month_the_round_is_due_on_its_first_day(string? last, string due) => Assert.Equal(
        DateOnly.Parse(due), Renewals.DueOn(last is null ? null : DateOnly.Parse(last), new(2024, 1, 1), new(new(1, "QDN-4.1b"), new(true, "QDN-4.1d"), new(1, "QDN-4.1b"), OfCorps: true)));

    private static ExitDecision Decided => new(IsWaiting: true, DeciderApplied: false, ByHead: true, Agrees: true, RunningMatters: 0);

    private static Setting<bool> Yes(string clause) => new(true, clause);
}
