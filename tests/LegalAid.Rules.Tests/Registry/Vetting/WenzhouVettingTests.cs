using System.Text.Json;
using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Registry.Vetting;
using Xunit;
using static LegalAid.Rules.Tests.Common.Calendars;
using static LegalAid.Rules.Tests.Registry.Vetting.Recruiting;

namespace LegalAid.Rules.Tests.Registry.Vetting;

/// <summary>温州: two pools with terms of their own, conditions written for social lawyers, counted to the day of the application; and 黔东南, whose text asks next to nothing.</summary>
public sealed class WenzhouVettingTests
{
    [Fact]
    public void Who_lacks_nothing_may_be_taken_into_both_pools() => Assert.Equal((Pools.Duty | Pools.Cases, ""), Granted(InWenzhou));

    [Theory]
    [Clause("WZ-6.6", "WZ-6.5", "WZ-5.2")]
    [InlineData("2024-06-17", "2026-06-17", "Duty, Cases", "Met WZ-6.6")]                           // two years on that very day
    [InlineData("2024-06-18", "2026-06-17", "Duty", "NotMet WZ-6.6 2026-06-18")]
    [InlineData("2024-02-29", "2026-02-28", "Duty, Cases", "Met WZ-6.6")]                           // no 29 February: the last day of the month
    [InlineData("2024-02-29", "2026-02-27", "Duty", "NotMet WZ-6.6 2026-02-28")]
    [InlineData("2026-06-16", "2026-06-17", "Duty", "NotMet WZ-6.6 2028-06-16")]                    // the duty pool asks no years (WZ-6.5)
    public void Two_years_since_the_licence_for_the_case_pool_and_none_for_duty(string licensed, string submitted, string pools, string told)
    {
        var facts = InWenzhou with { FirstLicensedOn = Day(licensed), SubmittedOn = Day(submitted) };

        Assert.Equal(told, Told(Of(facts, VettingCriterion.CasePoolYears)));
        Assert.Equal("Met WZ-6.5", Told(Of(facts, VettingCriterion.DutyYears)));
        Assert.Equal((pools, ""), (PoolVetting.Decide(facts).Pools.ToString(), Granted(facts).Refused));
    }

    [Fact]
    [Clause("WZ-6.6")]
    public void The_case_pool_alone_without_its_years_leaves_nothing() =>
        Assert.Equal((Pools.None, "vetting-nothing-left"), Granted(InWenzhou with { Pools = Pools.Cases, FirstLicensedOn = new(2025, 1, 1) }));

    [Fact]
    [Clause("WZ-5.3")]
    public void The_case_pool_does_not_look_where_one_is_registered() =>
        Assert.All(PoolVetting.Decide(InWenzhou).Findings.Where(finding => finding.Criterion == VettingCriterion.District), finding => Assert.Equal("Met WZ-5.3", Told(finding)));

    [Theory]
    [InlineData(PoolPerson.PublicLawyer)]
    [InlineData(PoolPerson.CentreStaff)]
    [Clause("WZ-6.1")]
    public void Article_six_is_written_for_social_lawyers(PoolPerson person)
    {
        var facts = InWenzhou with { As = person, FirstLicensedOn = new(2026, 6, 1), Confirmations = [], PartyDiscipline = null, CommitmentSigned = false, HasLicenceCopy = false };

        Assert.Equal("NotApplicable WZ-6.1", Told(Of(facts, VettingCriterion.WrittenFor)));
        Assert.Equal((Pools.Duty | Pools.Cases, ""), Granted(facts));
    }

    [Fact]
    [Clause("WZ-5.1", "WZ-7.3b", "WZ-7.3c")]
    public void Of_a_public_lawyer_department_and_bar_are_asked_and_of_a_company_lawyer_the_text_does_not_speak()
    {
        var facts = InWenzhou with { As = PoolPerson.PublicLawyer, District = null };

        Assert.Equal((Pools.Duty | Pools.Cases, ""), Granted(facts));
        Assert.StartsWith("NeedsPerson WZ-7.3b", Told(Of(facts with { Opinions = [] }, VettingCriterion.BureauOpinion)), StringComparison.Ordinal);
        Assert.Equal("NotMet WZ-5.1", Told(Of(facts with { As = PoolPerson.CompanyLawyer }, VettingCriterion.OpenTo)));
    }

