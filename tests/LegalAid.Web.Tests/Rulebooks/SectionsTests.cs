using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Corps;
using LegalAid.Rules.Disclosure;
using LegalAid.Rules.Quality;
using LegalAid.Rules.Registry;
using LegalAid.Rules.Subsidies;
using LegalAid.Store.Rulebooks;
using Xunit;

namespace LegalAid.Web.Tests.Rulebooks;

/// <summary>The books beyond assignment say what their texts say, and have no section their texts do not speak of.</summary>
public sealed class SectionsTests : IDisposable
{
    private readonly BookFolder folder = new();
    private readonly RuleBooks books;

    public SectionsTests() => books = folder.Load();

    private RuleBook Qijiang => books.InForceOn("QJ", new(2024, 3, 15));

    private RuleBook Tongliang => books.InForceOn("TL", new(2024, 1, 1));

    private RuleBook Qiandongnan => books.InForceOn("QDN", new(2024, 1, 1));

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("BB", "assignment recusals attendance")]
    [InlineData("QJ", "assignment recruitment attendance handling supervision subsidies declines")]
    [InlineData("WZ", "assignment recruitment training attendance duty points deductions ranking sanctions disclosure declines")]
    [InlineData("TL", "assignment recruitment attendance obligation supervision subsidies outreach disclosure")]
    [InlineData("QDN", "assignment recruitment attendance subsidies corps declines")]
    public void A_book_has_the_sections_its_text_speaks_of(string office, string sections) =>
        Assert.Equal(sections, string.Join(' ', books.InForceOn(office, new(2024, 5, 6)).Entries.Select(e => e.Key.Split('.')[0]).Distinct()));

    [Fact]
    public void Qijiang_plans_for_forty_lawyers_and_twenty_legal_workers_and_closes_at_five()
    {
        var recruitment = Qijiang.Recruitment!;

        Assert.Equal(new(EntryMode.Selection, "QJ-5.1c"), recruitment.Entry);
        Assert.Equal(new(Submitter.Institution, "QJ-5.1b"), recruitment.SubmittedBy);
        Assert.Equal((new(40, "QJ-1.1"), new(20, "QJ-1.1")), (recruitment.Quotas!.Lawyers, recruitment.Quotas.LegalWorkers));
        Assert.Equal(new(new(2024, 3, 15), "QJ-6.1"), recruitment.Window!.FirstDay);
        Assert.Equal(new(new(2024, 3, 20), "QJ-6.1"), recruitment.Window.LastDay);
        Assert.Equal(new(new(17, 0), "QJ-6.3"), recruitment.Window.ClosesAt);
        Assert.True(Qijiang.Book.InForceFrom <= recruitment.Window.FirstDay.Value);
    }

    [Fact]
    public void Qijiang_asks_two_years_for_crime_one_for_the_rest_and_a_clean_record()
    {
        var conditions = Qijiang.Recruitment!.Conditions!;

        Assert.Equal((new(2, "QJ-2.3a"), new(1, "QJ-2.3b")), (conditions.CriminalYears, conditions.OtherYears));
        Assert.Equal(new(3, "QJ-2.4b"), conditions.SanctionLookBackYears);
        Assert.Equal(new(true, "QJ-2.7"), conditions.WholeHistoryQualified);
        Assert.Equal(
            [AssessingBody.Ministry, AssessingBody.CityBureau, AssessingBody.PoliticalLegalCommittee, AssessingBody.DistrictBureau],
            Qijiang.Supervision!.UnqualifiedBy!.Value);
    }

    [Fact]
    public void Tongliangs_pot_is_three_hundred_thousand_yuan_for_four_purposes()
    {
        var budget = Tongliang.Subsidies!.Budget!;

        Assert.Equal(new(30_000_000, "TL-3.1b"), budget.DistrictYearlyFen);
        Assert.Equal([Purpose.CaseSubsidy, Purpose.DutySubsidy, Purpose.Publicity, Purpose.Training], budget.DistrictPurposes.Value);
        Assert.Equal("300,000 元", Text(Tongliang, "subsidies.budget.district-yearly-fen"));
    }

    [Fact]
    public void Tongliang_takes_everybody_asks_one_case_a_year_and_discloses_every_quarter()
    {
        Assert.Equal(new(EntryMode.Everyone, "TL-4.1a"), Tongliang.Recruitment!.Entry);
        Assert.Equal(new(1, "TL-4.1d"), Tongliang.Obligation!.MinCasesPerYear);
        Assert.Equal(new(3, "TL-3.2c"), Tongliang.Disclosure!.EveryMonths);
        Assert.Equal([DisclosedContent.AidGiven, DisclosedContent.SubsidiesPaid], Tongliang.Disclosure.Contents.Value);
        Assert.Equal(30, Tongliang.Outreach!.GuideItems.Value);
    }

    [Fact]
    public void Tongliangs_coefficients_are_assumed_because_the_letter_names_none()
    {
        var grades = Tongliang.Subsidies!.Grades!;

        Setting<int>[] coefficients = [grades.ExcellentPercent, grades.GoodPercent, grades.QualifiedPercent, grades.UnqualifiedPercent];
        Assert.Equal([110, 100, 90, 0], coefficients.Select(c => c.Value));
        Assert.All(coefficients, c => Assert.True(c.IsAssumed));
    }

    [Fact]
    public void Qiandongnans_corps_is_joined_by_the_person_and_left_by_counts_across_counties()
    {
        var (membership, cancellation) = (Qiandongnan.Corps!.Membership, Qiandongnan.Corps.Cancellation);

        Assert.Equal(new(Submitter.Person, "QDN-4.1a"), Qiandongnan.Recruitment!.SubmittedBy);
        Assert.Equal(DistrictReach.OwnDistrict, Qiandongnan.Recruitment.District.Value);
        Assert.Equal(new(CorpsDecider.Prefecture, "QDN-4.2a"), membership.DecidedBy);
        Assert.Equal((1, 2, 2), (cancellation.Corrections.Value, cancellation.LateFiles.Value, cancellation.MissedTrainings.Value));
        Assert.Equal(new(30, PeriodUnit.Days, true, "QDN-4.3c"), Qiandongnan.Corps.Dispatch.FileClock);
        Assert.Equal((15, true), (cancellation.CorrectionClock.Length, cancellation.CorrectionClock.AssumedBecause is not null));
    }

    [Fact]
    public void Qiandongnans_bids_close_in_time_to_assign_the_case_nobody_bid_for()
    {
        var posting = Qiandongnan.Corps!.Posting;
        var statute = books.National(new(2024, 1, 1)).Assignment.AfterNotice;

        Assert.Equal(new(BidChoice.Merit, "QDN-4.6b"), posting.Choice);
        Assert.Equal(PeriodUnit.Days, statute.Unit);
        Assert.True(posting.WindowHours.Value + posting.MarginHours.Value < statute.Length * 24);
    }

    [Theory]
    [InlineData("QJ", "recruitment.window.first-day", "2024-03-15")]
    [InlineData("QJ", "recruitment.window.closes-at", "17:00")]
    [InlineData("QJ", "recruitment.selection-factors", "执业年限、办案数量、专业能力、参与积极性")]     // side by side
    [InlineData("BB", "assignment.other-order", "受援人意愿（点援） → 提供过法律帮助的机构（属地） → 轮候")]   // one after the other
    [InlineData("QDN", "corps.posting.choice", "择优")]
    public void Settings_are_told_in_words(string office, string key, string words) =>
        Assert.Equal(words, Text(books.InForceOn(office, new(2024, 5, 6)), key));

    private static string Text(RuleBook book, string key) => book.Entries.Single(e => e.Key == key).Text;
}
