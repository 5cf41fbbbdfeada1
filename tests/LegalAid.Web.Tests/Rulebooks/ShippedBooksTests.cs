using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store.Rulebooks;
using Xunit;

namespace LegalAid.Web.Tests.Rulebooks;

/// <summary>The books in the repository say what the texts say, and mark what the texts do not say.</summary>
public sealed class ShippedBooksTests : IDisposable
{
    private readonly BookFolder folder = new();
    private readonly RuleBooks books;

    public ShippedBooksTests() => books = folder.Load();

    private RuleBook Beibei => books.InForceOn("BB", new(2024, 5, 6));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Beibeis_book_says_what_its_text_says()
    {
        var own = Beibei.Assignment;

        Assert.Equal("北碚司发〔2023〕9号", Beibei.Book.Number);
        Assert.Equal(BookStatus.Trial, Beibei.Book.Status);
        Assert.Equal(new(1, PeriodUnit.WorkingDays, false, "BB-6.1"), own.CriminalClock);
        Assert.Equal(new(3, PeriodUnit.WorkingDays, false, "BB-6.2"), own.OtherClock);
        Assert.Equal([OrderStep.Rotation], own.CriminalOrder.Value);
        Assert.Equal([OrderStep.RecipientWish, OrderStep.HelpingInstitution, OrderStep.Rotation], own.OtherOrder.Value);
        Assert.Equal(new(50, "BB-5.2"), own.CollectiveDecisionFrom);
        Assert.Equal(new(3, "BB-11.2"), own.GraveCaseMinYears);
        Assert.Equal(new(true, "BB-7.4"), own.ConflictVoidsPreference);
    }

    [Fact]
    public void What_Beibeis_text_does_not_say_is_marked_as_assumed()
    {
        string[] assumed =
        [
            "chosen-pays-turn", "criminal-intent", "criminal-weight", "discussion-attendees", "grave-case-min-criminal-cases", "grave-case-worth-percent",
            "group-case-from", "naming-clock", "next-stage-pays-turn", "other-intent", "other-order", "other-weight",
        ];

        var marked = Beibei.Entries.Where(e => e.AssumedBecause is not null).Select(e => e.Key);

        Assert.Equal([.. assumed.Select(key => "assignment." + key), "attendance.make-up-clock", "attendance.sign-in-opens-minutes"], marked.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("2022-01-01", 5, PeriodUnit.WorkingDays, "REG2012-22")] // 法律援助法施行
    [InlineData("2023-08-31", 5, PeriodUnit.WorkingDays, "REG2012-22")]
    [InlineData("2023-09-01", 5, PeriodUnit.Days, "REG-27")]            // 修订后的程序规定施行
    [InlineData("2026-12-31", 5, PeriodUnit.Days, "REG-27")]
    public void The_engagement_clock_is_that_of_the_statute_of_the_day(string day, int length, PeriodUnit unit, string clause)
    {
        var clock = books.National(DateOnly.Parse(day)).Intake.EngagementClock;

        Assert.Equal((length, unit, clause), (clock.Length, clock.Unit, clock.Clause));
    }

    [Theory]
    [InlineData("2023-08-31", "REG2012-34")]
    [InlineData("2023-09-01", "REG-40")]
    public void The_file_clock_is_thirty_days_by_the_statute_of_the_day(string day, string clause) =>
        Assert.Equal((30, PeriodUnit.Days, clause), books.National(DateOnly.Parse(day)).Intake.FileClock is var clock ? (clock.Length, clock.Unit, clock.Clause) : default);

    [Theory]
    [InlineData("criminal-clock", "1 个工作日")]
    [InlineData("naming-clock", "24 小时")]
    [InlineData("other-order", "受援人意愿（点援） → 提供过法律帮助的机构（属地） → 轮候")]
    [InlineData("criminal-weight", "可承办本案的人数")]
    [InlineData("grave-case-min-years", "3")]
    [InlineData("conflict-voids-preference", "是")]
    public void Settings_are_listed_in_words(string key, string words) =>
        Assert.Equal(words, Beibei.Entries.Single(e => e.Key == "assignment." + key).Text);

    [Fact]
    public void Clauses_are_found_by_id_and_know_their_text()
    {
        Assert.Equal("《重庆市北碚区法律援助案件指派工作制度（试行）》第十一条", books.Clause("BB-11.1").Citation);
        Assert.Equal("《中华人民共和国法律援助法》第四十三条", books.Clause("LAW-43").Citation);
        Assert.Null(books.FindClause("BB-0.0"));
        Assert.Contains("BB-0.0", Assert.Throws<KeyNotFoundException>(() => books.Clause("BB-0.0")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_version_names_office_day_and_text_and_changes_with_the_text_not_with_its_line_ends()
    {
        var shipped = Beibei.Version;
        var windows = folder.Replace(BookFolder.Beibei, "\n", "\r\n").Load().InForceOn("BB", new(2024, 1, 1)).Version;
        var changed = folder.Replace(BookFolder.Beibei, "value: 50", "value: 60").Load().InForceOn("BB", new(2024, 1, 1)).Version;

        Assert.Matches("^BB-2023-04-10-[0-9a-f]{12}$", shipped);
        Assert.Equal(shipped, windows);
        Assert.NotEqual(shipped, changed);
        Assert.Same(Beibei, books.FindVersion(shipped));
        Assert.Null(books.FindVersion(changed));
    }

    [Fact]
    public void Another_office_is_data_only()
    {
        var both = folder.AddOffice("shicheng", "SC").Load();

        Assert.Equal("SC-6.1", both.InForceOn("SC", new(2024, 1, 1)).Assignment.CriminalClock?.Clause);
        Assert.Equal("BB-6.1", both.InForceOn("BB", new(2024, 1, 1)).Assignment.CriminalClock?.Clause);
    }
}
