using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using Xunit;
using static LegalAid.Rules.Tests.Assignment.Beibei;

namespace LegalAid.Rules.Tests.Assignment;

/// <summary>The next stage of a matter goes back to whoever handled the one before. Lawyer 21 of firm B handled it; A stands first in the order.</summary>
public sealed class NextStageTests
{
    private static readonly ConflictFinding Barring = new("CF-06", "2025-0142", "代理过对方当事人", Bars: true);
    private static readonly EarlierStage HandledBy21 = new(CaseStage.Investigation, [Id(21)]);

    [Theory]
    [Clause("BB-11.1", "LAW-36")]
    [InlineData(true)]      // also after a notice: the centre finds them, nobody chooses
    [InlineData(false)]
    public void The_next_stage_is_the_same_handlers_though_another_stands_first(bool notified)
    {
        var decision = Decide((notified ? CriminalNotice : Civil) with { EarlierStage = HandledBy21 });

        Assert.Equal(("B", OrderStep.SameHandler), (Letter(decision.Proposal?.InstitutionId), decision.Proposal?.Step));
        Assert.Contains("前一阶段", decision.Proposal!.Why, StringComparison.Ordinal);
        Assert.Contains(decision.Assumptions, assumption => assumption.Clause == "BB-11.1" && assumption.Because == "每个阶段是一件案件");
    }

    [Fact]
    public void A_handler_who_moved_takes_the_case_along() =>
        Assert.Equal("A", Letter(Decide(CriminalNotice with { EarlierStage = HandledBy21 }, Firm(1, Lawyer(11), Lawyer(21)), Firm(2, Lawyer(22))).Proposal?.InstitutionId));

    [Theory]
    [Clause("CF-06", "BB-11.1")]
    [InlineData("barred", StepOutcome.Voided, "代理过对方当事人")]
    [InlineData("away", StepOutcome.Voided, "已不在名册上")]
    [InlineData("unnamed", StepOutcome.Nothing, "尚未确定承办人")]
    public void Every_gate_is_looked_at_again_and_the_order_goes_on(string what, StepOutcome outcome, string told)
    {
        var earlier = what switch { "away" => new EarlierStage(CaseStage.Investigation, [Id(99)]), "unnamed" => new(CaseStage.Investigation, []), _ => HandledBy21 };
        var b = what == "barred" ? Firm(2, Lawyer(21) with { Conflicts = [Barring] }, Lawyer(22)) : B;

        var decision = Decide(CriminalNotice with { EarlierStage = earlier }, A, b, C);

        Assert.Equal(("A", OrderStep.Rotation), (Letter(decision.Proposal?.InstitutionId), decision.Proposal?.Step));
        Assert.Equal((OrderStep.SameHandler, outcome), (decision.Steps[0].Step, decision.Steps[0].Outcome));
        Assert.Contains(told, decision.Steps[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [Clause("BB-11.1")]
    [InlineData(true, 2)]       // A and B share the case, B pays it
    [InlineData(false, 0)]      // the book lets the next stage go free: no turn at all
    public void Whether_it_pays_a_turn_is_the_books_switch(bool pays, int lines)
    {
        var facts = Facts(CriminalNotice with { EarlierStage = HandledBy21 }) with { Rules = Book with { NextStagePaysTurn = new(pays, "BB-11.1") } };

        var decision = AssignmentDecision.Decide(facts);

        Assert.Equal("B", Letter(decision.Proposal?.InstitutionId));
        Assert.Equal(lines, decision.Proposal?.Turn?.Lines.Count ?? 0);
    }

    [Fact]
    [Clause("BB-9.1")]
    public void A_wish_for_somebody_else_goes_before()
    {
        var decision = Decide(Civil with { EarlierStage = HandledBy21, Wish = new(InstitutionId: Id(3)) });

        Assert.Equal(("C", OrderStep.RecipientWish), (Letter(decision.Proposal?.InstitutionId), decision.Proposal?.Step));
    }

    [Fact]
    public void A_book_that_is_silent_follows_its_order_alone() =>
        Assert.DoesNotContain(
            AssignmentDecision.Decide(Facts(CriminalNotice with { EarlierStage = HandledBy21 }) with { Rules = Book with { NextStagePaysTurn = null } }).Steps,
            step => step.Step == OrderStep.SameHandler);
}
