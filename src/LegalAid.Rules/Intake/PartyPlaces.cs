using System.Buffers;

namespace LegalAid.Rules.Intake;

/// <summary>
/// Where a party lives (住所地), as far as CF-19 asks: the full name from the province down to the county. Anything shorter cannot be compared with an area of
/// practice, so it says nothing: 北碚区 alone does not show that somebody lives outside 重庆市北碚区.
/// </summary>
public static class PartyPlaces
{
    private static readonly string[] Provinces =
    [
        "北京市", "天津市", "上海市", "重庆市", "河北省", "山西省", "辽宁省", "吉林省", "黑龙江省", "江苏省", "浙江省", "安徽省", "福建省", "江西省", "山东省", "河南省", "湖北省", "湖南省",
        "广东省", "海南省", "四川省", "贵州省", "云南省", "陕西省", "甘肃省", "青海省", "台湾省", "内蒙古自治区", "广西壮族自治区", "西藏自治区", "宁夏回族自治区", "新疆维吾尔自治区",
    ];

    private static readonly SearchValues<char> Below = SearchValues.Create("区县市旗州盟");

    private static readonly string[] Whole = ["香港特别行政区", "澳门特别行政区"];

    /// <summary>Written from the province down to something below it.</summary>
    public static bool IsFull(string place) =>
        Array.Exists(Whole, place.StartsWith)
        || Array.Exists(Provinces, province => place.StartsWith(province, StringComparison.Ordinal) && place.AsSpan(province.Length).IndexOfAny(Below) > 0);

    /// <summary>Says which district is meant: not where a known district lies within it.</summary>
    public static bool IsKnown(string place, IEnumerable<string> districts) =>
        IsFull(place) && !districts.Any(district => district != place && district.StartsWith(place, StringComparison.Ordinal));
}
