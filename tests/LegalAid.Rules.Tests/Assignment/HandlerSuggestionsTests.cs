using LegalAid.Rules.Assignment;
using Xunit;

namespace LegalAid.Rules.Tests.Assignment;

/// <summary>What the grades speak for, and when a suggestion or a reported interest can be taken.</summary>
public sealed class HandlerSuggestionsTests
{
    [Theory]
    [Clause("BB-9.2")]
    [InlineData(0, 0, null)]
    [InlineData(1, 0, SuggestedNaming.Prefer)]
    [InlineData(0, 1, SuggestedNaming.Avoid)]
    [InlineData(5, 1, SuggestedNaming.Avoid)]       // one case not up to standard outweighs what was good
    public void Grades_speak_for_or_against(int excellent, int unqualified, SuggestedNaming? naming) =>
        Assert.Equal(naming, HandlerSuggestions.FromGrades(new(excellent, 3, 3, unqualified)));

    [Theory]
    [Clause("BB-9.2")]
    [InlineData(true, false, null)]
    [InlineData(false, false, "suggest-left")]
    [InlineData(true, true, "suggest-standing")]
    public void One_suggestion_stands_about_somebody_of_the_pool(bool inPool, bool standing, string? refused) =>
        Assert.Equal(refused, HandlerSuggestions.WhyNotSuggest(inPool, standing)?.Code);

    [Theory]
    [Clause("CF-16")]
    [InlineData(true, true, false, null)]
    [InlineData(false, true, false, "report-early")]
    [InlineData(true, false, false, "report-handler")]
    [InlineData(true, true, true, "report-waits")]
    public void An_interest_is_reported_once_by_who_handles_the_case(bool hasHandler, bool isHandler, bool waits, string? refused) =>
        Assert.Equal(refused, ConflictReporting.WhyNotReport(new(hasHandler, isHandler, waits))?.Code);

    [Theory]
    [Clause("CF-16")]
    [InlineData(true, true, null)]
    [InlineData(false, true, "report-decided")]
    [InlineData(true, false, "report-undone")]
    public void A_report_is_decided_once_while_the_assignment_stands(bool waits, bool stands, string? refused) =>
        Assert.Equal(refused, ConflictReporting.WhyNotDecide(waits, stands)?.Code);
}
