using LegalAid.Rules.Common;
using LegalAid.Store.Rulebooks;
using Xunit;

namespace LegalAid.Web.Tests.Rulebooks;

/// <summary>Scales cover every figure once and shares stay within the whole, by themselves and when a book is read into any record.</summary>
public sealed class ScalesTests
{
    [Theory]
    [InlineData("0", "")]
    [InlineData("0 10 50", "")]
    [InlineData("0 1 2", "")]
    [InlineData("1 10", "缺口")]            // 0 belongs nowhere
    [InlineData("0 10 10", "重叠")]         // 10 belongs twice
    [InlineData("0 50 10", "重叠")]         // out of order
    [InlineData("-5 10", "应从 0 起")]
    [InlineData("", "空")]
    public void Lower_bounds_ascend_from_the_start(string bounds, string told)
    {
        var faults = Scales.Faults([.. bounds.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)], start: 0);

        Assert.Equal(told.Length > 0, faults.Count > 0);
        Assert.Contains(told, string.Join('；', faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_of_a_scale_is_told() => Assert.Equal(3, Scales.Faults([5, 5, 3], start: 0).Count);

    [Theory]
    [InlineData("30 10", null)]
    [InlineData("90 10", null)]
    [InlineData("90 11", "101%")]
    public void Shares_do_not_exceed_the_whole(string percents, string? told)
    {
        var whyNot = Scales.WhyNotOneWhole(percents.Split(' ').Select(int.Parse));

        Assert.Equal(told is null, whyNot is null);
        Assert.Contains(told ?? "", whyNot ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{from: 0, value: 200}", "{from: 30, value: 150}", "")]
    [InlineData("{from: 0, value: 200}", "{from: 0, value: 150}", "重叠")]
    [InlineData("{from: 1, value: 200}", "{from: 30, value: 150}", "缺口")]
    [InlineData("{from: 0, value: 200}", "{from: 30}", "缺少此项")]
    [InlineData("{from: 0, value: 200}", "{from: 30, value: 150, to: 40}", "没有这个键")]
    public void A_scale_in_a_book_is_checked(string first, string second, string told)
    {
        var faults = new FaultList("book.yaml");
        var yaml = new YamlFile("book.yaml", $"rate:\n  title: 补贴\n  clause: X-1\n  value:\n    - {first}\n    - {second}\n");

        var scale = new RecordBinder(faults, _ => null).Bind<Rates>(yaml.Root(faults)!);

        Assert.Contains(told, string.Join('；', faults.All), StringComparison.Ordinal);
        Assert.Equal(told.Length == 0, scale?.Rate.Value is [{ From: 0, Value: 200 }, { From: 30, Value: 150 }]);
    }

    [Theory]
    [InlineData(30, 10, "")]
    [InlineData(90, 10, "")]
    [InlineData(91, 10, "合计 101%")]
    [InlineData(101, 0, "在 0 至 100 之间")]
    [InlineData(-1, 10, "在 0 至 100 之间")]
    public void Shares_in_a_book_are_checked(int green, int red, string told)
    {
        var faults = new FaultList("book.yaml");
        var yaml = new YamlFile("book.yaml", $"green-percent: {{title: 绿, clause: X-1, value: {green}}}\nred-percent: {{title: 红, clause: X-2, value: {red}}}\n");

        new RecordBinder(faults, _ => null).Bind<Colours>(yaml.Root(faults)!);

        Assert.Equal(told.Length > 0, faults.Count > 0);
        Assert.Contains(told, string.Join('；', faults.All), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_a_book_cannot_be_changed_afterwards()
    {
        var faults = new FaultList("book.yaml");
        var yaml = new YamlFile("book.yaml", "rate: {title: 补贴, clause: X-1, value: [{from: 0, value: 1}]}\n");

        var rates = new RecordBinder(faults, _ => null).Bind<Rates>(yaml.Root(faults)!);

        Assert.Throws<NotSupportedException>(() => ((IList<Band<long>>)rates!.Rate.Value)[0] = new(0, 2));
    }

    private sealed record Rates(Setting<IReadOnlyList<Band<long>>> Rate);

    [SharesOfOneWhole]
    private sealed record Colours(Setting<int> GreenPercent, Setting<int> RedPercent);
}
