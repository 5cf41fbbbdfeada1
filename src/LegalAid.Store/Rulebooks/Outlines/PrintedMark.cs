using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LegalAid.Store.Rulebooks.Outlines;

/// <summary>A numbering mark as printed, such as （十二）, 4. or 第三条: its number and the form it is written in.</summary>
internal sealed partial record PrintedMark(string Text, int Number, string Form)
{
    private const string Digits = "〇一二三四五六七八九";

    public static PrintedMark? TryRead(string text)
    {
        var match = Shape().Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }

        var number = match.Groups["number"].Value;
        return Number(number) is { } value
            ? new(match.Value, value, $"{match.Groups["before"].Value}{Sample(number[0])}{match.Groups["after"].Value}")
            : null;

        static int? Number(string number) => char.IsDigit(number[0])
            ? int.Parse(number.Normalize(NormalizationForm.FormKC), CultureInfo.InvariantCulture)
            : Chinese(number);
    }

    /// <summary>The article as Chinese texts cite it.</summary>
    public static string Article(int number) => $"第{Chinese(number)}条";

    // Half-width, full-width and Chinese digits are three forms.
    private static char Sample(char digit) => char.IsAsciiDigit(digit) ? '1' : char.IsDigit(digit) ? '１' : '一';

    private static int? Chinese(string number)
    {
        var parts = number.Split('十');
        return parts switch
        {
            [{ Length: 1 } ones] => Digits.IndexOf(ones[0], StringComparison.Ordinal),
            [{ Length: <= 1 } tens, { Length: <= 1 } ones] =>
                ((tens.Length == 0 ? 1 : Digits.IndexOf(tens[0], StringComparison.Ordinal)) * 10) + (ones.Length == 0 ? 0 : Digits.IndexOf(ones[0], StringComparison.Ordinal)),
            _ => null,
        };
    }

    private static string Chinese(int number) => (number / 10, number % 10) switch
    {
        (0, var ones) => Digits[ones].ToString(),
        (var tens, var ones) => $"{(tens > 1 ? Digits[tens] : "")}十{(ones > 0 ? Digits[ones] : "")}",
    };

    [GeneratedRegex("^(?<before>[^0-9０-９〇一二三四五六七八九十]*)(?<number>[0-9]+|[０-９]+|[〇一二三四五六七八九十]+)(?<after>[^0-9０-９〇一二三四五六七八九十]*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shape();
}
