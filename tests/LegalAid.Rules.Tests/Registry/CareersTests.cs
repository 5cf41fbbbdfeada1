using LegalAid.Rules.Registry;
using Xunit;

namespace LegalAid.Rules.Tests.Registry;

/// <summary>Years of practice out of the lines of somebody's employment.</summary>
public sealed class CareersTests
{
    [Theory]
    [Clause("QJ-F.4")]
    [InlineData("2022-03-20~", "2022-03-20", 2)]                              // two years on the closing day
    [InlineData("2022-03-21~", "2022-03-21", 1)]
    [InlineData("2016-06-17~2018-06-16,2023-06-17~", "2016-06-17", 2)]        // a gap of five years counts for nothing
    [InlineData("2020-01-01~2022-12-31,2021-01-01~", "2020-01-01", 4)]        // days that overlap count once
    [InlineData("2021-01-01~,2020-01-01~2022-12-31", "2020-01-01", 4)]        // whatever the order
    [InlineData("2010-01-01~", "2022-03-20", 2)]                              // a trainee's years before the licence
    [InlineData("2024-03-21~", "2010-01-01", 0)]                              // begun after the day counted to
    [InlineData("2023-03-20~2024-03-19", "2010-01-01", 0)]                    // a day short
    [InlineData("2023-03-20~2024-03-20", "2010-01-01", 1)]
    [InlineData("", "2010-01-01", 0)]
    public void Years_are_what_the_lines_add_up_to(string lines, string licensed, int years) =>
        Assert.Equal(years, Careers.FullYears(lines.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Span), DateOnly.Parse(licensed), new(2024, 3, 20)));

    private static CareerSpan Span(string line) => line.Split('~') is [var first, var last] ? new(DateOnly.Parse(first), last.Length > 0 ? DateOnly.Parse(last) : null) : throw new ArgumentException("Not a stretch.", nameof(line));
}
