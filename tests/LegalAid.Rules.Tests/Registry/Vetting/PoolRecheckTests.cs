using LegalAid.Rules.Assignment;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Registry.Vetting;
using Xunit;
using static LegalAid.Rules.Tests.Common.Calendars;
using static LegalAid.Rules.Tests.Registry.Vetting.Recruiting;

namespace LegalAid.Rules.Tests.Registry.Vetting;

/// <summary>A member who changes firm or enters another pool is looked at again as of the day: 17 June 2026 at 温州, 18 March 2024 at 綦江.</summary>
public sealed class PoolRecheckTests
{
    [Fact]
    [Clause("WZ-5.3", "QJ-2.2")]
    public void Who_lacks_nothing_keeps_everything_and_no_paper_is_asked_anew()
    {
        foreach (var facts in new[] { InWenzhou, InQijiang })
        {
            var bare = facts with { Confirmations = [], Opinions = [], PartyDiscipline = null, CommitmentSigned = false, HasLicenceCopy = false, HasInstitutionOpinion = false, Assessment = null, ClosingDay = null };

            var decision = PoolRecheck.Decide(new(bare, IsNewKind: false, []));

            Assert.Empty(decision.Refusals);
            Assert.Equal((facts.Pools, facts.Intents), (decision.Pools, decision.Intents));
            Assert.DoesNotContain(decision.Findings, finding => finding.Verdict is Verdict.NotMet or Verdict.NeedsPerson || finding.Criterion is VettingCriterion.OpenTo or VettingCriterion.BothPools);
        }
    }

    [Theory]
    [Clause("QJ-2.2")]
    [InlineData("重庆市綦江区", null)]
    [InlineData("重庆市南川区", "QJ-2.2")]
    public void A_firm_of_another_district_ends_it_where_the_text_says_so(string district, string? clause)
    {
        var refusals = PoolRecheck.Decide(new(InQijiang with { District = district }, IsNewKind: false, [])).Refusals;

        Assert.Equal(clause is null ? [] : [clause], refusals.SelectMany(refusal => refusal.ClauseIds));
    }

    [Theory]
    [Clause("WZ-5.3", "WZ-5.2")]
    [InlineData("浙江省温州市", "Duty, Cases")]
    [InlineData("浙江省杭州市", "Cases")]           // the duty pool's own place is not met: that pool alone is lost
    public void A_pools_own_place_costs_that_pool_alone(string district, string left)
    {
        var duty = Pooled with { Duty = Pooled.Duty with { District = new(DistrictReach.OwnDistrict, "WZ-3.1") } };
        var facts = InWenzhou with { District = district, Rules = InWenzhou.Rules with { Recruitment = InWenzhou.Rules.Recruitment with { Pools = duty } } };

        var decision = PoolRecheck.Decide(new(facts, IsNewKind: false, []));

        Assert.Equal((left, 0), (decision.Pools.ToString(), decision.Refusals.Count));
        var onlyDuty = PoolRecheck.Decide(new(facts with { Pools = Pools.Duty }, IsNewKind: false, []));
        Assert.Equal(left == "Cases" ? ["recheck-nothing-left"] : [], onlyDuty.Refusals.Select(refusal => refusal.Code));
    }

    [Theory]
    [Clause("WZ-6.4a", "QJ-2.4b", "QJ-2.4c")]
    [InlineData(true, OfficialRecordKind.AdministrativePenalty, "2023-06-17", "NotMet WZ-6.4a 2026-06-18")]       // the third anniversary counts
    [InlineData(true, OfficialRecordKind.AdministrativePenalty, "2023-06-16", "Met WZ-6.4a")]
    [InlineData(true, OfficialRecordKind.IndustrySanction, "2026-06-17", "NotMet WZ-6.4a 2029-06-18")]
    [InlineData(false, OfficialRecordKind.IndustrySanction, "2021-03-18", "NotMet QJ-2.4b 2024-03-19")]
    [InlineData(false, OfficialRecordKind.IndustrySanction, "2021-03-17", "Met QJ-2.4b")]
    public void A_penalty_counts_as_long_as_it_does_for_who_applies(bool wenzhou, OfficialRecordKind kind, string effective, string told)
    {
        var facts = (wenzhou ? InWenzhou : InQijiang with { ClosingDay = null }) with { Records = [new(kind, Day(effective))] };

        var decision = PoolRecheck.Decide(new(facts, IsNewKind: false, []));

        Assert.Equal(told, Told(decision.Findings.Single(finding => finding.Criterion == VettingCriterion.Sanctions)));
        Assert.Equal(told.StartsWith("Met", StringComparison.Ordinal), decision.MayAdmit);
    }

