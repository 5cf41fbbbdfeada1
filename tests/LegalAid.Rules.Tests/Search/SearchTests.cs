using LegalAid.Rules.Search;
using Xunit;

namespace LegalAid.Rules.Tests.Search;

/// <summary>Which names and numbers are found by what is typed.</summary>
public sealed class SearchTests
{
    private static readonly Readings Table = Readings.Parse(
    [
        "单 shan dan chan", "晓 xiao", "明 ming", "欧 ou", "阳 yang", "西 xi", "安 an", "先 xian", "方 fang", "案 an", "吕 lv lyu", "张 zhang", "伟 wei",
        "重 zhong chong", "庆 qing", "试 shi", "阿 a e", "不 bu", "都 du dou", "买 mai", "提 ti", "敏 min",
    ]);

    [Theory]
    [InlineData("单晓明", "单晓明")]
    [InlineData("单晓明", "晓")]
    [InlineData("单晓明", "晓明")]
    [InlineData("单晓明", "shanxiaoming")]
    [InlineData("单晓明", "Shan Xiao Ming")]
    [InlineData("单晓明", "danxm")]             // who does not know the surname reads it so
    [InlineData("单晓明", "xiaom")]             // still typing
    [InlineData("单晓明", "sxm")]
    [InlineData("单晓明", "s")]
    [InlineData("单晓明", "shanxm")]
    [InlineData("单晓明", "单 xm")]
    [InlineData("单晓明", "单xiaoming")]
    [InlineData("单晓明", "ＳＸＭ")]             // full width, as Chinese input methods leave it
    [InlineData("欧阳明", "ouyang")]
    [InlineData("西安", "xian")]
    [InlineData("先", "xian")]
    [InlineData("西安", "xi'an")]
    [InlineData("方案", "fangan")]
    [InlineData("吕明", "lvming")]
    [InlineData("吕明", "lü")]
    [InlineData("吕明", "lyuming")]
    [InlineData("重庆", "chongqing")]
    [InlineData("重庆", "zq")]
    [InlineData("阿不都·买买提", "阿不都买买提")]
    [InlineData("阿不都·买买提", "阿不都·买买提")]
    [InlineData("阿不都·买买提", "abdmmt")]
    [InlineData("阿不都·买买提", "dumai")]
    [InlineData("2026-0317", "2026-0317")]
    [InlineData("2026-0317", "20260317")]
    [InlineData("2026-0317", "0317")]
    [InlineData("2026-0317", "17")]
    [InlineData("2026-0317", "２０２６")]
    [InlineData("收〔2026〕017号", "收2026 17")]
    [InlineData("ABC公司", "abc")]
    [InlineData("𠮷", "𠮷")]                     // beyond the first plane, and nobody has told a reading
    [InlineData("单晓明", "")]
    [InlineData("单晓明", " · ")]
    public void A_name_is_found(string name, string typed) => Assert.True(Finds(name, typed));

    [Theory]
    [InlineData("单晓明", "单明")]
    [InlineData("单晓明", "明晓")]
    [InlineData("单晓明", "xiaoshan")]
    [InlineData("单晓明", "smx")]
    [InlineData("单晓明", "shanxiaomin g o")]
    [InlineData("先", "xi'an")]
    [InlineData("西安", "xa n")]
    [InlineData("单晓明", "shq")]
    [InlineData("单晓明", "iiii")]
    [InlineData("2026-0317", "2031")]
    [InlineData("2026-0317", "0318")]
    [InlineData("单晓明", "1")]
    public void A_name_is_not_found(string name, string typed) => Assert.False(Finds(name, typed));

    [Fact]
    public void A_name_has_just_these_pieces() => Assert.Equal(
        ["a", "an", "x", "x'a", "xi", "xi'a", "xi'an", "安", "西", "西安"],
        SearchPieces.Of(Table, "西安"));

    [Fact]
    public void Pieces_do_not_reach_from_one_name_into_the_next() =>
        Assert.DoesNotContain("明张", SearchPieces.Of(Table, "晓明", "张伟"));

    [Fact]
    public void Nothing_typed_asks_for_nothing_and_signs_are_nothing()
    {
        Assert.True(SearchQuery.Read(null, Table).IsEmpty);
        Assert.True(SearchQuery.Read(" 　", Table).IsEmpty);
        Assert.True(SearchQuery.Read("——", Table).IsEmpty);
        Assert.False(SearchQuery.Read("明", Table).IsEmpty);
    }

    [Theory]
    [InlineData("2026-0317", true)]
    [InlineData("〔2026〕17", true)]
    [InlineData("张2026", false)]
    [InlineData("zhang", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_number_names_nobody(string? typed, bool isNumber) => Assert.Equal(isNumber, SearchQuery.IsNumber(typed));

    [Fact]
    public void However_much_is_typed_the_query_stays_small()
    {
        var query = SearchQuery.Read(string.Concat(Enumerable.Repeat("anmingxian", 20)), Table);

        Assert.InRange(query.Alternatives.Count, 1, 12);
        Assert.All(query.Alternatives, pieces => Assert.InRange(pieces.Count, 1, 60));
    }

    private static bool Finds(string name, string typed)
    {
        var pieces = SearchPieces.Of(Table, name).ToHashSet(StringComparer.Ordinal);
        return SearchQuery.Read(typed, Table).Alternatives.Any(alternative => alternative.All(pieces.Contains));
    }
}
