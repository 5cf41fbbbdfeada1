using LegalAid.Rules.Training;
using Xunit;
using static LegalAid.Rules.Tests.Assignment.Beibei;
using static LegalAid.Rules.Tests.Common.Calendars;

namespace LegalAid.Rules.Tests.Training;

/// <summary>Who may guide a beginner, on 17 June 2026.</summary>
public sealed class MentoringTests
{
    private static readonly MentorRules Rules = new(
        new(true, "WZ-24.1"), new(true, "WZ-24.1"), new(true, "WZ-24.1"), new(3, "WZ-24.2"), new(true, "WZ-24.2"), new(true, "WZ-24.2"), new(true, "WZ-24.3"));

    [Theory]
    [Clause("WZ-24.2")]
    [InlineData("2023-06-17", true, false, "")]                                     // three years to the day: 以上 includes it
    [InlineData("2023-06-18", true, false, "mentor-years:WZ-24.2")]
    [InlineData(null, true, false, "mentor-years:WZ-24.2")]
    [InlineData("2010-01-01", false, false, "mentor-outside-pool:WZ-24.2")]
    [InlineData("2010-01-01", true, true, "mentor-self:WZ-24.2")]
    public void A_mentor_is_in_the_pool_and_has_three_years_of_aid_cases(string? first, bool inPool, bool self, string refused) =>
        Assert.Equal(refused, Codes(Mentoring.WhyNotMentor(new(self, inPool, first is null ? null : Day(first), null), Rules, Day("2026-06-17"))));

    [Theory]
    [Clause("WZ-24.2")]
    [InlineData(true, "2023-06-17", null, "")]                                      // elsewhere counts
    [InlineData(false, "2010-01-01", null, "mentor-years:WZ-24.2")]
    [InlineData(false, "2010-01-01", "2023-06-18", "mentor-years:WZ-24.2")]
    [InlineData(false, "2010-01-01", "2023-06-17", "")]                             // three years here
    public void The_years_of_a_mentor_are_counted_from_the_first_case_anywhere_or_here_as_the_book_says(bool anywhere, string first, string? here, string refused) => Assert.Equal(
        refused, Codes(Mentoring.WhyNotMentor(new(false, true, Day(first), here is null ? null : Day(here)), Rules with { FromFirstCaseAnywhere = new(anywhere, "WZ-24.2") }, Day("2026-06-17"))));
}
