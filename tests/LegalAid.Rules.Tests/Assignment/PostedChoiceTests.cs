using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using Xunit;
using static LegalAid.Rules.Tests.Assignment.Beibei;
using static LegalAid.Rules.Tests.Assignment.Wenzhou;

namespace LegalAid.Rules.Tests.Assignment;

/// <summary>A posted case in the decision: bids are waited for, the best bidder takes it past every preference and no gate, and all of it is recomputed.</summary>
public sealed class PostedChoiceTests
{
    private const string Seed = "发布时登记的种子";

    [Theory]
    [InlineData(false, "", "", "posting-open")]                 // the window runs
    [InlineData(false, "11", "", "posting-open")]
    [InlineData(true, "11", "", "posting-not-chosen")]
    [Clause("QDN-4.6b")]
    public void Nothing_is_proposed_while_bids_come_in_or_wait_to_be_weighed(bool closed, string bids, string best, string code)
    {
        var decision = Wenzhou.Decide(Civil with { Posted = Posted(closed, bids, best) });

        Assert.Null(decision.Proposal);
        Assert.Contains(decision.Refusals, refusal => refusal.Code == code);
    }

    [Fact]
    [Clause("QDN-4.6b")]
    public void Where_nobody_bid_the_case_goes_on_in_turn_and_the_page_says_so()
    {
        var decision = Wenzhou.Decide(Civil with { Posted = Posted(closed: true, "", "") });

        Assert.Equal((11, OrderStep.Rotation), (Number(decision.Proposal!.PractitionerId), decision.Proposal.Step));
        Assert.Contains(decision.Steps, step => step is { Step: OrderStep.Bid, Outcome: StepOutcome.Nothing } && step.Text.Contains("没有人报名", StringComparison.Ordinal));
    }

    [Fact]
    [Clause("QDN-4.6b")]
    public void The_best_bidder_takes_it_and_pays_a_turn()
    {
        var decision = Wenzhou.Decide(Civil with { Posted = Posted(closed: true, "11,12,21", "21") });

        Assert.Equal((21, OrderStep.Bid), (Number(decision.Proposal!.PractitionerId), decision.Proposal.Step));
        Assert.Contains("3人报名，择优选定", decision.Proposal.Why, StringComparison.Ordinal);
        Assert.Contains("QDN-4.6b", decision.ClauseIds);
        Assert.NotNull(decision.Proposal.Turn);
        Assert.Empty(PassedOver.Of(Facts(Civil, FirmA, FirmB) with { Rules = Wenzhou.Book }, decision));
        Assert.DoesNotContain(decision.Warnings, warning => warning.Contains("未按轮候顺序", StringComparison.Ordinal));
    }

    [Fact]
    [Clause("QDN-4.6b", "LAW-36")]
    public void A_notice_is_posted_too_for_the_centre_alone_chooses()
    {
        var decision = Wenzhou.Decide(CriminalNotice with { Posted = Posted(closed: true, "11,21", "21") });

        Assert.Equal(21, Number(decision.Proposal!.PractitionerId));
    }

    [Fact]
    [Clause("QDN-4.6b")]
    public void Among_equals_the_seed_laid_down_before_draws_and_another_is_refused()
    {
        var posted = Posted(closed: true, "11,12,21", "12,21");
        var first = Lottery.Draw(Seed, ["执业证12", "执业证21"]).Lines[0].Id;

        Assert.Equal(first, $"执业证{Number(Wenzhou.Decide(Civil with { Posted = posted }).Proposal!.PractitionerId)}");
        var changed = Wenzhou.Decide(Civil with { Posted = posted with { Seed = "另一个" } });
        Assert.Equal(OrderStep.Rotation, changed.Proposal!.Step);
        Assert.Contains(changed.Steps, step => step is { Step: OrderStep.Bid, Outcome: StepOutcome.Voided });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Clause("QDN-4.6b")]
    public void The_order_that_was_published_leads_and_one_the_seed_does_not_give_is_refused(bool asDrawn)
    {
        var posted = Posted(closed: true, "11,12,21", "12,21");
        var order = Lottery.Draw(Seed, ["执业证12", "执业证21"]).Lines.Select(line => Id(int.Parse(line.Id["执业证".Length..], System.Globalization.CultureInfo.InvariantCulture))).ToList();

        var decision = Wenzhou.Decide(Civil with { Posted = posted with { Drawn = asDrawn ? order : [.. order.AsEnumerable().Reverse()] } });

        Assert.Equal(asDrawn ? OrderStep.Bid : OrderStep.Rotation, decision.Proposal!.Step);
        Assert.Equal(!asDrawn, decision.Steps.Any(step => step is { Step: OrderStep.Bid, Outcome: StepOutcome.Voided, Text: "抽签的次序与公布的不符" }));
    }

    [Theory]
    [InlineData("11,12", "21")]         // did not bid
    [InlineData("11,11", "11")]         // bid twice
    [Clause("QDN-4.6b")]
    public void A_finding_that_does_not_fit_the_bids_chooses_nobody(string bids, string best) =>
        Assert.Contains(Wenzhou.Decide(Civil with { Posted = Posted(closed: true, bids, best) }).Steps, step => step is { Step: OrderStep.Bid, Outcome: StepOutcome.Voided });

