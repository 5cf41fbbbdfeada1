namespace LegalAid.Rules.Search;

/// <summary>
/// What somebody typed into a search box, as pieces: whatever has all pieces of one of the alternatives is found.
/// Letters have several: xian is 先 or 西安, sxm is initials or part of a number.
/// </summary>
public sealed record SearchQuery(IReadOnlyList<IReadOnlyList<string>> Alternatives)
{
    private const int LongestText = 60;
    private const int MostAlternatives = 12;

    /// <summary>Nothing was typed; finds everything.</summary>
    public bool IsEmpty => Alternatives is [[]];

    /// <summary>Digits, and none other than a number's signs: what was typed names no person.</summary>
    public static bool IsNumber(string? text) => text is not null && text.Any(char.IsDigit) && !text.Any(char.IsLetter);

    public static SearchQuery Read(string? text, Readings readings)
    {
        var typed = text?.Trim() ?? "";
        var runs = SearchRuns.Of(typed.Length > LongestText ? typed[..LongestText] : typed, apart: true);
        IEnumerable<IReadOnlyList<string>> all = [[]];
        foreach (var run in runs)
        {
            var ways = run.IsChinese ? [[.. SearchPieces.CharactersOf(run.Characters)]] : WaysOf(SearchPieces.Text(run.Characters), readings);
            all = [.. all.SelectMany(_ => ways, (before, way) => (IReadOnlyList<string>)[.. before, .. way]).Take(MostAlternatives)];
        }

        return new([.. all]);
    }

    private static List<IReadOnlyList<string>> WaysOf(string letters, Readings readings) =>
    [
        .. Syllables(letters, readings).Select(Pieces),
        [.. SearchPieces.CodeOf(letters)],
    ];

    private static IReadOnlyList<string> Pieces(IReadOnlyList<string> syllables) =>
        syllables.Count == 1 ? syllables : [.. syllables.Zip(syllables.Skip(1), SearchPieces.Pair)];

    // From the end backwards: the few ways to read each rest, the fewest syllables first.
    private static List<IReadOnlyList<string>> Syllables(string letters, Readings readings)
    {
        var ways = new List<IReadOnlyList<string>>[letters.Length];
        for (var start = letters.Length - 1; start >= 0; start--)
        {
            var rest = letters[start..];
            var longest = Math.Min(readings.LongestSyllable, rest.Length - 1);
            ways[start] =
            [
                .. Endings(rest, readings)
                    .Concat(from length in Enumerable.Range(1, Math.Max(0, longest))
                            where readings.Syllables.Contains(rest[..length])
                            from way in ways[start + length]
                            select (IReadOnlyList<string>)[rest[..length], .. way])
                    .OrderBy(way => way.Count)
                    .Take(MostAlternatives - 1),
            ];
        }

        return ways[0];
    }

    // What is typed ends in a syllable or its beginning (zhangw), or in the initials of the rest (zhangwm).
    private static IEnumerable<IReadOnlyList<string>> Endings(string rest, Readings readings)
    {
        if (readings.BeginsSyllable(rest))
        {
            yield return [rest];
        }

        if (rest.Length > 1 && rest.All(letter => readings.BeginsSyllable(letter.ToString())))
        {
            yield return [.. rest.Select(letter => letter.ToString())];
        }
    }
}
