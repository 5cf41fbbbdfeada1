using LegalAid.Rules.Assignment;
using LegalAid.Rules.Search;
using Xunit;

namespace LegalAid.Rules.Tests.Assignment;

/// <summary>Which names may be one person's.</summary>
public sealed class ConflictNamesTests
{
    private static readonly Readings Table = Readings.Parse(["张 zhang", "章 zhang", "伟 wei", "卫 wei", "单 shan dan", "丹 dan", "珊 shan", "李 li", "已 yi", "己 ji", "强 qiang jiang"]);

    [Theory]
    [Clause("CF-01")]
    [InlineData("阿卜杜拉·买买提", "阿卜杜拉买买提", PartyMatch.NameOnly)]
    [InlineData("阿卜杜拉·买买提", "阿卜杜拉 买买提", PartyMatch.NameOnly)]
    [InlineData("阿卜杜拉•买买提", "阿卜杜拉・买买提", PartyMatch.NameOnly)]
    [InlineData("李克己", "李克已", PartyMatch.Lookalike)]
    [InlineData("王戊", "王戌", PartyMatch.Lookalike)]
    [InlineData("李昇", "李升", PartyMatch.Lookalike)]
    [InlineData("张伟", "章卫", PartyMatch.SameSound)]
    [InlineData("单强", "丹强", PartyMatch.SameSound)]      // 单 is read shan or dan
    [InlineData("单强", "珊强", PartyMatch.SameSound)]
    [InlineData("张伟", "张强", null)]
    [InlineData("张伟", "张伟伟", null)]
    [InlineData("甲乙", "丙丁", null)]                       // no readings known: no likeness either
    public void Names_are_alike(string ours, string there, PartyMatch? match)
    {
        Assert.Equal(match, ConflictNames.Compare(ours, there, Table));
        Assert.Equal(match, ConflictNames.Compare(there, ours, Table));
    }

    [Fact]
    public void No_character_stands_in_two_groups_and_what_stands_for_a_group_stays_itself()
    {
        Assert.Equal(ConflictNames.From.Length, ConflictNames.From.Distinct().Count());
        Assert.DoesNotContain(ConflictNames.To, ConflictNames.From.Contains);
        Assert.True(ConflictNames.From.Length > ConflictNames.To.Length);       // dots and blanks are left out
    }
}
