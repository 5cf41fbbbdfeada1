using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Registry;
using Xunit;
using static LegalAid.Rules.Tests.Assignment.Beibei;
using static LegalAid.Rules.Tests.Assignment.Wenzhou;
using static LegalAid.Rules.Tests.Common.Calendars;

namespace LegalAid.Rules.Tests.Assignment;

/// <summary>The turn goes to persons: the same gates, the same ledger, one place for each person.</summary>
public sealed class PersonTurnsTests
{
    [Theory]
    [Clause("WZ-21.1")]
    [InlineData(0, 0, 0, 11)]                   // equal: the drawn order
    [InlineData(-100_000, 0, 0, 12)]            // 11 has had more than its share
    [InlineData(0, 0, 1, 21)]                   // owed most
    public void The_turn_goes_to_the_person_who_is_owed_most(long first, long second, long third, int taker)
    {
        var decision = Wenzhou.Decide(
            Civil,
            FirmA with { Practitioners = [Person(11, first), Person(12, second)] },
            FirmB with { Practitioners = [Person(21, third)] });

        Assert.Equal(taker, Number(decision.Proposal!.PractitionerId));
        Assert.Equal(taker == 21 ? FirmB.Id : FirmA.Id, decision.Proposal.InstitutionId);
        Assert.Equal(Id(100 + taker), decision.Proposal.Turn!.TakerId);
    }

    [Fact]
    [Clause("WZ-21.1")]
    public void The_person_a_recipient_chooses_takes_the_case_and_pays_the_turn()
    {
        var decision = Wenzhou.Decide(Civil with { Wish = new(PractitionerId: Id(21)) });

        Assert.Equal((21, OrderStep.RecipientWish), (Number(decision.Proposal!.PractitionerId), decision.Proposal.Step));
        Assert.Equal(Rotation.OneCase, decision.Proposal.Turn!.Lines.Single(l => l.PlaceId == Id(121)).PaidMillionths + 1);    // three thirds, rounded down
    }

    [Theory]
    [Clause("WZ-21.1", "WZ-5.1")]
    [InlineData(true)]
    [InlineData(false)]
    public void A_public_lawyer_of_the_pool_has_a_turn_like_everybody(bool criminal)
    {
        var home = FirmB with { Kind = InstitutionKind.PublicLawyers, Practitioners = [Person(21, 5) with { Kind = PractitionerKind.PublicLawyer }] };

        var decision = Wenzhou.Decide(criminal ? CriminalNotice : Civil, FirmA, home);

        Assert.Equal((21, OrderStep.Rotation), (Number(decision.Proposal!.PractitionerId), decision.Proposal.Step));
    }

    [Fact]
    [Clause("WZ-21.1")]
    public void Who_chooses_a_firm_gets_the_one_of_it_whose_turn_comes_first()
    {
        var decision = Wenzhou.Decide(Civil with { Wish = new(FirmA.Id) }, FirmA with { Practitioners = [Person(11, -5), Person(12, 5)] }, FirmB);

        Assert.Equal(12, Number(decision.Proposal!.PractitionerId));
    }