    [Fact]
    public void A_volunteer_only_advises() =>
        Assert.Equal((Pools.Duty, ""), Granted(InWenzhou with { As = PoolPerson.Volunteer, Confirmations = [], Opinions = [] }));

    [Fact]
    public void A_legal_worker_is_not_among_those_the_pool_is_open_to() => Assert.Equal("vetting-not-met", Granted(InWenzhou with { As = PoolPerson.LegalWorker }).Refused.Split(' ')[0]);

    [Theory]
    [Clause("WZ-6.4d", "WZ-28.6")]
    [InlineData("2023-06-17", "NotMet WZ-6.4d+WZ-28.6 2026-06-18")]         // barred through the third anniversary
    [InlineData("2023-06-16", "Met WZ-6.4d+WZ-28.6")]                       // free the day after
    [InlineData("2024-02-29", "NotMet WZ-6.4d+WZ-28.6 2027-03-01")]
    [InlineData(null, "Met WZ-6.4d+WZ-28.6")]
    public void A_removal_bars_through_the_third_anniversary(string? removed, string told)
    {
        var facts = InWenzhou with { RemovedOn = removed is null ? [] : [Day(removed)] };

        Assert.Equal(told, Told(Of(facts, VettingCriterion.Removal)));
        Assert.Equal(told.StartsWith("Met", StringComparison.Ordinal), PoolVetting.Decide(facts).MayAdmit);
        Assert.Equal(told, Told(Of(facts with { As = PoolPerson.PublicLawyer }, VettingCriterion.Removal)));       // whoever applies, as whatever
    }

    [Fact]
    [Clause("WZ-6.4d")]
    public void A_pool_that_makes_it_no_condition_leaves_a_removal_to_the_bar_on_applying()
    {
        var recruitment = InWenzhou.Rules.Recruitment;
        var pools = recruitment.Pools! with { Conditions = recruitment.Pools!.Conditions with { RemovedBarred = new(false, "WZ-6.4d") } };
        var facts = InWenzhou with { RemovedOn = [Day("2025-06-17")], Rules = InWenzhou.Rules with { Recruitment = recruitment with { Pools = pools } } };

        Assert.DoesNotContain(PoolVetting.Decide(facts).Findings, finding => finding.Criterion == VettingCriterion.Removal);
    }

    [Fact]
    public void A_decision_stored_with_settings_the_books_no_longer_have_is_read_and_gives_the_same()
    {
        const string gone = "{\"value\":true,\"clause\":\"WZ-28.6\",\"assumedBecause\":\"推定\"}";
        var facts = InWenzhou with { RemovedOn = [Day("2023-06-17")], Rules = InWenzhou.Rules with { Recruitment = InWenzhou.Rules.Recruitment with { Window = RecruitmentBooks.Qijiang.Window } } };
        var now = CanonicalJson.Write(facts);
        var before = now.Replace("\"removal\":{", $"\"removal\":{{\"endsBothPools\":{gone},\"ownOfficeOnly\":{gone},\"listChangedAtOnce\":{gone},", StringComparison.Ordinal)
            .Replace("\"window\":{", $"\"window\":{{\"lateForfeits\":{gone},", StringComparison.Ordinal);

        var read = CanonicalJson.Read<VettingFacts>(before);

        Assert.Equal(now.Length + (4 * gone.Length) + "\"endsBothPools\":,\"ownOfficeOnly\":,\"listChangedAtOnce\":,\"lateForfeits\":,".Length, before.Length);
        Assert.Equal(now, CanonicalJson.Write(read));
        Assert.Equal(CanonicalJson.Write(PoolVetting.Decide(facts)), CanonicalJson.Write(PoolVetting.Decide(read)));
        Assert.Throws<JsonException>(() => CanonicalJson.Read<VettingFacts>(now.Replace("\"removal\":{", $"\"removal\":{{\"neverThere\":{gone},", StringComparison.Ordinal)));
    }

