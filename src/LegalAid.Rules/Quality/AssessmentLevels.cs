using System.Text.RegularExpressions;

namespace LegalAid.Rules.Quality;

/// <summary>At which level an assessing body stands, told by its name; the higher body's grade of a case counts, then the latest (WZ-P6.0).</summary>
public static partial class AssessmentLevels
{
    /// <summary>Where a body that stands at no level comes: after every level.</summary>
    public const int NoLevel = (int)AssessmentLevel.County + 1;

    private static readonly string[] ProvinceCities = ["北京", "上海", "天津", "重庆"];

    /// <summary>The level; null for a committee of politics and law, which is none (QJ-5.4e), and where the name tells of no place.</summary>
    public static AssessmentLevel? Of(string assessedBy) =>
        assessedBy.Contains("政法委", StringComparison.Ordinal) ? null
        : assessedBy.Contains("司法部", StringComparison.Ordinal) || assessedBy.Contains("全国", StringComparison.Ordinal) ? AssessmentLevel.Ministry
        : assessedBy.Contains("司法厅", StringComparison.Ordinal) ? AssessmentLevel.Province
        : OfPlaces([.. Places().Matches(assessedBy).Select(match => match.Value)], ProvinceCities.Any(city => assessedBy.StartsWith(city, StringComparison.Ordinal)));

    /// <summary>The smaller, the higher.</summary>
    public static int OrderOf(string assessedBy) => Of(assessedBy) is { } level ? (int)level : NoLevel;

    // The last place named is the body's own; a second city in a name is one that stands under the first (瑞安市).
    private static AssessmentLevel? OfPlaces(List<string> places, bool inProvinceCity) => places.LastOrDefault() switch
    {
        null => null,
        "自治区" or "省" => AssessmentLevel.Province,
        "市" when places.Count(place => place == "市") > 1 => AssessmentLevel.County,
        "市" => inProvinceCity ? AssessmentLevel.Province : AssessmentLevel.City,
        "自治州" or "地区" or "州" or "盟" => AssessmentLevel.City,
        _ => AssessmentLevel.County,
    };

    [GeneratedRegex("自治区|自治州|自治县|自治旗|地区|省|市|州|盟|区|县|旗", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Places();
}
