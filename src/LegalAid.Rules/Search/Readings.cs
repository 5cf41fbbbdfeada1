using System.Collections.Frozen;
using System.Text;

namespace LegalAid.Rules.Search;

/// <summary>
/// How Chinese characters are read, in pinyin without tones: every reading a character has, a surname's among them (单 shan, 仇 qiu).
/// All of them count, because a family may read its name either way (覃 is Qin or Tan).
/// </summary>
public sealed class Readings
{
    private readonly FrozenDictionary<Rune, string[]> characters;
    private readonly FrozenSet<string> beginnings;

    private Readings(Dictionary<Rune, string[]> characters)
    {
        this.characters = characters.ToFrozenDictionary();
        Syllables = characters.Values.SelectMany(readings => readings).ToFrozenSet(StringComparer.Ordinal);
        beginnings = Syllables.SelectMany(syllable => Enumerable.Range(1, syllable.Length).Select(length => syllable[..length])).ToFrozenSet(StringComparer.Ordinal);
        LongestSyllable = Syllables.Max(syllable => syllable.Length);
    }

    public IReadOnlySet<string> Syllables { get; }

    public int LongestSyllable { get; }

    /// <summary>A table of lines such as 单 shan dan chan.</summary>
    public static Readings Parse(IEnumerable<string> lines) => new(lines
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(words => words.Length > 1)
        .ToDictionary(words => words[0].EnumerateRunes().Single(), words => words[1..]));

    /// <summary>Empty for a character nobody has told a reading of.</summary>
    public IReadOnlyList<string> Of(Rune character) => characters.GetValueOrDefault(character) ?? [];

    /// <summary>Whether some syllable begins so: xia begins xian.</summary>
    public bool BeginsSyllable(string letters) => beginnings.Contains(letters);
}
