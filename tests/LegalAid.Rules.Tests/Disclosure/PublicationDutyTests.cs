using LegalAid.Rules.Common;
using LegalAid.Rules.Disclosure;
using Xunit;

namespace LegalAid.Rules.Tests.Disclosure;

public sealed class PublicationDutyTests
{
    private static readonly WorkCalendar Calendar = new([new(new(2026, 1, 1), "元旦")], [], [2026]);

    [Theory]
    [InlineData(12, "2026-06-17", "2026-01-01")]
    [InlineData(3, "2026-03-31", "2026-01-01")]
    [InlineData(3, "2026-04-01", "2026-04-01")]
    [InlineData(6, "2026-12-31", "2026-07-01")]
    public void Periods_begin_with_January(int months, string day, string first) => Assert.Equal(DateOnly.Parse(first), PublicationDuty.PeriodOf(DateOnly.Parse(day), Every(months)));

    [Theory]
    [InlineData("2025-12-31", true)]        // the year before
    [InlineData("2026-01-01", false)]
    [InlineData(null, true)]
    [Clause("WZ-8.3")]
    public void A_list_is_due_until_the_one_of_the_year_is_out(string? last, bool due) =>
        Assert.Equal(due, PublicationDuty.Due(last is null ? null : DateOnly.Parse(last), new(2026, 6, 17), Every(12), Calendar) is not null);

    [Fact]
    [Clause("WZ-8.3")]
    public void It_is_out_in_time_through_the_tenth_working_day_of_the_year()
    {
        var due = PublicationDuty.Due(null, new(2026, 1, 5), Every(12), Calendar)!;

        // 2 January is a Friday, the first day worked; 5 to 9 are 2 to 6, 12 to 15 are 7 to 10.
        Assert.Equal(new(2026, 1, 15), due.LastDay);
        Assert.Equal((false, true), (due.IsOverdue(new(2026, 1, 15, 23, 59, 0)), due.IsOverdue(new(2026, 1, 16))));
    }

    private static DisclosureRules Every(int months) => new(new(months, "WZ-8.3"), new([DisclosedContent.AidGiven], "WZ-8.3"), new("网站", "WZ-8.3"), new(10, PeriodUnit.WorkingDays, false, "WZ-8.3"));
}
