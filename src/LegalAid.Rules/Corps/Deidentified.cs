using LegalAid.Rules.Common;

namespace LegalAid.Rules.Corps;

/// <summary>Whether a text may be shown to people who have no part in a case: it names nobody of the case and holds no number that leads to them (QDN-4.6a).</summary>
public static class Deidentified
{
    private const int ShortestName = 2;
    private const int ShortestNumber = 5;

    // A telephone number of today has eleven digits, an identity number eighteen; no sum of money in a posting has so many.
    private const int TooManyDigits = 11;

    /// <param name="texts">What would be shown.</param>
    /// <param name="names">Everybody in the case.</param>
    /// <param name="numbers">Identity and telephone numbers, numbers of case and letter.</param>
    /// <param name="clause">By which posted cases name nobody.</param>
    public static Refusal? WhyNotPublish(IEnumerable<string> texts, IEnumerable<string> names, IEnumerable<string> numbers, string clause)
    {
        var shown = texts.Select(Plain).ToList();
        return
            names.Select(Plain).Any(name => name.Length >= ShortestName && shown.Exists(text => text.Contains(name, StringComparison.Ordinal)))
                ? new("posting-names-party", "发布的内容里有当事人的姓名或者名称，请删去。", [clause])
            : numbers.Select(Plain).Any(number => number.Length >= ShortestNumber && shown.Exists(text => text.Contains(number, StringComparison.Ordinal)))
                ? new("posting-holds-number", "发布的内容里有本案的号码，请删去。", [clause])
            : shown.Exists(HoldsLongNumber) ? new("posting-long-number", "发布的内容里有像证件号、电话的号码，请删去。", [clause])
            : null;
    }

    // Blanks, hyphens, dots and brackets between the characters hide nothing.
    private static string Plain(string text) => string.Concat(TextCleaning.Narrow(text).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static bool HoldsLongNumber(string text)
    {
        var run = 0;
        foreach (var c in text)
        {
            run = char.IsAsciiDigit(c) ? run + 1 : 0;
            if (run >= TooManyDigits)
            {
                return true;
            }
        }

        return false;
    }
}
