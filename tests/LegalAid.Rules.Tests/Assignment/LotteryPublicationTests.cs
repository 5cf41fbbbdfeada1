using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using Xunit;

namespace LegalAid.Rules.Tests.Assignment;

public sealed class LotteryPublicationTests
{
    private const string Seed = "0f1e2d";

    [Fact]
    public void The_commitment_is_what_sha256sum_prints() =>
        // printf '%s' 0f1e2d | sha256sum
        Assert.Equal("6676de50c1436da179f0b867c78ca6ed", Lottery.Commitment(Seed)[..32]);

    [Fact]
    public void A_published_draw_agrees_and_survives_its_text()
    {
        var published = Drawn();

        Assert.Empty(published.Faults());
        var read = LotteryPublication.TryParse("\uFEFF" + published.Text().ReplaceLineEndings("\r\n"))!;
        Assert.Equal(published.Entries, read.Entries);
        Assert.Empty(read.Faults());
    }

    [Fact]
    public void Another_seed_another_list_another_order_and_a_doubled_entry_are_told_apart()
    {
        var published = Drawn();

        Assert.Contains("种子与事先登记的承诺不符", (published with { Seed = "0f1e2e" }).Faults());
        Assert.Equal(["名单与登记的指纹不符"], (published with { Entries = [.. published.Entries.Skip(1)] }).Faults());
        Assert.Equal(["次序与按种子重新排出的不符"], (published with { Entries = [.. published.Entries.Reverse()] }).Faults());
        Assert.Equal(["名单里有重复的条目"], (published with { Entries = [.. published.Entries, published.Entries[0]] }).Faults());
    }

    [Theory]
    [InlineData("")]
    [InlineData("种子：1\n\n甲\n")]
    [InlineData("种子承诺：1\n种子：1\n名单指纹：1")]
    public void A_text_that_lacks_a_line_is_not_read(string text) => Assert.Null(LotteryPublication.TryParse(text));

    private static LotteryPublication Drawn()
    {
        var drawn = Lottery.Draw(Seed, ["甲所", "乙所", "丙所", "丁所"]);
        return new(Lottery.Commitment(Seed), Seed, drawn.ListHash, [.. drawn.Lines.Select(line => line.Id)]);
    }
}
