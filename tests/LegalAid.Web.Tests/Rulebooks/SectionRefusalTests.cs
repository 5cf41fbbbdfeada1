using Xunit;

namespace LegalAid.Web.Tests.Rulebooks;

/// <summary>Settings that contradict each other, or cannot be read, are refused in every section: one row each.</summary>
public sealed class SectionRefusalTests : IDisposable
{
    private const string Qijiang = "qijiang/2024-03-13.yaml";
    private const string Tongliang = "tongliang/2024-01-01.yaml";
    private const string Qiandongnan = "qiandongnan/2024-01-01.yaml";
    private readonly BookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(Qijiang, "value: '17:00'", "value: 17 点", "recruitment.window.closes-at.value", "应为时刻")]
    [InlineData(Qijiang, "value: '17:00'", "value: '24:00'", "recruitment.window.closes-at.value", "应为时刻")]
    [InlineData(Qijiang, "value: 2024-03-20", "value: 2024-03-14", "recruitment.window", "早于首日")]
    [InlineData(Qijiang, "value: 2024-03-20", "value: 2024-02-30", "recruitment.window.last-day.value", "应为日期")]
    [InlineData(Qijiang, "      value: 40\n", "      value: -1\n", "recruitment.quotas.lawyers.value", "在 0 至 100000 之间")]
    [InlineData(Qijiang, "clause: QJ-6.3", "clause: TL-3.1b", "recruitment.window.closes-at.clause", "没有 TL-3.1b")]
    [InlineData(Tongliang, "      value: 110\n", "      value: 301\n", "subsidies.grades.excellent-percent.value", "在 0 至 300 之间")]
    [InlineData(Tongliang, "      value: 110\n", "      value: 99\n", "subsidies.grades", "不能高于质量好的")]
    [InlineData(Tongliang, "        - training\n", "        - case-subsidy\n", "subsidies.budget.district-purposes.value", "“case-subsidy”重复")]
    [InlineData(Tongliang, "    value: 3\n    clause: TL-3.2c", "    value: 5\n    clause: TL-3.2c", "disclosure", "不能整除一年")]
    [InlineData(Tongliang, "      value: 30000000\n", "      value: 300000.00\n", "subsidies.budget.district-yearly-fen.value", "应为整数")]
    [InlineData(Qiandongnan, "      value: merit\n", "      value: fastest\n", "corps.posting.choice.value", "可用：merit、first-bid")]
    [InlineData(Qiandongnan, "      length: 15\n", "      length: 0\n", "corps.cancellation.correction-clock.length", "在 1 至 366 之间")]
    public void A_section_is_refused(string file, string text, string by, string key, string reason)
    {
        folder.Replace(file, text, by);

        Assert.Contains(folder.Faults(), fault => fault.File == file && fault.Key == key && fault.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Qijiang, "value: 2024-03-20", "value: 2024-03-15")]                                     // one day is a window
    [InlineData(Tongliang, "      value: 110\n", "      value: 300\n")]
    [InlineData(Tongliang, "      value: 110\n", "      value: 100\n")]                                  // equal to the next grade
    [InlineData(Tongliang, "    value: 3\n    clause: TL-3.2c", "    value: 6\n    clause: TL-3.2c")]
    [InlineData(Qijiang, "value: '17:00'", "value: '23:59'")]
    public void A_section_at_its_bound_is_not(string file, string text, string by) => Assert.NotEmpty(folder.Replace(file, text, by).Load().Books);
}
