using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using Xunit;
using static LegalAid.Rules.Tests.Assignment.Beibei;

namespace LegalAid.Rules.Tests.Assignment;

/// <summary>Who gets the case and by which step. Firms A and B, legal service office C; A stands first in the published order.</summary>
public sealed class AssignmentOrderTests
{
    private static readonly ConflictFinding Barring = new("CF-06", "2025-0142", "代理过对方当事人", Bars: true);
    private static readonly ConflictFinding Warning = new("CF-13", "2025-0007", "同所人员系对方近亲属", Bars: false);

    [Theory]
    [Clause("BB-4.3", "BB-7.3", "BB-9.1")]
    [InlineData("-", "-", "A", OrderStep.Rotation)]                   // nothing said: the rotation
    [InlineData("B", "-", "B", OrderStep.RecipientWish)]
    [InlineData("C", "A", "C", OrderStep.RecipientWish)]              // the wish goes before the help
    [InlineData("-", "C", "C", OrderStep.HelpingInstitution)]
    public void In_other_than_criminal_cases_wish_goes_before_help_and_help_before_rotation(string wish, string help, string chosen, OrderStep step)
    {
        var decision = Decide(Civil with { Wish = WishFor(wish), Help = HelpBy(help) });

        Assert.Equal(chosen, Letter(decision.Proposal?.InstitutionId));
        Assert.Equal(step, decision.Proposal?.Step);
    }

    [Theory]
    [Clause("BB-11.1", "LAW-36")]
    [InlineData(CaseSource.Application, "刑事案件按序依次指派")]
    [InlineData(CaseSource.Notification, "任何人不得点选")]
    public void In_criminal_cases_only_the_sequence_counts_and_the_page_says_why(CaseSource source, string told)
    {
        var decision = Decide(CriminalApplication with { Source = source, Wish = WishFor("B"), Help = HelpBy("B") });

        Assert.Equal("A", Letter(decision.Proposal?.InstitutionId));
        Assert.Equal(OrderStep.Rotation, decision.Proposal?.Step);
        Assert.Equal(
            [StepOutcome.Chose, StepOutcome.NotApplicable, StepOutcome.NotApplicable],
            decision.Steps.Select(s => s.Outcome));
        Assert.Contains(told, decision.Steps[1].Text, StringComparison.Ordinal);
        Assert.Contains(decision.Steps[1].ClauseIds, c => c == "BB-11.1");
        Assert.Equal(source == CaseSource.Notification, decision.Steps[1].ClauseIds.Any(c => c == "LAW-36"));
    }

    [Theory]
    [Clause("BB-11.1")]
    [InlineData(CaseSource.Application, true, "B", "")]                                     // with reason in writing, and whoever approves is told
    [InlineData(CaseSource.Application, false, "-", "assignment-out-of-turn:BB-11.1")]
    [InlineData(CaseSource.Notification, true, "-", "assignment-out-of-turn-nobody:BB-11.1")]   // 通知辩护: nobody chooses, reason or not
    public void The_sequence_is_left_only_for_a_written_reason_and_never_after_a_notice(CaseSource source, bool reason, string chosen, string refused)
    {
        var decision = Decide(CriminalApplication with { Source = source, Wish = WishFor("B"), OutOfTurn = new(OrderStep.RecipientWish, reason) });

        Assert.Equal(chosen, Letter(decision.Proposal?.InstitutionId));
        Assert.Equal(refused, Codes(decision.Refusals));
        Assert.Equal(chosen == "B", decision.Warnings.Any(w => w.StartsWith("未按轮候顺序指派", StringComparison.Ordinal)));
    }

    [Theory]
    [Clause("BB-9.1", "CF-06", "BB-2.3")]
    [InlineData("conflict", "点选的机构或人员不能承办：代理过对方当事人", "BB-4.3 CF-06")]
    [InlineData("stranger", "点选的机构或人员不在名册上", "BB-4.3 BB-2.3")]
    [InlineData("person-unfit", "点选的机构或人员不能承办：请假", "BB-4.3 REG-25")]
    [InlineData("person-elsewhere", "点选的机构或人员不能承办：点选的人员不属于点选的机构", "BB-4.3 BB-2.3")]
    public void A_wish_that_cannot_be_followed_is_kept_with_the_reason(string what, string told, string clauses)
    {
        var onLeave = Lawyer(21) with { Absences = [new(Rules.Registry.AbsenceKind.Leave, new DateOnly(2026, 6, 1))] };
        var firm = what switch
        {
            "conflict" => B with { Conflicts = [Barring] },
            "person-unfit" => B with { Practitioners = [onLeave, Lawyer(22)] },
            _ => B,
        };
        RecipientWish wish = what switch
        {
            "stranger" => new(InstitutionId: Id(77)),
            "person-unfit" => new(PractitionerId: Id(21)),
            "person-elsewhere" => new(B.Id, Id(11)),
            _ => new(B.Id),
        };

        var decision = Decide(Civil with { Wish = wish }, A, firm, C);

        Assert.Equal(StepOutcome.Voided, decision.Steps[0].Outcome);
        Assert.Equal(told, decision.Steps[0].Text);
        Assert.Equal(clauses, string.Join(' ', decision.Steps[0].ClauseIds));
        Assert.Equal("A", Letter(decision.Proposal?.InstitutionId));
    }

