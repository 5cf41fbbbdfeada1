using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using Xunit;
using static LegalAid.Rules.Tests.Assignment.Beibei;
using static LegalAid.Rules.Tests.Assignment.Wenzhou;

namespace LegalAid.Rules.Tests.Assignment;

/// <summary>Who steps aside for this case and who comes before whom. Persons 11 and 12 sit in firm A, 21 in firm B; by the plain turn 11 is first.</summary>
public sealed class PreferencesTests
{
    private const string Elsewhere = "贵州省某县";

    private static readonly NationalAssignmentRules Preferring = Statute with { RecipientNeeds = new(NeedStrength.Prefer, "REG-25", "原文没有写语言") };

    private static readonly ElsewhereOrder Order = new(new(true, "QDN-4.2b", "补本地之不足"), new(true, "QDN-4.2b", "优先接受的义务"), new(true, "QDN-3.3", "鼓励结对"));

    [Theory]
    [InlineData("", "", 11)]                // nobody speaks it: the plain turn, and a warning
    [InlineData("苗语", "", 12)]
    [InlineData("苗语", "苗语", 12)]        // of those who do, the first in turn
    [InlineData("", "苗语", 21)]
    public void Who_speaks_the_language_comes_first_where_somebody_does(string twelve, string twentyOne, int taker)
    {
        var decision = Speaking(new("苗语"), twelve, twentyOne);

        Assert.Equal(taker, Number(decision.Proposal!.PractitionerId));
        var anybody = twelve.Length + twentyOne.Length > 0;
        Assert.Equal(!anybody, decision.Warnings.Any(w => w.Contains("受援人需要会苗语，该承办人不能满足", StringComparison.Ordinal)));
        Assert.Equal(anybody, decision.Assumptions.Contains(new("REG-25", "原文没有写语言")));
        Assert.Equal(anybody ? "需要会苗语，能满足" : "需要会苗语，不能满足", decision.Able.Single(a => Number(a.PractitionerId) == taker).Needs);
    }

    [Fact]
    public void Who_steps_aside_keeps_the_balance_and_is_told_why()
    {
        var decision = Speaking(new("苗语"), "苗语", "");

        Assert.Equal([11, 21], decision.Excluded.Select(e => Number(e.PractitionerId)).Order());
        Assert.All(decision.Excluded, e => Assert.Equal("step-aside-needs:REG-25", Codes(e.Refusals)));
        Assert.Equal([Id(112)], decision.Proposal!.Turn!.Lines.Select(l => l.PlaceId));
    }

    [Fact]
    public void Whom_the_recipient_wished_for_does_not_step_aside()
    {
        var facts = Facts(Civil with { Needs = new("苗语"), Wish = new(PractitionerId: Id(11)) }, FirmA with { Practitioners = [Person(11), Person(12) with { Languages = ["苗语"] }] }) with { Rules = Wenzhou.Book, Statute = Preferring };

        Assert.Equal(11, Number(AssignmentDecision.Decide(facts).Proposal!.PractitionerId));
    }

    [Theory]
    [InlineData("女", 12)]
    [InlineData("男", 11)]
    public void A_handler_of_the_gender_asked_for_comes_first(string asked, int taker)
    {
        var firm = FirmA with { Practitioners = [Person(11) with { Gender = "男" }, Person(12) with { Gender = "女" }] };
        var facts = Facts(Civil with { Needs = new(HandlerGender: asked) }, firm) with { Rules = Wenzhou.Book, Statute = Preferring };

        Assert.Equal(taker, Number(AssignmentDecision.Decide(facts).Proposal!.PractitionerId));
    }

    [Fact]
    public void A_firm_in_which_somebody_meets_the_need_comes_first()
    {
        var facts = Facts(Civil with { Needs = new("手语") }, A, B with { Practitioners = [Lawyer(21), Lawyer(22) with { Languages = ["手语"] }] }) with { Statute = Preferring };

        var decision = AssignmentDecision.Decide(facts);

        Assert.Equal("B", Letter(decision.Proposal!.InstitutionId));
        Assert.Equal("需要会手语，1人能满足", decision.Able.Single().Needs);
    }

