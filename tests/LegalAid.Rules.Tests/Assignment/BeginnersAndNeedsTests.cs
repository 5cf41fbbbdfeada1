using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using Xunit;
using static LegalAid.Rules.Tests.Assignment.Beibei;

namespace LegalAid.Rules.Tests.Assignment;

/// <summary>A first-timer's mentor, where a legal worker may appear in court, and what the recipient needs where the book makes it a must.</summary>
public sealed class BeginnersAndNeedsTests
{
    private static readonly NationalAssignmentRules WithLocality = Statute with { LegalWorkerLocality = new(true, "CF-19") };

    [Theory]
    [Clause("WZ-24.1")]
    [InlineData(true, false, false, "practitioner-no-mentor:WZ-24.1")]
    [InlineData(true, true, false, "")]             // a mentor is named
    [InlineData(false, false, false, "")]           // one case is enough to be no first-timer
    [InlineData(true, false, true, "")]             // who is assigned from outside the pool never joined it
    [InlineData(null, false, false, "")]            // a book that asks nobody states no such fact
    public void A_first_timer_needs_a_mentor_before_the_first_case(bool? firstTimer, bool hasMentor, bool outsidePool, string refused)
    {
        var person = Wenzhou.Person(11) with { FirstTimer = firstTimer, MentorId = hasMentor ? Id(12) : null };
        var view = new GateView(Civil, Here, new(2026, 6, 17), Wenzhou.Book, Statute, outsidePool) { MentorNeeded = new(true, "WZ-24.1") };

        Assert.Equal(refused, Codes(Gates.WhyNotPractitioner(person, Wenzhou.FirmA, view)));
        Assert.Empty(Gates.WhyNotPractitioner(person, Wenzhou.FirmA, view with { MentorNeeded = new(false, "WZ-24.1") }));
        Assert.Empty(Gates.WhyNotPractitioner(person, Wenzhou.FirmA, view with { MentorNeeded = null }));
    }

    [Theory]
    [Clause("CF-19")]
    [InlineData(CaseKind.Civil, CaseStage.FirstInstance, "重庆市渝中区", "重庆市", "")]                             // the wider area: the whole city
    [InlineData(CaseKind.Civil, CaseStage.FirstInstance, "重庆市渝中区", null, "practitioner-locality:CF-19")]
    [InlineData(CaseKind.Civil, CaseStage.FirstInstance, "重庆市北碚区", null, "")]
    [InlineData(CaseKind.Civil, CaseStage.SecondInstance, "四川省某县 重庆市北碚区", null, "")]                      // one party is enough
    [InlineData(CaseKind.Civil, CaseStage.FirstInstance, "四川省某县", "重庆市", "practitioner-locality:CF-19")]
    [InlineData(CaseKind.Administrative, CaseStage.Retrial, "四川省某县", "重庆市", "practitioner-locality:CF-19")]
    [InlineData(CaseKind.Civil, CaseStage.OutOfCourt, "四川省某县", "重庆市", "")]                                   // the rule speaks of court cases
    [InlineData(CaseKind.LabourArbitration, CaseStage.Arbitration, "四川省某县", "重庆市", "")]
    [InlineData(CaseKind.Civil, CaseStage.FirstInstance, "", "重庆市", "")]                                         // not recorded: told, not refused
    public void A_legal_worker_goes_to_court_only_for_a_party_of_the_own_area(CaseKind kind, CaseStage stage, string places, string? area, string refused)
    {
        var aidCase = Civil with { Kind = kind, Stage = stage, PartyPlaces = places.Length == 0 ? null : places.Split(' ') };
        var view = new GateView(aidCase, Here, new(2026, 6, 17), Book with { LegalWorkerArea = area is null ? null : new(area, "CF-19") }, WithLocality);

        Assert.Equal(refused, Codes(Gates.WhyNotPractitioner(LegalWorker(31), C, view)));
        Assert.Empty(Gates.WhyNotPractitioner(Lawyer(11), A, view));
        Assert.Empty(Gates.WhyNotPractitioner(LegalWorker(31), C, view with { Statute = Statute }));
    }

    [Theory]
    [Clause("CF-19")]
    [InlineData(null, true)]
    [InlineData(Here, false)]
    public void Where_no_place_is_recorded_whoever_decides_is_told(string? place, bool told)
    {
        var facts = Facts(Civil with { PartyPlaces = place is null ? null : [place] }, C) with { Statute = WithLocality };

        Assert.Equal(told, AssignmentDecision.Decide(facts).Warnings.Any(w => w.Contains("CF-19", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("苗语", null, "苗语", "男", "")]
    [InlineData("苗语", null, "侗语", "男", "practitioner-needs:X")]
    [InlineData(null, "女", "苗语", "女", "")]
    [InlineData(null, "女", "苗语", "男", "practitioner-needs:X")]
    [InlineData(null, null, "", "男", "")]
    public void Where_the_book_makes_it_a_must_nobody_else_is_assigned(string? language, string? gender, string speaks, string isOf, string refused)
    {
        var person = Lawyer(11) with { Languages = [speaks], Gender = isOf };
        var view = View(new(language, gender)) with { Rules = Book with { RecipientNeeds = new(NeedStrength.Require, "X") } };

        Assert.Equal(refused, Codes(Gates.WhyNotPractitioner(person, A, view)));
        Assert.Empty(Gates.WhyNotPractitioner(person, A, View(new(language, gender)) with { Rules = Book with { RecipientNeeds = new(NeedStrength.Prefer, "X") } }));
    }

    [Theory]
    [Clause("LAW-45")]
    [InlineData(true)]
    [InlineData(false)]
    public void Barrier_free_service_is_told_and_bars_nobody(bool needed)
    {
        var decision = Decide(Civil with { Needs = new(BarrierFree: needed, Language: needed ? null : "苗语") });

        Assert.Equal(needed, decision.Warnings.Any(w => w.Contains("LAW-45", StringComparison.Ordinal)));
        Assert.NotNull(decision.Proposal);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void A_full_desk_is_told_where_the_book_gives_a_limit(int open, bool told)
    {
        var facts = Facts(Civil, A with { OpenCases = open });

        Assert.Equal(told, AssignmentDecision.Decide(facts with { Rules = Book with { OpenCasesLimit = new(5, "X") } }).Warnings.Any(w => w.Contains("已达5件（X）", StringComparison.Ordinal)));
        Assert.DoesNotContain(AssignmentDecision.Decide(facts).Warnings, w => w.Contains("已达", StringComparison.Ordinal));
    }

    private static GateView View(CaseNeeds needs) => new(Civil with { Needs = needs }, Here, new(2026, 6, 17), Book, Statute);
}
