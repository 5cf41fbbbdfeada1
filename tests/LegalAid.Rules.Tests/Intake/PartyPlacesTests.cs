using LegalAid.Rules.Intake;
using Xunit;

namespace LegalAid.Rules.Tests.Intake;

/// <summary>Which places say enough to be compared with an area of practice (CF-19).</summary>
public sealed class PartyPlacesTests
{
    [Theory]
    [Clause("CF-19")]
    [InlineData("重庆市北碚区", true)]
    [InlineData("重庆市北碚区天生街道", true)]           // more than asked for
    [InlineData("四川省某县", true)]
    [InlineData("贵州省黔东南州雷山县", true)]
    [InlineData("内蒙古自治区锡林郭勒盟", true)]
    [InlineData("香港特别行政区", true)]
    [InlineData("北碚区", false)]                        // of which city?
    [InlineData("重庆北碚区", false)]
    [InlineData("重庆市", false)]
    [InlineData("四川省", false)]
    [InlineData("浙江温州市鹿城区", false)]
    [InlineData("外地", false)]
    public void Only_the_full_name_down_to_the_county_says_where_somebody_lives(string place, bool full) => Assert.Equal(full, PartyPlaces.IsFull(place));

    [Theory]
    [Clause("CF-19")]
    [InlineData("浙江省温州市", false)]                  // the office's own district lies within it
    [InlineData("浙江省温州市鹿城区", true)]
    [InlineData("浙江省温州市瓯海区", true)]
    [InlineData("鹿城区", false)]
    public void A_place_around_a_known_district_does_not_say_which_is_meant(string place, bool known) => Assert.Equal(known, PartyPlaces.IsKnown(place, ["浙江省温州市鹿城区"]));
}