    [Fact]
    [Clause("QDN-4.6b")]
    public void A_gate_bars_the_best_bidder_like_everybody_and_the_reason_is_told()
    {
        var decision = Wenzhou.Decide(Civil with { Posted = Posted(closed: true, "12,21", "21"), SetAside = [Id(21)] });

        Assert.Equal(OrderStep.Rotation, decision.Proposal!.Step);
        Assert.Contains(decision.Steps, step => step is { Step: OrderStep.Bid, Outcome: StepOutcome.Voided } && step.Text.Contains("不能承办", StringComparison.Ordinal));
    }

    [Fact]
    [Clause("QDN-4.6b", "QDN-4.2b")]
    public void Who_bid_does_not_step_aside_for_somebody_preferred_who_did_not()
    {
        var facts = Facts(Civil with { Posted = Posted(closed: true, "11", "11") }, FirmA with { District = "贵州省另一县" }, FirmB) with
        {
            Rules = Wenzhou.Book,
            Elsewhere = new(new(true, "QDN-4.2b"), new(true, "QDN-4.2b"), new(true, "QDN-3.3")),
        };

        Assert.Equal(11, Number(AssignmentDecision.Decide(facts).Proposal!.PractitionerId));
        Assert.Equal(21, Number(AssignmentDecision.Decide(facts with { Case = Civil }).Proposal!.PractitionerId));
    }

    [Fact]
    public void It_is_recomputed_to_the_same_bytes()
    {
        var facts = Facts(Civil with { Posted = Posted(closed: true, "11,12,21", "12,21") }, FirmA, FirmB) with { Rules = Wenzhou.Book, ServiceNeed = new(3, 2, new(2, "QDN-0.1", "取两件")) };

        Assert.Equal(CanonicalJson.Write(AssignmentDecision.Decide(facts)), CanonicalJson.Write(AssignmentDecision.Decide(CanonicalJson.Read<AssignmentFacts>(CanonicalJson.Write(facts)))));
    }

    private static PostedCase Posted(bool closed, string bids, string best) =>
        new(new(2026, 6, 17, 17, 0, 0), closed, [.. Numbers(bids).Select(number => new PostedBid(Id(number), $"执业证{number}"))], Lottery.Commitment(Seed), "QDN-4.6b")
        {
            Best = best.Length == 0 ? null : [.. Numbers(best).Select(Id)],
            Seed = best.Contains(',', StringComparison.Ordinal) ? Seed : null,
        };

    private static IEnumerable<int> Numbers(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse);
}

/// <summary>Need, difficulty and speciality are told side by side and decide nothing.</summary>
public sealed class ConsideredTests
{
    [Theory]
    [InlineData("追索劳动报酬", "劳动争议,婚姻家庭", "劳动争议")]
    [InlineData("离婚纠纷", "合同纠纷,婚姻家庭", "")]                 // 纠纷 stands in every cause
    [InlineData("婚姻家庭纠纷", "婚姻继承", "婚姻继承")]
    [InlineData("盗窃", "刑事辩护", "")]
    [InlineData("盗", "盗", "")]
    [Clause("QDN-2.2")]
    public void A_speciality_meets_a_cause_by_two_characters_that_say_something(string cause, string specialities, string matching) =>
        Assert.Equal(matching, string.Join(',', SpecialityMatch.Of(cause, specialities.Split(','))));

    [Theory]
    [InlineData(3, "短缺")]       // three cases for two people, two for each being short
    [InlineData(4, "短缺")]
    [Clause("QDN-2.2")]
    public void A_place_is_short_from_the_number_on(int cases, string word)
    {
        var considered = Considered(Civil, cases);

        Assert.EndsWith(cases >= 4 ? "：" + word : "：不" + word, considered.Need, StringComparison.Ordinal);
        Assert.Equal(["WZ-21.1", "QDN-0.1"], considered.ClauseIds);
    }

    [Theory]
    [InlineData(CaseFlags.None, 1, "一般")]
    [InlineData(CaseFlags.Difficult, 1, "疑难复杂")]
    [InlineData(CaseFlags.Difficult | CaseFlags.Minor, 10, "疑难复杂、群体性案件（10人）、受援人未成年")]
    [InlineData(CaseFlags.None, 9, "一般")]
    [Clause("QDN-2.2")]
    public void How_difficult_a_case_is_is_told_in_words(CaseFlags flags, int headcount, string difficulty) =>
        Assert.Equal(difficulty, Considered(Civil with { Flags = flags, Headcount = headcount }, 1).Difficulty);

    [Fact]
    [Clause("QDN-2.2")]
    public void It_changes_nothing_of_the_proposal_and_is_silent_where_the_book_does_not_ask()
    {
        var plain = Wenzhou.Decide(Civil);
        var asked = AssignmentDecision.Decide(Facts(Civil, FirmA, FirmB) with { Rules = Wenzhou.Book, ServiceNeed = Need(9) });

        Assert.Null(plain.Considered);
        Assert.Equal(CanonicalJson.Write(plain.Proposal), CanonicalJson.Write(asked.Proposal));
        Assert.Equal(asked.Able.Select(able => able.PractitionerId), asked.Considered!.Candidates.Select(c => c.PractitionerId));
    }

    private static Considerations Considered(CaseFacts aidCase, int cases) =>
        AssignmentDecision.Decide(Facts(aidCase, FirmA, FirmB) with { Rules = Wenzhou.Book, ServiceNeed = Need(cases) }).Considered!;

    private static ServiceNeed Need(int cases) => new(cases, People: 2, new(2, "QDN-0.1", "取两件"));
}
