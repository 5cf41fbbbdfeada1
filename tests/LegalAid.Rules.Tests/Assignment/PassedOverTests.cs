using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using Xunit;
using static LegalAid.Rules.Tests.Assignment.Beibei;
using static LegalAid.Rules.Tests.Common.Calendars;

namespace LegalAid.Rules.Tests.Assignment;

/// <summary>What a proposal passes over, and that nothing of it goes without a word.</summary>
public sealed class PassedOverTests
{
    private static readonly NationalAssignmentRules WithDefence = Statute with { LifeSentenceDefenceYears = new(3, "REG-26"), UnknownDefenceYears = new(UnknownYears.Warn, "REG-26", "原文没有写如何证明") };

    private static readonly CaseFacts Grave = CriminalNotice with { Flags = CaseFlags.LifeOrDeathPenalty };

    [Fact]
    public void What_follows_everything_passes_nothing_over()
    {
        Assert.Equal("", Passed(Facts(Civil)));
        Assert.Null(Silent(Facts(Civil), null));
    }

    [Theory]
    [Clause("CF-13", "CF-10")]
    [InlineData("CF-13", false, "CF-13")]
    [InlineData("CF-10", false, "CF-10")]
    [InlineData("CF-13", true, "")]             // consented to in writing
    public void A_conflict_that_warns_is_passed_over(string rule, bool consented, string passed) =>
        Assert.Equal(passed, Passed(Facts(Civil, A with { Conflicts = [new(rule, "2026-0142", "提示", Bars: false) { ConsentedOn = consented ? Day("2026-06-16") : null }] })));

    [Theory]
    [InlineData(4, "")]
    [InlineData(5, "X")]
    public void So_is_the_limit_of_open_cases_once_it_is_reached(int open, string passed) =>
        Assert.Equal(passed, Passed(Facts(Civil, A with { OpenCases = open }) with { Rules = Book with { OpenCasesLimit = new(5, "X") } }));

    [Theory]
    [Clause("REG-25")]
    [InlineData("苗语", "")]
    [InlineData("侗语", "REG-25")]
    public void So_are_needs_nobody_there_meets(string speaks, string passed)
    {
        var facts = Facts(Civil with { Needs = new("苗语") }, Firm(1, Lawyer(11) with { Languages = [speaks] }));

        Assert.Equal(passed, Passed(facts with { Statute = Statute with { RecipientNeeds = new(NeedStrength.Prefer, "REG-25") } }));
    }

    [Theory]
    [Clause("REG-26")]
    [InlineData(null, "REG-26")]                // nobody there of whom it is known
    [InlineData("2023-06-17", "")]              // one is enough: the institution names that one
    public void So_are_years_of_criminal_defence_that_nobody_has_on_record(string? first, string passed)
    {
        var firm = Firm(1, Lawyer(11) with { FirstCriminalCaseOn = null }, Lawyer(12) with { FirstCriminalCaseOn = first is null ? null : Day(first) });

        Assert.Equal(passed, Passed(Facts(Grave, firm) with { Statute = WithDefence }));
        Assert.Equal("", Passed(Facts(CriminalNotice, firm) with { Statute = WithDefence }));
        Assert.Contains(AssignmentDecision.Decide(Facts(Grave, firm) with { Statute = WithDefence }).Warnings, w => w.Contains("没有登记首件刑事案件的日期", StringComparison.Ordinal));
    }

    [Theory]
    [Clause("BB-11.1")]
    [InlineData(OrderStep.RecipientWish, "BB-11.1")]
    [InlineData(OrderStep.Rotation, "")]
    public void The_order_left_has_a_reason_of_its_own(OrderStep step, string passed)
    {
        var facts = Facts(CriminalApplication with { Wish = new(B.Id), OutOfTurn = new(step, HasWrittenReason: true) });

        Assert.Equal(passed, Passed(facts));
        Assert.Null(Silent(facts, null));
    }

    [Fact]
    [Clause("BB-11.1")]
    public void The_handler_of_the_stage_before_leaves_no_order() =>
        Assert.Equal("", Passed(Facts(Civil with { EarlierStage = new(CaseStage.FirstInstance, [Id(21)]) })));

    [Fact]
    [Clause("CF-13")]
    public void Somebody_outside_the_pool_is_looked_at_too()
    {
        var outsider = Wenzhou.Person(13) with { InCasePool = false, Place = null, Conflicts = [new("CF-13", "2026-0142", "提示", Bars: false)] };
        var firm = Wenzhou.FirmA with { Practitioners = [.. Wenzhou.FirmA.Practitioners, outsider] };
        var facts = Facts(Civil with { OutOfTurn = new(OrderStep.OutsidePool, HasWrittenReason: true, outsider.Id) }, firm) with { Rules = Wenzhou.Book };

        Assert.EndsWith("CF-13", Passed(facts), StringComparison.Ordinal);
    }

    [Theory]
    [Clause("CF-13")]
    [InlineData(null, true)]
    [InlineData("  ", true)]
    [InlineData("已告知当事人", false)]
    public void Nothing_else_is_passed_over_without_a_word(string? note, bool refused)
    {
        var refusal = Silent(Facts(Civil, A with { Conflicts = [new("CF-13", "2026-0142", "是本案对方当事人的常年法律顾问", Bars: false)] }), note);

        Assert.Equal(refused, refusal is not null);
        Assert.True(refusal is null || (refusal.ClauseIds is ["CF-13"] && refusal.Fact == "是本案对方当事人的常年法律顾问（2026-0142）"));
    }

    private static string Passed(AssignmentFacts facts) => string.Join(' ', PassedOver.Of(facts, AssignmentDecision.Decide(facts)));

    private static LegalAid.Rules.Common.Refusal? Silent(AssignmentFacts facts, string? note) => PassedOver.WhyNotInSilence(facts, AssignmentDecision.Decide(facts), note);
}
