using LegalAid.Rules.Search;
using LegalAid.Store.Search;
using Xunit;

namespace LegalAid.Web.Tests.Search;

/// <summary>The table of readings the build makes.</summary>
public sealed class ReadingsTests
{
    [Theory]
    [InlineData("单晓明", "shanxiaoming")]
    [InlineData("解晓明", "xiexiaoming")]
    [InlineData("区晓明", "ouxiaoming")]
    [InlineData("仇晓明", "qiuxiaoming")]
    [InlineData("查晓明", "zhaxiaoming")]
    [InlineData("尉迟明", "yuchiming")]
    [InlineData("万俟明", "moqiming")]
    [InlineData("覃明", "qinming")]
    [InlineData("覃明", "tanming")]
    [InlineData("吕绿", "lvlv")]
    [InlineData("吕绿", "lyulyu")]
    [InlineData("乐明", "yueming")]
    [InlineData("重庆缙云律师事务所", "chongqingjinyun")]
    [InlineData("重庆缙云律师事务所", "jinyun")]
    [InlineData("重庆缙云律师事务所", "cqjylssws")]
    public void Names_are_found_as_they_are_read(string name, string typed) => Assert.True(Finds(name, typed));

    [Theory]
    [InlineData("单晓明", "qiuxiaoming")]
    [InlineData("重庆缙云律师事务所", "chongyun")]
    public void Names_are_not_found_as_nobody_reads_them(string name, string typed) => Assert.False(Finds(name, typed));

    [Fact]
    public void All_but_a_few_characters_nobody_writes_have_a_reading()
    {
        var table = BuiltInReadings.Table;

        Assert.InRange(Enumerable.Range(0x4e00, 0x9fa5 - 0x4e00).Count(code => table.Of(new(code)).Count == 0), 0, 60);
        Assert.InRange(table.Syllables.Count, 400, 450);
        Assert.All(table.Syllables, syllable => Assert.Matches("^[a-z]{1,6}$", syllable));
    }

    private static bool Finds(string name, string typed)
    {
        var pieces = SearchPieces.Of(BuiltInReadings.Table, name).ToHashSet(StringComparer.Ordinal);
        return SearchQuery.Read(typed, BuiltInReadings.Table).Alternatives.Any(alternative => alternative.All(pieces.Contains));
    }
}
