using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Registry;

/// <summary>
/// The full registered name of an institution (机构全称). It tells what the institution is, and often where:
/// a law firm's name opens with its province (律师事务所名称管理办法第六条), a branch carries its place in brackets.
/// </summary>
public sealed partial record InstitutionName
{
    private const int LongestName = 60;

    private static readonly string[] Provinces =
    [
        "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北",
        "湖南", "广东", "广西", "海南", "重庆", "四川", "贵州", "云南", "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆", "香港", "澳门", "台湾",
    ];

    private InstitutionName(string value, InstitutionKind kind)
    {
        Value = value;
        Kind = kind;
    }

    public string Value { get; }

    public InstitutionKind Kind { get; }

    /// <summary>The name the program itself gives to where those without institution stand (公职律师、公司律师).</summary>
    public static InstitutionName OfHome(InstitutionKind home, string name) => new(name, home);

    public static bool TryParse(string? text, [NotNullWhen(true)] out InstitutionName? name, [NotNullWhen(false)] out string? reason)
    {
        var value = TextCleaning.OrganisationName(text ?? "");
        var kind = value.Contains("律师事务所", StringComparison.Ordinal) ? InstitutionKind.LawFirm
            : value.EndsWith("法律服务所", StringComparison.Ordinal) ? InstitutionKind.LegalServiceOffice
            : (InstitutionKind?)null;
        reason =
            value.Length == 0 ? "执业机构为空"
            : value.Length > LongestName ? $"执业机构名称超过{LongestName}个字"
            : kind is null ? "执业机构应写全称（……律师事务所或……法律服务所）"
            : null;
        name = reason is null && kind is { } known ? new InstitutionName(value, known) : null;
        return name is not null;
    }

    /// <summary>
    /// Why the name alone suggests a place outside the district; null when it does not. A suggestion, not a finding:
    /// where an institution is registered is for the clerk to confirm.
    /// </summary>
    public string? WhyElsewhere(string district)
    {
        var own = Provinces.First(province => district.StartsWith(province, StringComparison.Ordinal));
        if (Branch().Match(Value) is { Success: true } branch)
        {
            return branch.Value.Contains(own, StringComparison.Ordinal) || district.Contains(branch.Groups["place"].Value, StringComparison.Ordinal)
                ? null
                : $"名称写明在“{branch.Groups["place"].Value}”";
        }

        var opening = Array.Find(Provinces, province => Value.StartsWith(province, StringComparison.Ordinal));
        return opening is not null && opening != own ? $"名称以“{opening}”开头"
            : opening is null && Kind == InstitutionKind.LawFirm ? $"律师事务所的名称应以“{own}”开头"
            : County().Match(opening is null ? Value : Value[opening.Length..]) is { Success: true } county && !district.Contains(county.Groups["place"].Value, StringComparison.Ordinal)
                ? $"名称写明在“{county.Groups["place"].Value}”"
                : null;
    }

    public override string ToString() => Value;

    // The brackets may also hold the form of organisation (合伙形式), which is no place; a branch may carry its place openly (某某分所).
    [GeneratedRegex("（(?!(特殊的?)?普通合伙）|有限合伙）|个人）)(?<place>[^）]+)）|(?<=[所）])(?<place>[^所（）]{2,12})分所$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Branch();

    [GeneratedRegex("^市?(?<place>[^区县市]{2,6}[区县市])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex County();
}
