using LegalAid.Rules.Registry;
using Xunit;

namespace LegalAid.Rules.Tests.Registry;

public sealed class ReconciliationTests
{
    [Theory]
    [InlineData(3, 1250, 3, 3, 1250, "")]
    [InlineData(4, 1250, 3, 3, 1250, "行数：送表 4，可采用 3")]
    [InlineData(3, 1250, 3, 2, 1000, "行数：送表 3，可采用 2，另有 1 行有问题；合计：送表 12.5，可采用 10，差 2.5")]      // a row refused is a difference
    [InlineData(3, 1251, 3, 3, 1250, "合计：送表 12.51，可采用 12.5，差 0.01")]                                          // to the last fen
    [InlineData(3, 1000, 3, 3, 1250, "合计：送表 10，可采用 12.5，差 -2.5")]
    public void A_sheet_agrees_when_rows_and_sum_do(int said, int saidSum, int rows, int taken, int sum, string expected)
    {
        var line = Assert.Single(Reconciliation.Compare([new("积分", said, saidSum)], [new("积分", rows, taken, sum)]));

        Assert.Equal((expected, expected.Length == 0), (string.Join('；', line.Differences), line.Agrees));
    }

    [Fact]
    public void A_sum_nobody_stated_is_a_difference_and_a_sheet_without_figures_needs_none()
    {
        var lines = Reconciliation.Compare([new("积分", 1, null), new("惩戒处分", 1, null)], [new("积分", 1, 1, 20), new("惩戒处分", 1, 1, null)]);

        Assert.Equal(["合计：送表没有写，可采用 0.2"], lines[0].Differences);
        Assert.True(lines[1].Agrees);
    }

    [Fact]
    public void What_is_only_stated_or_only_there_is_told_and_an_empty_sheet_is_nothing()
    {
        var lines = Reconciliation.Compare([new("积分", 2, 100)], [new("值班次数", 5, 5, 900), new("培训考试", 0, 0, null)]);

        Assert.Equal([("值班次数", "“对账”里没有列出，读到 5 行"), ("积分", "行数：送表 2，可采用 0")], lines.Select(line => (line.Sheet, string.Join('；', line.Differences))));
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(" ", 1)]
    [InlineData("一人已转出", 0)]
    public void What_differs_is_explained_before_anything_is_taken_over(string? explanation, int refusals)
    {
        var lines = Reconciliation.Compare([new("积分", 2, 100), new("已付补贴", 1, 100)], [new("积分", 1, 1, 100), new("已付补贴", 1, 1, 100)]);
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        if (explanation is not null)
        {
            told["积分"] = explanation;
        }

        Assert.Equal(refusals, Reconciliation.WhyNotTakeOver(lines, told).Count);
    }
}
