using LegalAid.Rules.Registry;
using Xunit;

namespace LegalAid.Rules.Tests.Registry;

public sealed class BroughtAlongTests
{
    [Theory]
    [InlineData("2026-06-17", "2026-06-17", 4)]
    [InlineData("2026-06-17", "2027-06-17", 4)]     // the anniversary itself
    [InlineData("2026-06-17", "2027-06-18", 0)]
    [InlineData("2024-02-29", "2025-02-28", 4)]
    [InlineData("2024-02-29", "2025-03-01", 0)]
    [InlineData(null, "2026-06-17", 0)]             // of when, nobody said
    public void A_reported_year_counts_as_the_last_year_until_its_anniversary(string? asOf, string today, int counted) =>
        Assert.Equal(counted, BroughtAlong.LastYear(4, asOf is null ? null : DateOnly.Parse(asOf), DateOnly.Parse(today)));
}