    [Theory]
    [Clause("QDN-4.2b")]
    [InlineData(true, false, 21, "step-aside-local:QDN-4.2b")]     // the own people first, corps or not
    [InlineData(false, true, 12, "step-aside-corps:QDN-4.2b")]     // nobody of one's own: the corps before others
    [InlineData(false, false, 11, "")]                            // no corps either: the plain turn
    public void The_own_people_come_first_and_of_those_from_elsewhere_the_corps(bool local, bool corps, int taker, string aside)
    {
        var decision = Corps(local, corps, partner: false, Order);

        Assert.Equal(taker, Number(decision.Proposal!.PractitionerId));
        Assert.Equal(aside, string.Join(' ', decision.Excluded.Where(e => Number(e.PractitionerId) == 11).Select(e => Codes(e.Refusals))));
    }

    [Theory]
    [Clause("QDN-3.3")]
    [InlineData(true, 21)]
    [InlineData(false, 11)]
    public void A_partner_comes_before_others_from_elsewhere(bool partner, int taker)
    {
        var decision = Corps(local: false, corps: false, partner, Order);

        Assert.Equal(taker, Number(decision.Proposal!.PractitionerId));
        Assert.Equal(partner, decision.Assumptions.Contains(new("QDN-3.3", "鼓励结对")));
    }

    [Theory]
    [Clause("QDN-4.2b", "QDN-3.3")]
    [InlineData(true)]
    [InlineData(false)]
    public void A_book_that_is_silent_or_switched_off_prefers_nobody(bool silent)
    {
        var off = Order with { LocalFirst = new(false, "QDN-4.2b"), MembersBeforeOthers = new(false, "QDN-4.2b"), PartnersFirst = new(false, "QDN-3.3") };

        Assert.Equal(11, Number(Corps(local: true, corps: true, partner: true, silent ? null : off).Proposal!.PractitionerId));
    }

    [Fact]
    public void A_decision_with_needs_and_pairs_is_recomputed_to_the_same_bytes()
    {
        var facts = Facts(Civil with { Needs = new("苗语", "女", true), PartyPlaces = [Here] }, FirmA, FirmB with { Partner = true }) with
        {
            Rules = Wenzhou.Book,
            Statute = Preferring with { LegalWorkerLocality = new(true, "CF-19") },
            Elsewhere = Order,
            MentorNeeded = new(true, "WZ-24.1"),
        };

        Assert.Equal(CanonicalJson.Write(AssignmentDecision.Decide(facts)), CanonicalJson.Write(AssignmentDecision.Decide(CanonicalJson.Read<AssignmentFacts>(CanonicalJson.Write(facts)))));
    }

    private static AssignmentDecision Speaking(CaseNeeds needs, string twelve, string twentyOne)
    {
        var facts = Facts(
            Civil with { Needs = needs },
            FirmA with { Practitioners = [Person(11) with { Languages = [] }, Person(12) with { Languages = [twelve] }] },
            FirmB with { Practitioners = [Person(21) with { Languages = [twentyOne] }] });
        return AssignmentDecision.Decide(facts with { Rules = Wenzhou.Book, Statute = Preferring });
    }

    // Firm A is from elsewhere; firm B is one's own or from elsewhere too.
    private static AssignmentDecision Corps(bool local, bool corps, bool partner, ElsewhereOrder? order)
    {
        var facts = Facts(
            Civil,
            FirmA with { District = Elsewhere, Partner = false, Practitioners = [Person(11) with { CorpsMember = false }, Person(12) with { CorpsMember = corps }] },
            FirmB with { District = local ? Here : Elsewhere, Partner = partner, Practitioners = [Person(21) with { CorpsMember = false }] });
        return AssignmentDecision.Decide(facts with { Rules = Wenzhou.Book, Elsewhere = order });
    }
}
