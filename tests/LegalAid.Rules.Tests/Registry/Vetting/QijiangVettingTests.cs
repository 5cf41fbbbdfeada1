using LegalAid.Rules.Common;
using LegalAid.Rules.Quality;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Registry.Vetting;
using Xunit;
using static LegalAid.Rules.Tests.Common.Calendars;
using static LegalAid.Rules.Tests.Registry.Vetting.Recruiting;

namespace LegalAid.Rules.Tests.Registry.Vetting;

/// <summary>綦江: counted to the closing day, 20 March 2024; what an intent lacks costs that intent alone.</summary>
public sealed class QijiangVettingTests
{
    [Fact]
    public void Who_lacks_nothing_may_be_taken_in_for_everything()
    {
        var decision = PoolVetting.Decide(InQijiang);

        Assert.True(decision.MayAdmit, string.Join(';', decision.Refusals.Select(refusal => refusal.Message)));
        Assert.Equal((Everything, Pools.Duty | Pools.Cases), (decision.Intents, decision.Pools));
    }

    [Theory]
    [Clause("QJ-5.1c")]
    [InlineData(PoolPerson.PublicLawyer)]
    [InlineData(PoolPerson.CompanyLawyer)]
    [InlineData(PoolPerson.Volunteer)]
    public void Whom_the_text_does_not_call_for_is_not_taken_in(PoolPerson person)
    {
        var facts = InQijiang with { As = person };

        Assert.Equal("NotMet QJ-5.1c", Told(Of(facts, VettingCriterion.OpenTo)));
        Assert.False(PoolVetting.Decide(facts).MayAdmit);
    }

    [Theory]
    [Clause("QJ-2.3a")]
    [InlineData("2022-03-20", "Met QJ-2.3a", true)]                     // two years on the closing day itself
    [InlineData("2022-03-21", "NotMet QJ-2.3a 2024-03-21", false)]
    [InlineData(null, "NotMet QJ-2.3a", false)]
    public void Two_years_of_criminal_practice_or_no_defence(string? firstCase, string told, bool defends)
    {
        var facts = InQijiang with { FirstCriminalCaseOn = firstCase is null ? null : Day(firstCase) };
        var decision = PoolVetting.Decide(facts);

        Assert.Equal(told, Told(Of(facts, VettingCriterion.CriminalYears)));
        Assert.Equal(defends, decision.Intents.HasFlag(ServiceIntents.CriminalDefence));
        Assert.True(decision.MayAdmit);
        Assert.True(decision.Intents.HasFlag(ServiceIntents.CivilRepresentation));
    }

    [Theory]
    [Clause("QJ-2.3b")]
    [InlineData("2023-03-20", "Met QJ-2.3b", true)]
    [InlineData("2023-03-21", "NotMet QJ-2.3b 2024-03-21", false)]
    public void One_year_since_the_licence_for_other_matters_and_for_duty(string licensed, string told, bool admitted)
    {
        var facts = InQijiang with { FirstLicensedOn = Day(licensed), FirstCriminalCaseOn = Day(licensed) };
        var decision = PoolVetting.Decide(facts);

        Assert.Equal(told, Told(Of(facts, VettingCriterion.OtherYears)));
        Assert.Equal(told, Told(Of(facts, VettingCriterion.DutyYears)));
        Assert.Equal(admitted, decision.MayAdmit);
        Assert.Equal(admitted ? [] : ["vetting-nothing-left 最早自2024-03-21起符合"], decision.Refusals.Select(refusal => $"{refusal.Code} {refusal.Fact}"));
    }

    [Fact]
    [Clause("QJ-2.3b")]
    public void Duty_alone_is_an_application_too() =>
        Assert.Equal((ServiceIntents.None, Pools.Duty, true), Granted(InQijiang with { Intents = ServiceIntents.None, Pools = Pools.Duty }));

    [Theory]
    [Clause("QJ-2.3a")]
    [InlineData("2022-02-28", true)]
    [InlineData("2022-03-01", false)]
    public void Years_of_a_leap_day_end_with_february(string closing, bool met) =>
        Assert.Equal(met, Of(InQijiang with { FirstCriminalCaseOn = new(2020, 2, 29), ClosingDay = Day(closing).AddDays(met ? 0 : -2) }, VettingCriterion.CriminalYears).Verdict == Verdict.Met);

