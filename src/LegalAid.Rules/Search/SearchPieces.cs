using System.Text;

namespace LegalAid.Rules.Search;

/// <summary>
/// The pieces a name or number is found by: one and two characters, the pinyin of one and of two neighbours as far as it may be typed (shan'xi),
/// their initials (s'x), and up to three neighbouring letters or digits of a number (#031). A <see cref="SearchQuery"/> asks for the same pieces.
/// </summary>
public static class SearchPieces
{
    private const int LongestCode = 3;

    public static string[] Of(Readings readings, params IEnumerable<string> texts)
    {
        var pieces = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var run in texts.SelectMany(text => SearchRuns.Of(text, apart: false)))
        {
            if (run.IsChinese)
            {
                AddName(pieces, run.Characters, readings);
            }
            else
            {
                AddCode(pieces, Text(run.Characters));
            }
        }

        return [.. pieces];
    }

    /// <summary>A piece of a number: what it is looked for by, and what makes it no pinyin.</summary>
    internal static string Code(string letters) => "#" + letters;

    internal static string Pair(string first, string second) => $"{first}'{second}";

    /// <summary>The pieces of letters or digits that together stand for all of them.</summary>
    internal static IEnumerable<string> CodeOf(string letters) => letters.Length <= LongestCode
        ? [Code(letters)]
        : Enumerable.Range(0, letters.Length - LongestCode + 1).Select(start => Code(letters.Substring(start, LongestCode)));

    /// <summary>The pieces of Chinese characters that together stand for all of them.</summary>
    internal static IEnumerable<string> CharactersOf(IReadOnlyList<Rune> characters) => characters.Count == 1
        ? [characters[0].ToString()]
        : characters.Zip(characters.Skip(1), (one, next) => $"{one}{next}");

    internal static string Text(IEnumerable<Rune> characters) => string.Concat(characters);

    private static void AddCode(SortedSet<string> pieces, string letters)
    {
        for (var length = 1; length <= LongestCode; length++)
        {
            for (var start = 0; start + length <= letters.Length; start++)
            {
                pieces.Add(Code(letters.Substring(start, length)));
            }
        }
    }

    private static void AddName(SortedSet<string> pieces, IReadOnlyList<Rune> characters, Readings readings)
    {
        pieces.UnionWith(CharactersOf(characters));
        for (var place = 0; place < characters.Count; place++)
        {
            pieces.Add(characters[place].ToString());
            foreach (var second in readings.Of(characters[place]))
            {
                pieces.UnionWith(Beginnings(second));
                foreach (var first in place == 0 ? [] : readings.Of(characters[place - 1]))
                {
                    pieces.UnionWith(Beginnings(second).Select(typed => Pair(first, typed)));
                    pieces.Add(Pair(first[..1], second[..1]));
                }
            }
        }
    }

    private static IEnumerable<string> Beginnings(string reading) => Enumerable.Range(1, reading.Length).Select(length => reading[..length]);
}
