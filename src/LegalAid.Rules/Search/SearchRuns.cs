using System.Text;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Search;

/// <summary>Characters of one kind that stand together: Chinese ones, or letters and digits.</summary>
internal sealed record SearchRun(bool IsChinese, IReadOnlyList<Rune> Characters);

/// <summary>Takes a text apart into what can be searched for; signs, dots and brackets are no part of it.</summary>
internal static class SearchRuns
{
    /// <param name="text">A name or number as stored, or what somebody typed.</param>
    /// <param name="apart">What is separated by a blank or sign stays apart, as people type it: xi an; otherwise 2026-0317 is 20260317.</param>
    public static IEnumerable<SearchRun> Of(string text, bool apart)
    {
        var run = new List<Rune>();
        var chinese = false;
        foreach (var rune in TextCleaning.Narrow(text).ToLowerInvariant().Replace('ü', 'v').EnumerateRunes())
        {
            var searchable = Rune.IsLetterOrDigit(rune);
            if (run.Count > 0 && (searchable ? IsChinese(rune) != chinese : apart))
            {
                yield return new(chinese, run);
                run = [];
            }

            if (searchable)
            {
                chinese = IsChinese(rune);
                run.Add(rune);
            }
        }

        if (run.Count > 0)
        {
            yield return new(chinese, run);
        }
    }

    private static bool IsChinese(Rune rune) => rune.Value is 0x3007 or (>= 0x3400 and <= 0x9fff) or (>= 0x20000 and <= 0x3ffff);
}