    [Fact]
    [Clause("QJ-2.3a")]
    public void A_legal_worker_never_defends_and_keeps_the_rest()
    {
        var facts = InQijiang with { As = PoolPerson.LegalWorker };

        Assert.Equal("NotMet LAW-25", Told(Of(facts, VettingCriterion.LawyersOnly)));
        Assert.Equal((Everything & ~ServiceIntents.CriminalDefence, Pools.Duty | Pools.Cases, true), Granted(facts));
    }

    [Theory]
    [Clause("QJ-2.2")]
    [InlineData("重庆市綦江区", "Met QJ-2.2")]
    [InlineData("重庆市渝中区", "NotMet QJ-2.2")]
    [InlineData(null, "NotMet QJ-2.2")]
    public void The_institution_is_of_the_district(string? district, string told)
    {
        var facts = InQijiang with { District = district };

        Assert.Equal(told, Told(Of(facts, VettingCriterion.District)));
        Assert.Equal(told.StartsWith("Met", StringComparison.Ordinal), PoolVetting.Decide(facts).MayAdmit);
    }

    [Theory]
    [Clause("QJ-2.4b")]
    [InlineData(OfficialRecordKind.AdministrativePenalty, "2021-03-20", "NotMet QJ-2.4b 2024-03-21")]      // the third anniversary is still within three years
    [InlineData(OfficialRecordKind.AdministrativePenalty, "2021-03-19", "Met QJ-2.4b")]
    [InlineData(OfficialRecordKind.IndustrySanction, "2023-06-01", "NotMet QJ-2.4b 2026-06-02")]
    [InlineData(OfficialRecordKind.IndustrySanction, "2024-03-22", "NotMet QJ-2.4b 2027-03-23")]           // after the closing day: it counts all the same
    [InlineData(OfficialRecordKind.VerifiedComplaint, "2023-06-01", "Met QJ-2.4b")]
    public void Three_years_without_a_penalty_count_from_the_day_it_took_effect(OfficialRecordKind kind, string effective, string told) =>
        Assert.Equal(told, Told(Of(InQijiang with { Records = [new(kind, Day(effective))] }, VettingCriterion.Sanctions)));

    [Theory]
    [Clause("QJ-2.4b")]
    [InlineData("2021-03-20", null, "NeedsPerson QJ-2.4b")]         // within three years, as a recorded one would be
    [InlineData("2021-03-19", null, "Met QJ-2.4b")]
    [InlineData("2023-06-01", true, "Met QJ-2.4b")]
    [InlineData("2023-06-01", false, "NotMet QJ-2.4b")]
    public void A_penalty_stated_and_not_recorded_is_looked_into_by_a_person(string stated, bool? cleared, string told)
    {
        var facts = InQijiang with { StatedSanctions = [Day(stated)], Confirmations = [.. InQijiang.Confirmations, .. cleared is { } met ? [new ConfirmationFact(VettingCriterion.Sanctions, met)] : Array.Empty<ConfirmationFact>()] };

        Assert.Equal(told, Told(Of(facts, VettingCriterion.Sanctions)));
        Assert.Equal(told.StartsWith("NeedsPerson", StringComparison.Ordinal) || cleared is not null, ConfirmedByPerson.Open(facts, PoolVetting.Decide(facts)).Contains(VettingCriterion.Sanctions));
    }

    [Theory]
    [Clause("QJ-2.4c")]
    [InlineData(OfficialRecordKind.VerifiedComplaint, "2021-03-20", "NotMet QJ-2.4c 2024-03-21")]
    [InlineData(OfficialRecordKind.VerifiedComplaint, "2021-03-19", "Met QJ-2.4c")]
    [InlineData(OfficialRecordKind.IndustrySanction, "2023-06-01", "Met QJ-2.4c")]
    public void A_complaint_found_true_stands_for_three_years(OfficialRecordKind kind, string effective, string told) =>
        Assert.Equal(told, Told(Of(InQijiang with { Records = [new(kind, Day(effective))] }, VettingCriterion.Complaints)));

