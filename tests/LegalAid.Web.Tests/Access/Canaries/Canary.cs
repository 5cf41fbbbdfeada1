using System.Net;
using LegalAid.Web.Tests.App;

namespace LegalAid.Web.Tests.Access.Canaries;

/// <summary>
/// The mark by which what belongs to one office is known wherever it turns up: two characters nobody else uses, always both, and five digits.
/// </summary>
/// <param name="OfficeCode">Whose mark it is.</param>
/// <param name="First">The character searched for; an answer may show it, as it shows what was typed.</param>
/// <param name="Second">The character that no other office may be shown.</param>
/// <param name="Pinyin">Both characters in pinyin.</param>
/// <param name="Initials">Both characters' initials.</param>
/// <param name="Digits">Stands in numbers.</param>
internal sealed record Canary(string OfficeCode, string First, string Second, string Pinyin, string Initials, string Digits)
{
    public static Canary Beibei { get; } = new("BB", "鹮", "鸨", "huanbao", "hb", "40417");

    public static Canary Wenzhou { get; } = new("WZ", "鼯", "麝", "wushe", "ws", "88591");

    public string Mark => First + Second;

    public string[] Searches => [First, Pinyin, Initials, Digits];

    /// <summary>Digits count in what is readable only; in tokens and ids they stand by chance.</summary>
    public bool IsIn(string html, string readable, string? searched = null) =>
        WebUtility.HtmlDecode(html).Contains(Second, StringComparison.Ordinal) || (searched != Digits && readable.Contains(Digits, StringComparison.Ordinal));

    public bool IsIn(WebPage page, string? searched = null) => IsIn(page.Html, page.Text, searched);
}