    [Theory]
    [Clause("WZ-6.4a")]
    [InlineData("2023-06-17", "NotMet WZ-6.4a 2026-06-18")]
    [InlineData("2023-06-16", "Met WZ-6.4a")]
    public void Three_years_without_a_penalty(string effective, string told) =>
        Assert.Equal(told, Told(Of(InWenzhou with { Records = [new(OfficialRecordKind.AdministrativePenalty, Day(effective))] }, VettingCriterion.Sanctions)));

    [Theory]
    [Clause("WZ-6.4a")]
    [InlineData(true, "NotMet WZ-6.4a")]
    [InlineData(false, "Met WZ-6.4a")]
    [InlineData(null, "NeedsPerson WZ-6.4a")]
    public void Party_discipline_is_declared_as_yes_or_no(bool? declared, string told) => Assert.Equal(told, Told(Of(InWenzhou with { PartyDiscipline = declared }, VettingCriterion.PartyDiscipline)));

    [Theory]
    [Clause("WZ-6.4c")]
    [InlineData("2023-06-17", "NotMet WZ-6.4c 2026-06-18")]
    [InlineData("2023-06-16", "Met WZ-6.4c")]
    public void Three_years_without_an_unqualified_case(string graded, string told) =>
        Assert.Equal(told, Told(Of(InWenzhou with { Grades = [new("1", Unqualified: true, Day(graded))] }, VettingCriterion.Grades)));

    [Theory]
    [InlineData(VettingCriterion.Character, "WZ-6.1")]
    [InlineData(VettingCriterion.Dedication, "WZ-6.2")]
    [InlineData(VettingCriterion.Fitness, "WZ-6.3")]
    [Clause("WZ-6.1", "WZ-6.2", "WZ-6.3")]
    public void Character_dedication_and_fitness_are_confirmed_by_a_person(VettingCriterion criterion, string clause) =>
        Assert.Equal($"NeedsPerson {clause}", Told(Of(InWenzhou with { Confirmations = [] }, criterion)));

    [Theory]
    [Clause("WZ-7.3b", "WZ-7.3c")]
    [InlineData(null, false, "NeedsPerson WZ-7.3b", false)]
    [InlineData(null, true, "NotApplicable WZ-7.3b+WZ-7.3b", true)]        // silence stops nobody
    [InlineData(OpinionReply.NoObjection, false, "Met WZ-7.3b", true)]
    [InlineData(OpinionReply.Objects, false, "NeedsPerson WZ-7.3b", true)]  // weighed by the head
    public void An_opinion_is_waited_for_until_its_clock_ends(OpinionReply? reply, bool overdue, string told, bool admits)
    {
        var facts = InWenzhou with { Opinions = [new(OpinionBody.Bureau, overdue, reply), InWenzhou.Opinions[1]] };

        Assert.Equal(told, Told(Of(facts, VettingCriterion.BureauOpinion)));
        Assert.Equal(admits, PoolVetting.Decide(facts).MayAdmit);
    }

    [Fact]
    [Clause("WZ-7.3b", "WZ-7.3c")]
    public void Opinions_that_were_never_asked_stop_the_application() =>
        Assert.Equal((Pools.Duty | Pools.Cases, "vetting-open vetting-open"), Granted(InWenzhou with { Opinions = [] }));

    [Theory]
    [Clause("QDN-3.1")]
    [InlineData("黔东南州凯里市", true)]
    [InlineData("黔东南州榕江县", true)]
    [InlineData("贵州省贵阳市", false)]
    public void The_corps_takes_whoever_practises_in_the_prefecture(string district, bool admits) =>
        Assert.Equal(admits, PoolVetting.Decide(InQiandongnan with { District = district }).MayAdmit);

    private static (Pools Pools, string Refused) Granted(VettingFacts facts) =>
        PoolVetting.Decide(facts) is var decision ? (decision.Pools, string.Join(' ', decision.Refusals.Select(refusal => refusal.Code))) : default;
}
