using LegalAid.Rules.Quality;
using Xunit;

namespace LegalAid.Rules.Tests.Quality;

public sealed class ReviewGivingTests
{
    private static readonly DateOnly Today = new(2026, 6, 17);
    private static readonly ReviewGift Good = new(HasHandler: true, IsStanding: false, SameInstitution: false, IsParty: false, Today.AddDays(10), Today);

    [Fact]
    [Clause("CF-17")]
    public void Neither_the_own_institutions_case_nor_one_of_the_own_name_is_reviewed()
    {
        Assert.Null(ReviewGiving.WhyNotGive(Good));
        Assert.Equal("review-institution", ReviewGiving.WhyNotGive(Good with { SameInstitution = true })?.Code);
        Assert.Equal("review-party", ReviewGiving.WhyNotGive(Good with { IsParty = true })?.Code);
        Assert.Equal(["CF-17"], ReviewGiving.WhyNotGive(Good with { SameInstitution = true })!.ClauseIds);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(-1, "review-due")]
    public void The_day_lies_ahead_or_is_today(int days, string? code) => Assert.Equal(code, ReviewGiving.WhyNotGive(Good with { DueOn = Today.AddDays(days) })?.Code);

    [Fact]
    public void A_case_without_a_handler_or_given_already_is_not_given()
    {
        Assert.Equal("review-early", ReviewGiving.WhyNotGive(Good with { HasHandler = false })?.Code);
        Assert.Equal("review-standing", ReviewGiving.WhyNotGive(Good with { IsStanding = true })?.Code);
    }
}
