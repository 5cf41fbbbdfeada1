using LegalAid.Rules.Registry;
using Xunit;

namespace LegalAid.Rules.Tests.Registry;

public sealed class BroughtForwardFiguresTests
{
    private static readonly DateOnly Today = new(2026, 5, 20);

    [Theory]
    [InlineData(BroughtForwardKind.PointTenths, "2026-04-01", true)]       // the quarter's first day
    [InlineData(BroughtForwardKind.PointTenths, "2026-03-31", false)]      // points of the quarter before are gone
    [InlineData(BroughtForwardKind.PointTenths, "2026-05-20", true)]       // an office begins in the middle of a quarter
    [InlineData(BroughtForwardKind.PointTenths, "2026-05-21", false)]
    [InlineData(BroughtForwardKind.WindowShifts, "2026-01-01", true)]
    [InlineData(BroughtForwardKind.WindowShifts, "2025-12-31", false)]
    [InlineData(BroughtForwardKind.HotlineShifts, "2026-03-31", true)]
    [InlineData(BroughtForwardKind.PaidFen, "2026-01-01", true)]
    [InlineData(BroughtForwardKind.PaidFen, "2025-12-31", false)]
    public void A_figure_counts_up_to_a_day_of_the_running_period(BroughtForwardKind kind, string asOf, bool counts) =>
        Assert.Equal(counts, BroughtForwardFigures.WhyNotAsOf(kind, DateOnly.Parse(asOf), Today) is null);

    [Theory]
    [InlineData("2026-01-01", "2026-01-01")]
    [InlineData("2026-03-31", "2026-01-01")]
    [InlineData("2026-04-01", "2026-04-01")]
    [InlineData("2026-12-31", "2026-10-01")]
    public void Points_are_of_a_natural_quarter(string day, string first) =>
        Assert.Equal(DateOnly.Parse(first), BroughtForwardFigures.PeriodOf(BroughtForwardKind.PointTenths, DateOnly.Parse(day)));

    [Theory]
    [InlineData(BroughtForwardKind.WindowShifts, 12, "12 次")]
    [InlineData(BroughtForwardKind.PointTenths, 125, "12.5 分")]
    [InlineData(BroughtForwardKind.PointTenths, -30, "-3 分")]
    [InlineData(BroughtForwardKind.PaidFen, 123450, "1,234.50 元")]
    public void A_figure_is_written_in_its_unit(BroughtForwardKind kind, long amount, string expected) =>
        Assert.Equal(expected, BroughtForwardFigures.Shown(kind, amount));
}
