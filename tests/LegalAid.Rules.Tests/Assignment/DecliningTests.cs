using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using Xunit;
using static LegalAid.Rules.Tests.Assignment.Beibei;
using static LegalAid.Rules.Tests.Common.Calendars;

namespace LegalAid.Rules.Tests.Assignment;

/// <summary>Who may decline when, and what a ruling does. The time to name ends on 18 June at 10:00, one hour of the office's own from service.</summary>
public sealed class DecliningTests
{
    private static readonly DeclineRules Hour = DeclineRules.Unwritten with { Clock = new(1, PeriodUnit.Hours, false, "QDN-10.1") };

    private static readonly DeclineRules Strict = DeclineRules.Unwritten with { EvidenceRequired = new(true, "WZ-22.1"), AfterUnjustified = new(AfterDecline.NextInLine, "WZ-22.1") };

    [Theory]
    [Clause("LAW-46")]
    [InlineData("2026-06-18 09:59", "")]
    [InlineData("2026-06-18 10:00", "decline-late")]      // the end itself is too late
    public void It_is_declined_before_the_time_to_name_a_handler_ends(string now, string refused) =>
        Assert.Equal(refused, Why(Facts(now), DeclineRules.Unwritten));

    [Theory]
    [Clause("QDN-10.1")]
    [InlineData("2026-06-17 11:59", "")]
    [InlineData("2026-06-17 12:00", "decline-late")]
    public void An_offices_own_time_counts_from_service(string now, string refused) =>
        Assert.Equal(refused, Why(Facts(now) with { ServedAt = Moment("2026-06-17 11:00") }, Hour));

    [Fact]
    public void Without_service_and_without_a_clock_there_is_no_end()
    {
        Assert.Null(Declining.DueAt(Facts("2026-06-20 10:00") with { NamingDueAt = null }, Hour, Known));
        Assert.Equal("", Why(Facts("2026-06-20 10:00") with { NamingDueAt = null, ServedAt = Moment("2026-06-17 11:00") }, DeclineRules.Unwritten));
    }

    [Fact]
    [Clause("WZ-22.1")]
    public void Once_only_before_it_is_taken_and_with_what_the_book_asks_for()
    {
        var facts = Facts("2026-06-17 11:00");

        Assert.Equal("decline-twice", Why(facts with { Declined = true }, Strict));
        Assert.Equal("decline-not-now", Why(facts with { Open = false }, Strict));
        Assert.Equal("decline-no-evidence", Why(facts, Strict));
        Assert.Equal("", Why(facts with { HasEvidence = true }, Strict));
        Assert.Equal("", Why(facts, DeclineRules.Unwritten));
    }

    [Theory]
    [Clause("WZ-22.1", "LAW-46")]
    [InlineData(true, AfterDecline.MustTake, true, false, false)]       // moves on, the turn given back, no blame
    [InlineData(true, AfterDecline.NextInLine, true, false, false)]
    [InlineData(false, AfterDecline.MustTake, false, false, true)]      // stays, so nothing is paid twice
    [InlineData(false, AfterDecline.NextInLine, true, true, true)]      // moves on, the turn paid
    public void A_ruling_moves_the_case_and_pays_the_turn_as_the_book_says(bool justified, AfterDecline after, bool ends, bool keepsTurn, bool conduct)
    {
        var consequence = Declining.Judge(justified, DeclineRules.Unwritten with { AfterUnjustified = new(after, "WZ-22.1") });

        Assert.Equal(new DeclineConsequence(ends, keepsTurn, justified, conduct), consequence);
    }

    [Fact]
    public void Who_declined_for_good_reason_is_passed_over_with_reason_and_day()
    {
        var aidCase = CriminalNotice with { DeclinedBy = [A.Id], Declines = [new(A.Id, DeclineGround.OutsidePractice, Day("2026-06-16"))] };
        var decision = AssignmentDecision.Decide(Beibei.Facts(aidCase));

        var refusal = Assert.Single(Assert.Single(decision.Excluded, e => e.InstitutionId == A.Id).Refusals);
        Assert.Equal(("institution-declined", "超出执业范围，2026-06-16认定"), (refusal.Code, refusal.Fact));
        Assert.NotEqual(A.Id, decision.Proposal?.InstitutionId);
    }

    [Fact]
    [Clause("WZ-9.1", "WZ-21.2")]
    public void What_a_pool_lacks_is_told_by_its_own_people_only_and_only_when_nobody_is_able()
    {
        var decision = AssignmentDecision.Decide(Beibei.Facts(CriminalNotice));
        Assert.Empty(Shortage.MissingIn(decision));

        Refusal[] intent = [new("practitioner-intent", "服务意向不含刑事辩护", ["WZ-21.1"])];
        ExcludedCandidate Person(byte id, params Refusal[] refusals) => new(A.Id, A.Kind, 0, 0, refusals, [], new Guid(id, 0, 0, new byte[8]));
        var nobody = decision with
        {
            Able = [],
            Excluded = [Person(1, intent), Person(2, [.. intent, .. intent]), Person(3, new Refusal("practitioner-leave", "请假", ["REG-25"])), Person(4, [.. intent, new("practitioner-outside-pool", "不在办案库", ["WZ-3.3"])])],
        };
        Assert.Equal(["2人服务意向不含刑事辩护", "1人请假"], Shortage.MissingIn(nobody));
    }

    private static string Why(DeclineFacts facts, DeclineRules rules) => Declining.WhyNotDecline(facts, rules, Known)?.Code ?? "";

    private static DeclineFacts Facts(string now) => new(Open: true, Declined: false, Moment(now), Moment("2026-06-18 10:00"), ServedAt: null, HasEvidence: false);
}
