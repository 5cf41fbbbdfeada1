using System.Text;

namespace LegalAid.Rules.Common;

/// <summary>Undoes what typing in a spreadsheet does to names, numbers and lists, without guessing at what was meant.</summary>
public static class TextCleaning
{
    private static readonly char[] ListSeparators = ['、', '，', ',', ';', '；', '/', '\n'];

    /// <summary>Full-width digits, letters, signs and blanks become plain ones; the ends are trimmed.</summary>
    public static string Narrow(string text)
    {
        var narrow = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            narrow.Append(c switch
            {
                '\u3000' or '\u00a0' => ' ',
                >= '\uff01' and <= '\uff5e' => (char)(c - 0xfee0),
                _ => c,
            });
        }

        return narrow.ToString().Trim();
    }

    /// <summary>A number as typed: narrow and without the blanks and hyphens people put in to read it better.</summary>
    public static string Number(string text) => string.Concat(Narrow(text).Where(c => c is not (' ' or '-' or '\t')));

    /// <summary>
    /// A person's name: blanks that only space out Chinese characters go (唐　妹艳 is 唐妹艳), the dot of a transcribed name is always ·,
    /// blanks between Latin words stay single.
    /// </summary>
    public static string PersonName(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var name = new StringBuilder();
        foreach (var word in words)
        {
            if (name.Length > 0 && char.IsAscii(name[^1]) && char.IsAscii(word[0]))
            {
                name.Append(' ');
            }

            name.Append(word);
        }

        return name.Replace('•', '·').Replace('‧', '·').Replace('・', '·').Replace('．', '·').ToString();
    }

    /// <summary>The name of a firm or office: no blanks inside or around Chinese characters, round brackets full width.</summary>
    public static string OrganisationName(string text) => PersonName(text).Replace('(', '（').Replace(')', '）');

    /// <summary>The number of an official letter as it is compared: plain digits and letters, no blanks, round brackets full width, square ones as 〔〕.</summary>
    public static string LetterNumber(string text) => string.Concat(Narrow(text).Where(c => !char.IsWhiteSpace(c)))
        .Replace('(', '（').Replace(')', '）').Replace('[', '〔').Replace(']', '〕').Replace('【', '〔').Replace('】', '〕');

    /// <summary>A list in one cell, whatever comma was used: 刑事辩护，民事代理、劳动仲裁.</summary>
    public static IReadOnlyList<string> List(string text) =>
        text.Replace('\u3000', ' ').Split(ListSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
