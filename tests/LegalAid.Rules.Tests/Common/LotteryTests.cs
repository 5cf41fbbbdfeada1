using LegalAid.Rules.Common;
using Xunit;

namespace LegalAid.Rules.Tests.Common;

public sealed class LotteryTests
{
    [Fact]
    public void Anybody_can_redraw_the_order_with_sha256sum()
    {
        var drawn = Lottery.Draw("北碚2026", ["甲所", "乙所", "丙所"]);

        // for id in 甲所 乙所 丙所; do printf '%s\n%s' 北碚2026 $id | sha256sum; done
        Assert.Equal("1甲所:3bd6855a 2乙所:81975764 3丙所:b56bca1e", string.Join(' ', drawn.Lines.Select(l => $"{l.Position}{l.Id}:{l.Hash[..8]}")));
        // printf '%s\n' 丙所 乙所 甲所 | LC_ALL=C sort | sha256sum
        Assert.Equal("ba7487777b1f2748155aaa84f0678096bee2b98f8fe1ba7aae5a666abc93684e", drawn.ListHash);
    }

    [Fact]
    public void The_order_of_the_list_as_given_changes_nothing_and_the_seed_changes_everything()
    {
        string[] ids = [.. Enumerable.Range(1, 50).Select(i => $"id-{i}")];

        var drawn = Lottery.Draw("seed", ids);

        Assert.Equal(drawn.Lines, Lottery.Draw("seed", [.. ids.Reverse()]).Lines);
        Assert.False(drawn.Lines.Select(l => l.Id).SequenceEqual(Lottery.Draw("seeds", ids).Lines.Select(l => l.Id), StringComparer.Ordinal));
        Assert.Equal(drawn.ListHash, Lottery.Draw("seeds", ids).ListHash);
        Assert.Equal(Enumerable.Range(1, 50), drawn.Lines.Select(l => l.Position));
    }

    [Fact]
    public void Nobody_stands_on_the_list_twice() => Assert.Throws<ArgumentException>(() => Lottery.Draw("seed", ["甲所", "甲所"]));
}
