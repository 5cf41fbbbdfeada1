using LegalAid.Rules.Training;
using Xunit;
using static LegalAid.Rules.Tests.Assignment.Beibei;
using static LegalAid.Rules.Tests.Common.Calendars;

namespace LegalAid.Rules.Tests.Training;

/// <summary>Who is on probation, how long, beside whom, and how it ends.</summary>
public sealed class OnProbationTests
{
    internal static readonly ProbationRules Rules = new(
        new(1, "WZ-19.1"), new(false, "WZ-19.1"), new(3, "WZ-19.1"), new(true, "WZ-19.2"), new(3, "WZ-19.2"), new(true, "WZ-19.3"), new(1, "WZ-19.3"));

    [Theory]
    [Clause("WZ-19.1")]
    [InlineData(true, "2025-06-18", "2026-01-01", true)]        // a day short of a year when joining on 17 June 2026
    [InlineData(true, "2025-06-17", "2026-01-01", false)]       // 不满一年: the anniversary is a full year
    [InlineData(true, null, "2026-01-01", null)]                // nobody knows
    [InlineData(true, null, "2025-06-17", false)]               // the certificate is older than the licence
    [InlineData(false, "2026-01-01", "2026-01-01", false)]      // no duty, no probation
    public void A_certificate_younger_than_a_year_brings_a_probation(bool forDuty, string? qualified, string licensed, bool? needed) =>
        Assert.Equal(needed, OnProbation.IsNeeded(new(forDuty, qualified is null ? null : Day(qualified), Day(licensed), Day("2026-06-17")), Rules));

    [Fact]
    public void A_young_licence_counts_where_the_book_says_so() =>
        Assert.True(OnProbation.IsNeeded(new(true, Day("2020-01-01"), Day("2026-01-01"), Day("2026-06-17")), Rules with { LicenceCountsToo = new(true, "WZ-19.1") }));

    [Theory]
    [Clause("WZ-19.1")]
    [InlineData("2026-06-05", "2026-09-04")]
    [InlineData("2026-11-30", "2027-02-27")]        // there is no 30 February: counted to the 28th, less a day
    [InlineData("2026-07-01", "2026-09-30")]
    public void It_lasts_three_months(string starts, string ends) => Assert.Equal(Day(ends), OnProbation.EndsOn(Day(starts), Rules));

    [Theory]
    [InlineData(false, true, false, "2023-06-17", "")]
    [InlineData(false, true, false, "2023-06-18", "companion-years:WZ-19.2")]
    [InlineData(false, true, true, "2010-01-01", "companion-not-senior:WZ-19.2")]
    [InlineData(false, false, false, "2010-01-01", "companion-not-senior:WZ-19.2")]
    [InlineData(true, true, false, "2010-01-01", "companion-self:WZ-19.2")]
    [InlineData(false, true, false, null, "companion-years:WZ-19.2")]
    public void A_companion_is_experienced_and_not_on_probation(bool self, bool inPool, bool onProbation, string? first, string refused) =>
        Assert.Equal(refused, Codes(OnProbation.WhyNotCompanion(new(self, inPool, onProbation, first is null ? null : Day(first)), Rules, Day("2026-06-17"))));

    [Theory]
    [Clause("WZ-19.3")]
    [InlineData("2026-09-03", "probation-running")]
    [InlineData("2026-09-04", "")]
    public void It_is_judged_on_its_last_day_at_the_earliest(string today, string refused) =>
        Assert.Equal(refused, OnProbation.WhyNotAssess(Day("2026-09-04"), Day(today), Rules)?.Code ?? "");

    [Theory]
    [InlineData(true, false, "probation-alone")]
    [InlineData(true, true, "")]
    [InlineData(false, false, "")]
    public void Nobody_begins_alone_where_beginners_are_paired(bool paired, bool companion, string refused) =>
        Assert.Equal(refused, OnProbation.WhyNotAlone(companion, Rules with { Paired = new(paired, "WZ-19.2") })?.Code ?? "");

    [Theory]
    [Clause("WZ-19.3")]
    [InlineData(false, "2026-09-04", false)]
    [InlineData(false, "2026-09-05", true)]         // the day after the last
    [InlineData(true, "2026-09-05", false)]
    public void Without_an_assessment_it_is_over_by_itself(bool assessed, string today, bool over)
    {
        var rules = Rules with { EndsWithAssessment = new(assessed, "WZ-19.3") };

        Assert.Equal(over, OnProbation.IsOverByItself(Day("2026-09-04"), Day(today), rules));
        Assert.Equal(assessed ? null : "probation-unjudged", OnProbation.WhyNotAssess(Day("2026-09-04"), Day("2026-09-05"), rules)?.Code);
    }

    [Theory]
    [Clause("WZ-19.3")]
    [InlineData(0, "")]
    [InlineData(1, "probation-extended")]
    public void It_is_extended_once(int extensions, string refused) => Assert.Equal(refused, OnProbation.WhyNotExtend(extensions, Rules)?.Code ?? "");
}