    [Theory]
    [Clause("CF-20")]
    [InlineData(AbsenceKind.PracticeStopped, "2026-06-17", null, "NotMet CF-20")]
    [InlineData(AbsenceKind.PracticeStopped, "2026-06-18", null, "Met CF-20")]                       // not yet
    [InlineData(AbsenceKind.PracticeStopped, "2026-06-01", "2026-06-16", "Met CF-20")]               // over
    [InlineData(AbsenceKind.AppraisalFailed, "2026-06-01", "2026-06-17", "NotMet CF-20 2026-06-18")]
    [InlineData(AbsenceKind.LicenceEnded, "2026-06-01", null, "NotMet CF-20")]
    [InlineData(AbsenceKind.Leave, "2026-06-01", null, "Met CF-20")]
    [InlineData(AbsenceKind.Suspension, "2026-06-01", null, "Met CF-20")]                           // a measure of the centre's, which goes along
    public void The_licence_has_to_be_in_force(AbsenceKind kind, string first, string? last, string told)
    {
        var decision = PoolRecheck.Decide(new(InWenzhou, IsNewKind: false, [new(kind, Day(first), last is null ? null : Day(last))]));

        Assert.Equal(told, Told(decision.Findings.Single(finding => finding.Criterion == VettingCriterion.Licence)));
        Assert.Equal(told.StartsWith("Met", StringComparison.Ordinal), decision.MayAdmit);
    }

    [Theory]
    [Clause("WZ-6.6", "WZ-6.1")]
    [InlineData("2024-06-17", true, "Duty, Cases")]         // two years on that day
    [InlineData("2024-06-18", true, "Duty")]                // article 6 is written for social lawyers: now it is asked
    [InlineData("2024-06-18", false, "Duty, Cases")]        // years only grow: of who stays what they are it was asked before
    public void Years_are_asked_of_who_comes_as_another_kind(string licensed, bool isNewKind, string left) =>
        Assert.Equal(left, PoolRecheck.Decide(new(InWenzhou with { FirstLicensedOn = Day(licensed) }, isNewKind, [])).Pools.ToString());

    [Fact]
    [Clause("WZ-28.6", "WZ-6.4d", "WZ-9.1")]
    public void A_removal_bars_and_who_stands_in_neither_pool_is_asked_for_the_licence_alone()
    {
        var removed = InWenzhou with { RemovedOn = [new(2026, 1, 1)] };

        Assert.False(PoolRecheck.Decide(new(removed, IsNewKind: false, [])).MayAdmit);
        var outside = PoolRecheck.Decide(new(removed with { Pools = Pools.None }, IsNewKind: false, []));
        Assert.True(outside.MayAdmit);
        Assert.Equal([VettingCriterion.Licence], outside.Findings.Select(finding => finding.Criterion));
    }

    [Fact]
    [Clause("WZ-5.2")]
    public void Whoever_enters_a_pool_meets_its_terms()
    {
        var penalised = InWenzhou with { Pools = Pools.Cases, Records = [new(OfficialRecordKind.AdministrativePenalty, new(2025, 1, 1))] };

        Assert.Empty(PoolRecheck.WhyNotEnter(new(InWenzhou with { Pools = Pools.Cases }, IsNewKind: false, [])));
        Assert.Equal(["WZ-6.4a"], PoolRecheck.WhyNotEnter(new(penalised, IsNewKind: false, [])).SelectMany(refusal => refusal.ClauseIds));
        Assert.Empty(PoolRecheck.WhyNotEnter(new(penalised with { Pools = Pools.None }, IsNewKind: false, [])));        // who only leaves a pool
        Assert.Empty(PoolRecheck.WhyNotEnter(new(penalised with { Rules = penalised.Rules with { Recruitment = penalised.Rules.Recruitment with { Pools = Pooled with { TermsHoldOnMove = new(false, "WZ-5.2") } } } }, IsNewKind: false, [])));
    }

    private static PoolRules Pooled => InWenzhou.Rules.Recruitment.Pools!;
}
