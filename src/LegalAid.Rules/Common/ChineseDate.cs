using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace LegalAid.Rules.Common;

/// <summary>A day as people write it: 2026-3-5, 2026/3/5, 2026.3.5, 2026年3月5日, 20260305, in plain or full-width digits.</summary>
public static partial class ChineseDate
{
    public static bool TryParse(string? text, out DateOnly day, [NotNullWhen(false)] out string? reason)
    {
        day = default;
        var written = Written().Match(string.Concat(TextCleaning.Narrow(text ?? "").Where(c => c != ' ')));
        if (!written.Success)
        {
            reason = string.IsNullOrWhiteSpace(text) ? "日期为空" : "日期写法无法识别，请按 2026-3-5、2026年3月5日 或 20260305 填写";
            return false;
        }

        var (year, month, number) = (Part(written, "y"), Part(written, "m"), Part(written, "d"));
        if (month is < 1 or > 12 || year < 1 || number < 1 || number > DateTime.DaysInMonth(year, month))
        {
            reason = $"没有这一天：{year}年{month}月{number}日";
            return false;
        }

        day = new DateOnly(year, month, number);
        reason = null;
        return true;
    }

    private static int Part(Match written, string name) => int.Parse(written.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:(?<y>[0-9]{4})(?<s>[-/.])(?<m>[0-9]{1,2})\k<s>(?<d>[0-9]{1,2})|(?<y>[0-9]{4})年(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日?|(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2}))$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Written();
}
