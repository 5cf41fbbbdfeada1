using LegalAid.Rules.Quality;
using Xunit;

namespace LegalAid.Rules.Tests.Quality;

/// <summary>Where a body stands that graded a case, by its name.</summary>
public sealed class AssessmentLevelsTests
{
    [Theory]
    [Clause("WZ-P6.0")]
    [InlineData("司法部", AssessmentLevel.Ministry)]
    [InlineData("中华人民共和国司法部公共法律服务管理局", AssessmentLevel.Ministry)]
    [InlineData("浙江省司法厅", AssessmentLevel.Province)]
    [InlineData("贵州省法律援助中心", AssessmentLevel.Province)]
    [InlineData("广西壮族自治区司法厅", AssessmentLevel.Province)]
    [InlineData("重庆市司法局", AssessmentLevel.Province)]                  // a city that is a province
    [InlineData("重庆市綦江区司法局", AssessmentLevel.County)]
    [InlineData("温州市司法局", AssessmentLevel.City)]
    [InlineData("浙江省温州市司法局", AssessmentLevel.City)]
    [InlineData("市司法局", AssessmentLevel.City)]
    [InlineData("黔东南苗族侗族自治州司法局", AssessmentLevel.City)]
    [InlineData("浙江省温州市鹿城区司法局", AssessmentLevel.County)]
    [InlineData("温州市瑞安市司法局", AssessmentLevel.County)]              // a city under a city
    [InlineData("平阳县法律援助中心", AssessmentLevel.County)]
    [InlineData("玉屏侗族自治县司法局", AssessmentLevel.County)]
    [InlineData("区司法局", AssessmentLevel.County)]
    [InlineData("中共重庆市綦江区委政法委", null)]                          // no level of assessment (QJ-5.4e)
    [InlineData("司法局", null)]                                            // of which place is not said
    public void The_last_place_a_name_tells_is_the_bodys_own(string body, AssessmentLevel? level)
    {
        Assert.Equal(level, AssessmentLevels.Of(body));
        Assert.Equal(level is { } known ? (int)known : AssessmentLevels.NoLevel, AssessmentLevels.OrderOf(body));
    }
}
