using LegalAid.Rules.Registry;
using Xunit;

namespace LegalAid.Rules.Tests.Registry;

public sealed class InstitutionNameTests
{
    [Theory]
    [InlineData(" 重庆温泉律师事务所  ", "重庆温泉律师事务所", InstitutionKind.LawFirm)]
    [InlineData("北京某某(重庆)律师事务所", "北京某某（重庆）律师事务所", InstitutionKind.LawFirm)]
    [InlineData("重庆某某律师事务所北碚分所", "重庆某某律师事务所北碚分所", InstitutionKind.LawFirm)]
    [InlineData("大　山 法律服务所", "大山法律服务所", InstitutionKind.LegalServiceOffice)]
    public void A_full_name_tells_what_the_institution_is(string text, string value, InstitutionKind kind)
    {
        Assert.True(InstitutionName.TryParse(text, out var name, out _));
        Assert.Equal((value, kind), (name.Value, name.Kind));
    }

    [Theory]
    [InlineData("", "执业机构为空")]
    [InlineData("温泉律所", "执业机构应写全称（……律师事务所或……法律服务所）")]
    [InlineData("法律服务所温泉", "执业机构应写全称（……律师事务所或……法律服务所）")]
    public void A_short_name_is_refused(string text, string expected)
    {
        Assert.False(InstitutionName.TryParse(text, out _, out var reason));
        Assert.Equal(expected, reason);
    }

    [Theory]
    [Clause("BB-2.3")]
    [InlineData("重庆温泉律师事务所", null)]
    [InlineData("大山法律服务所", null)]                                        // basic-level offices often name no place
    [InlineData("重庆市北碚区大山法律服务所", null)]
    [InlineData("北碚区大山法律服务所", null)]
    [InlineData("北京某某（重庆）律师事务所", null)]                              // a branch is where its brackets say
    [InlineData("重庆某某（北碚）律师事务所", null)]
    [InlineData("重庆某某（成都）律师事务所", "名称写明在“成都”")]
    [InlineData("重庆某某律师事务所（特殊普通合伙）", null)]                      // a form of organisation is no place
    [InlineData("重庆某某律师事务所（普通合伙）北碚分所", null)]
    [InlineData("北京某某律师事务所（特殊普通合伙）重庆分所", null)]
    [InlineData("北京某某律师事务所（特殊普通合伙）", "名称以“北京”开头")]
    [InlineData("重庆某某律师事务所（特殊普通合伙）成都分所", "名称写明在“成都”")]
    [InlineData("四川某某律师事务所", "名称以“四川”开头")]
    [InlineData("四川大山法律服务所", "名称以“四川”开头")]
    [InlineData("外地某某律师事务所", "律师事务所的名称应以“重庆”开头")]
    [InlineData("重庆市渝中区大山法律服务所", "名称写明在“渝中区”")]
    [InlineData("渝中区大山法律服务所", "名称写明在“渝中区”")]
    public void A_name_may_speak_of_another_place(string text, string? expected)
    {
        Assert.True(InstitutionName.TryParse(text, out var name, out _));
        Assert.Equal(expected, name.WhyElsewhere("重庆市北碚区"));
    }
}