    [Theory]
    [Clause("QJ-2.7")]
    [InlineData("", 0, "NotApplicable QJ-2.7")]
    [InlineData("", 3, "NotApplicable QJ-2.7")]                                       // handled here, nothing graded: told, not passed in silence
    [InlineData("1 good 2020-01-01", 1, "Met QJ-2.7")]
    [InlineData("1 poor 2010-01-01", 1, "NotMet QJ-2.7")]                             // no limit of time
    [InlineData("1 poor 2010-01-01,1 good 2011-01-01", 1, "Met QJ-2.7")]              // graded anew: the later grade counts
    [InlineData("1 good 2010-01-01,1 poor 2011-01-01,2 good 2012-01-01", 2, "NotMet QJ-2.7")]
    [InlineData("1 poor 2010-01-01 市司法局,1 good 2011-01-01 綦江区司法局", 1, "NotMet QJ-2.7")]     // the higher body's counts, though the lower one's came later
    [InlineData("1 good 2010-01-01 司法部,1 poor 2011-01-01 市司法局", 1, "Met QJ-2.7")]
    [InlineData("1 poor 2010-01-01 市司法局,1 good 2011-01-01 市司法局", 1, "Met QJ-2.7")]           // of one level the latest
    [InlineData("1 good 2011-01-01 綦江区司法局,1 poor 2010-01-01 綦江区司法局", 1, "Met QJ-2.7")]   // whatever the order they were told in
    [InlineData("1 good 2010-01-01 綦江区司法局,1 poor 2011-01-01 区委政法委", 1, "Met QJ-2.7")]     // 政法委 is no level
    [InlineData("1 poor 2010-01-01 区委政法委", 1, "NotMet QJ-2.7")]                                 // and counts where nobody else graded
    public void Every_case_handled_here_was_at_least_qualified(string grades, int cases, string told) =>
        Assert.Equal(told, Told(Of(InQijiang with { Grades = Grades(grades), CasesHere = cases }, VettingCriterion.Grades)));

    [Fact]
    [Clause("QJ-2.5b")]
    public void Without_an_assessment_passed_nobody_comes_in()
    {
        Assert.Equal("NeedsPerson QJ-2.5b", Told(Of(InQijiang with { Assessment = null }, VettingCriterion.Assessment)));
        Assert.Equal("NotMet QJ-2.5b", Told(Of(InQijiang with { Assessment = new(new(2024, 3, 25), Passed: false) }, VettingCriterion.Assessment)));
        Assert.Equal(["vetting-open QJ-2.5b"], Refused(InQijiang with { Assessment = null }));
    }

    [Theory]
    [InlineData(VettingCriterion.Character, "QJ-2.1")]
    [InlineData(VettingCriterion.Conduct, "QJ-2.4a")]
    [InlineData(VettingCriterion.Skill, "QJ-2.8")]
    [Clause("QJ-2.1", "QJ-2.4a", "QJ-2.8")]
    public void What_nobody_can_compute_a_person_confirms(VettingCriterion criterion, string clause)
    {
        ConfirmationFact[] others = [.. InQijiang.Confirmations.Where(confirmed => confirmed.Criterion != criterion)];

        Assert.Equal([$"vetting-open {clause}"], Refused(InQijiang with { Confirmations = others }));
        Assert.Equal([$"vetting-not-met {clause}"], Refused(InQijiang with { Confirmations = [.. others, new(criterion, Met: false)] }));
    }

    [Fact]
    public void The_institutions_opinion_is_asked() => Assert.Equal(["vetting-not-met QJ-5.2"], Refused(InQijiang with { HasInstitutionOpinion = false }));

    [Fact]
    public void The_same_facts_give_the_same_bytes_and_come_back_from_them()
    {
        var json = CanonicalJson.Write(InQijiang);

        Assert.Equal(CanonicalJson.Write(PoolVetting.Decide(InQijiang)), CanonicalJson.Write(PoolVetting.Decide(CanonicalJson.Read<VettingFacts>(json))));
        Assert.Equal(CanonicalJson.Write(PoolVetting.Decide(InWenzhou)), CanonicalJson.Write(PoolVetting.Decide(CanonicalJson.Read<VettingFacts>(CanonicalJson.Write(InWenzhou)))));
    }

    private static (ServiceIntents Intents, Pools Pools, bool MayAdmit) Granted(VettingFacts facts) => PoolVetting.Decide(facts) is var decision ? (decision.Intents, decision.Pools, decision.MayAdmit) : default;

    private static IEnumerable<string> Refused(VettingFacts facts) => PoolVetting.Decide(facts).Refusals.Select(refusal => $"{refusal.Code} {string.Join('+', refusal.ClauseIds)}");

    private static List<CaseGradeFact> Grades(string told) =>
        [.. told.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(grade => grade.Split(' ')).Select(parts => new CaseGradeFact(parts[0], parts[1] == "poor", Day(parts[2]), parts.Length > 3 ? AssessmentLevels.Of(parts[3]) : null))];
}
