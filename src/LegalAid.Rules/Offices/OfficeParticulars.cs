using System.Text.RegularExpressions;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Offices;

/// <summary>What an office's papers say of it (机构信息): its full name, and where it is found. What is not known stays null and is left out of papers.</summary>
public sealed partial record OfficeParticulars(string Name, string? Address, string? Phone)
{
    private const int ShortestName = 6;
    private const int LongestName = 60;
    private const int ShortestAddress = 6;
    private const int LongestAddress = 100;
    private const int LongestPhone = 30;

    /// <summary>As typed, with blanks and signs put right.</summary>
    public static OfficeParticulars Of(string? name, string? address, string? phone) => new(
        TextCleaning.OrganisationName(name ?? ""),
        Known(TextCleaning.OrganisationName(address ?? "")),
        Known(string.Join('、', TextCleaning.List(TextCleaning.Narrow(phone ?? "")))));

    /// <summary>Every reason at once why papers cannot say this.</summary>
    public IEnumerable<Refusal> WhyNotList()
    {
        if (Name.Length is < ShortestName or > LongestName || !Name.EndsWith("中心", StringComparison.Ordinal) || Name.Any(char.IsAscii))
        {
            yield return new("office-name", $"机构名称写全称，{ShortestName}至{LongestName}个汉字，以“中心”结尾，如“某某区法律援助中心”。", []);
        }

        if (Address is { Length: < ShortestAddress or > LongestAddress })
        {
            yield return new("office-address", $"地址写到门牌，{ShortestAddress}至{LongestAddress}个字；还没有的留空，文书上就不印这一项。", []);
        }

        if (Phone is { Length: > LongestPhone })
        {
            yield return new("office-phone", "电话最多写两个。", []);
        }
        else if (Phone?.Split('、').FirstOrDefault(number => !Telephone().IsMatch(number)) is { } wrong)
        {
            yield return new("office-phone", $"电话“{wrong}”不像电话号码：座机写区号，如 0000-00000000；手机11位；服务热线如 12348、400-000-0000。", []);
        }
    }

    private static string? Known(string text) => text.Length == 0 ? null : text;

    // Landline with area code, and extension if any; mobile; five digits of a public hotline; a 400 number.
    [GeneratedRegex(@"^(0\d{2,3}-?\d{7,8}(-\d{1,5})?|1[3-9]\d{9}|1\d{4}|400-?\d{3}-?\d{4})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Telephone();
}