    [Fact]
    public void A_wish_for_a_person_leads_to_that_persons_institution()
    {
        var decision = Decide(Civil with { Wish = new(PractitionerId: Id(22)) });

        Assert.Equal("B", Letter(decision.Proposal?.InstitutionId));
        Assert.Equal("点选本机构承办人", decision.Able.Single(a => a.InstitutionId == B.Id).Factors.Wish);
    }

    [Theory]
    [Clause("BB-7.3", "BB-7.4", "CF-15")]
    [InlineData("none", StepOutcome.Chose, "优先指派提供过法律帮助的机构")]
    [InlineData("warns", StepOutcome.Voided, "提供过法律帮助的机构与本案有利益冲突，不享有优先")]   // it may still come by its turn
    [InlineData("bars", StepOutcome.Voided, "提供过法律帮助的机构不能承办：代理过对方当事人")]
    public void A_conflict_voids_the_preference_for_earlier_help(string conflict, StepOutcome outcome, string told)
    {
        var helper = B with { Conflicts = conflict switch { "warns" => [Warning], "bars" => [Barring], _ => [] } };

        var decision = Decide(Civil with { Help = HelpBy("B") }, A, helper, C);

        Assert.Equal((outcome, told), (decision.Steps[1].Outcome, decision.Steps[1].Text));
        Assert.Equal(conflict != "none", decision.Steps[1].ClauseIds.Any(c => c == "BB-7.4"));
    }

    [Fact]
    [Clause("BB-7.3")]
    public void Help_by_a_judicial_station_boosts_nobody_and_the_page_says_so()
    {
        var decision = Decide(Civil with { Help = new(HelperKind.JudicialStation) });

        Assert.Equal("此前提供法律帮助的是司法所，不承办案件，不产生优先", decision.Steps[1].Text);
        Assert.Equal(OrderStep.Rotation, decision.Proposal?.Step);
    }

    [Theory]
    [Clause("BB-11.1", "BB-4.3")]
    [InlineData("wish help turn", "B")]
    [InlineData("help wish turn", "C")]
    [InlineData("turn", "A")]
    [InlineData("turn wish", "A")]
    public void The_order_is_the_books_and_not_the_programs(string order, string chosen)
    {
        List<OrderStep> steps = [.. order.Split(' ').Select(s => s switch { "wish" => OrderStep.RecipientWish, "help" => OrderStep.HelpingInstitution, _ => OrderStep.Rotation })];
        var facts = Facts(Civil with { Wish = WishFor("B"), Help = HelpBy("C") }) with { Rules = Book with { OtherOrder = new(steps, "BB-4.3") } };

        Assert.Equal(chosen, Letter(AssignmentDecision.Decide(facts).Proposal?.InstitutionId));
    }

    [Theory]
    [Clause("BB-4.3")]
    [InlineData(true, "B", 3)]     // B pays: 2/6 less one
    [InlineData(false, "B", 0)]    // the book lets a chosen case go free: no turn at all
    public void A_chosen_case_pays_a_turn_unless_the_book_says_otherwise(bool pays, string chosen, int lines)
    {
        var facts = Facts(Civil with { Wish = WishFor("B") }) with { Rules = Book with { ChosenPaysTurn = new(pays, "BB-4.3") } };

        var decision = AssignmentDecision.Decide(facts);

        Assert.Equal(chosen, Letter(decision.Proposal?.InstitutionId));
        Assert.Equal(lines, decision.Proposal?.Turn?.Lines.Count ?? 0);
        Assert.Equal(pays ? -666_666 : 0, decision.Able.Single(a => a.InstitutionId == B.Id).AfterMillionths);
    }

    private static RecipientWish? WishFor(string letter) => letter == "-" ? null : new(InstitutionId: Id(letter[0] - 'A' + 1));

    private static EarlierHelp? HelpBy(string letter) => letter == "-" ? null : new(HelperKind.LawFirm, Id(letter[0] - 'A' + 1));
}