    [Fact]
    [Clause("WZ-21.1", "CF-01")]
    public void A_chosen_person_in_conflict_is_passed_over_with_the_reason_and_the_turn_order_decides()
    {
        var inConflict = Person(21) with { Conflicts = [new("CF-01", "2025-0142", "与对方当事人是近亲属", Bars: true)] };

        var decision = Wenzhou.Decide(Civil with { Wish = new(PractitionerId: Id(21)) }, FirmA, FirmB with { Practitioners = [inConflict] });

        Assert.Equal((11, OrderStep.Rotation), (Number(decision.Proposal!.PractitionerId), decision.Proposal.Step));
        Assert.Contains("与对方当事人是近亲属", decision.Steps[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("WZ-3.3", "WZ-10.2")]
    public void Each_person_who_may_not_take_the_case_is_listed_with_every_reason()
    {
        var decision = Wenzhou.Decide(Civil, FirmA with { Practitioners = [Person(11) with { InCasePool = false, ExamScore = null }, Person(12)] }, FirmB);

        var excluded = Assert.Single(decision.Excluded);
        Assert.Equal((11, "practitioner-outside-pool:WZ-3.3 practitioner-no-exam:WZ-10.2"), (Number(excluded.PractitionerId), Codes(excluded.Refusals)));
        Assert.Equal([12, 21], decision.Able.Select(a => Number(a.PractitionerId)).Order());
    }

    [Theory]
    [Clause("WZ-10.2")]
    [InlineData(60, "")]
    [InlineData(59, "最好成绩59分，60分合格")]
    [InlineData(null, "没有考试记录")]
    public void Work_is_open_from_the_pass_mark_on(int? score, string told)
    {
        var decision = Wenzhou.Decide(Civil, FirmA with { Practitioners = [Person(11) with { ExamScore = score }] }, FirmB);

        Assert.Equal(told, string.Concat(decision.Excluded.SelectMany(e => e.Refusals).Select(r => r.Fact)));
    }

    [Theory]
    [Clause("WZ-10.1")]
    [InlineData("2026-06-17", true, true, "")]
    [InlineData("2026-06-18", true, true, "practitioner-no-induction:WZ-10.1")]        // from its day on
    [InlineData(null, true, true, "practitioner-no-induction:WZ-10.1")]
    [InlineData(null, false, true, "")]                                                // the book asks for none
    [InlineData("2026-06-17", true, false, "")]                                        // nor for an exam
    public void Work_is_open_after_the_centres_own_training_where_the_book_asks_for_it(string? on, bool induction, bool exam, string codes)
    {
        var asked = new BeforeWork(new(induction, "WZ-10.1"), new(exam, "WZ-10.2"));
        var person = Person(11) with { InductedOn = on is null ? null : Day(on), ExamScore = exam ? 60 : null };
        var view = new GateView(Civil, Here, Day("2026-06-17"), Wenzhou.Book, Statute) { BeforeWork = asked };

        Assert.Equal(codes, Codes(Gates.WhyNotPractitioner(person, FirmA, view)));
        Assert.Empty(Gates.WhyNotPractitioner(person with { InductedOn = null, ExamScore = null }, FirmA, view with { OutsidePool = true }));     // outsiders never joined
        var bound = view with { OutsidePool = true, BeforeWork = asked with { Outsiders = new(true, "WZ-10.2") } };
        Assert.Equal(codes, Codes(Gates.WhyNotPractitioner(person with { InCasePool = false }, FirmA, bound)));                                   // unless the book binds them all the same
        Assert.Empty(Gates.WhyNotPractitioner(person with { InCasePool = false, InductedOn = null, ExamScore = null }, FirmA, bound with { BeforeWork = asked with { Outsiders = new(false, "WZ-10.2") } }));
        Assert.Empty(Gates.WhyNotPractitioner(Person(11), FirmA, view with { BeforeWork = null }));                                              // older records know of none
    }

    [Theory]
    [Clause("WZ-9.1", "WZ-21.2")]
    [InlineData(true, 11)]
    [InlineData(false, 0)]                      // no reason, no proposal
    public void Somebody_outside_the_pool_takes_the_case_only_with_a_written_reason(bool reason, int taker)
    {
        var outsider = Lawyer(11) with { InCasePool = false };

        var decision = Wenzhou.Decide(Civil with { OutOfTurn = new(OrderStep.OutsidePool, reason, Id(11)) }, FirmA with { Practitioners = [outsider, Person(12)] }, FirmB);

        Assert.Equal(taker, Number(decision.Proposal?.PractitionerId));
        Assert.Null(decision.Proposal?.Turn);
        Assert.Equal(reason ? "" : "assignment-out-of-turn:WZ-21.1", Codes(decision.Refusals));
    }

    [Fact]
    [Clause("WZ-21.2")]
    public void Somebody_outside_the_pool_with_a_place_from_before_pays_no_turn()
    {
        var outsider = Person(11) with { InCasePool = false };

        var decision = Wenzhou.Decide(Civil with { OutOfTurn = new(OrderStep.OutsidePool, true, Id(11)) }, FirmA with { Practitioners = [outsider, Person(12)] }, FirmB);

        Assert.Equal(11, Number(decision.Proposal!.PractitionerId));
        Assert.Null(decision.Proposal.Turn);
    }

    [Fact]
    [Clause("WZ-21.2")]
    public void Outside_the_pool_every_other_gate_holds()
    {
        var outsider = Lawyer(11) with { InCasePool = false, Absences = [new(AbsenceKind.PracticeStopped, Day("2026-06-01"))] };

        var decision = Wenzhou.Decide(Civil with { OutOfTurn = new(OrderStep.OutsidePool, true, Id(11)) }, FirmA with { Practitioners = [outsider, Person(12)] }, FirmB);

        Assert.Equal("assignment-out-of-turn-nobody", Assert.Single(decision.Refusals).Code);      // and no ordinary turn passes for the exception
        Assert.Contains("停止执业", decision.Steps[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_office_whose_text_has_no_such_path_does_not_go_outside_its_list()
    {
        var decision = Beibei.Decide(Civil with { OutOfTurn = new(OrderStep.OutsidePool, true, Id(11)) });

        Assert.Equal(StepOutcome.NotApplicable, decision.Steps[0].Outcome);
        Assert.Equal("assignment-out-of-turn-nobody", Assert.Single(decision.Refusals).Code);
    }

    [Fact]
    public void Without_a_clock_of_its_own_the_office_is_bound_by_the_statutes_alone()
    {
        var decision = Wenzhou.Decide(Civil);

        Assert.Null(decision.Clocks!.Deadlines.Own);
        Assert.Equal(EarlierClock.Statute, decision.Clocks.Deadlines.Earlier);
        Assert.Null(decision.Clocks.OwnState(new(), Moment("2026-06-18 09:00")));
        Assert.DoesNotContain(decision.Warnings, warning => warning.Contains("早于本办期限", StringComparison.Ordinal));
    }

    [Fact]
    public void A_notified_criminal_case_is_for_the_turn_order_whatever_the_recipient_wishes()
    {
        var decision = Wenzhou.Decide(CriminalNotice with { Wish = new(PractitionerId: Id(21)) });

        Assert.Equal((11, OrderStep.Rotation), (Number(decision.Proposal!.PractitionerId), decision.Proposal.Step));
    }

    [Fact]
    public void A_decision_over_persons_is_recomputed_to_the_same_bytes()
    {
        var facts = Facts(Civil with { Wish = new(PractitionerId: Id(12)) }, FirmA, FirmB) with { Rules = Wenzhou.Book };
        var (storedFacts, storedResult) = (CanonicalJson.Write(facts), CanonicalJson.Write(AssignmentDecision.Decide(facts)));

        Assert.Equal(storedResult, CanonicalJson.Write(AssignmentDecision.Decide(CanonicalJson.Read<AssignmentFacts>(storedFacts))));
    }

    [Theory]
    [Clause("QDN-1.1")]
    [InlineData("own", false, "")]
    [InlineData("other", true, "")]
    [InlineData("other", false, "practitioner-not-willing:QDN-1.1")]
    public void Who_practises_elsewhere_is_assigned_only_if_willing(string place, bool willing, string refused)
    {
        var view = new GateView(Civil, Here, Day("2026-06-17"), Wenzhou.Book with { District = new(DistrictReach.OwnAndVolunteers, "QDN-1.1") }, Statute);
        var firm = FirmA with { District = place == "own" ? Here : "贵州省某县" };

        Assert.Empty(Gates.WhyNotInstitution(firm, view));
        Assert.Equal(refused, Codes(Gates.WhyNotPractitioner(Person(11) with { WillingFromElsewhere = willing }, firm, view)));
    }

    [Theory]
    [Clause("QJ-2.3a", "QJ-2.3b")]
    [InlineData(CaseKind.Criminal, "practitioner-intent:QJ-2.3a")]
    [InlineData(CaseKind.Civil, "practitioner-intent:QJ-2.3b")]
    [InlineData(CaseKind.NonLitigation, "")]                        // no box for it on the form, so nobody is admitted or refused for it
    public void Who_was_not_admitted_for_this_kind_of_work_is_not_assigned_it(CaseKind kind, string refused)
    {
        var rules = Wenzhou.Book with { CriminalIntent = new(true, "QJ-2.3a"), OtherIntent = new(true, "QJ-2.3b") };

        var refusals = Gates.WhyNotPractitioner(Person(11) with { Intents = ServiceIntents.None }, FirmA, new(Civil with { Kind = kind }, Here, Day("2026-06-17"), rules, Statute));

        Assert.Equal(refused, Codes(refusals));
    }
}
