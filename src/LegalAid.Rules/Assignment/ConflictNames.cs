using System.Collections.Frozen;
using System.Text;
using LegalAid.Rules.Search;

namespace LegalAid.Rules.Assignment;

/// <summary>How sure it is that two records name the same party; the surer stands first.</summary>
public enum PartyMatch
{
    /// <summary>身份证号、信用代码相同，或者单位全称相同</summary>
    Certain = 1,

    /// <summary>只有姓名相同，间隔号、空格不计</summary>
    NameOnly,

    /// <summary>与曾用名相同</summary>
    FormerName,

    /// <summary>姓名只差形近字或者异体字</summary>
    Lookalike,

    /// <summary>姓名同音</summary>
    SameSound,
}

/// <summary>
/// When two names may be one person's (law.md §6): with and without the dot some names carry, with characters that are easily mistaken for each other,
/// or with the same sound. Whatever is not equal is a chance to look into and never bars by itself.
/// </summary>
public static class ConflictNames
{
    private const int MostReadings = 16;

    // Groups of characters mistaken for each other in handwriting, in typing and by scanners, and variants of one character; the first stands for all.
    private const string Groups =
        "己已巳 日曰 未末 土士 戊戌戍 千干 人入 刀刁 钧钩 晴睛 坚竖 洗冼 治冶 冷泠 祗祇 崇祟 杨扬 茶荼 毫亳 管菅 赢嬴 博搏 兔免 母毋 侯候 折拆 陕峡 " +
        "暖暧 幕慕暮墓 梁粱 戈弋 风凤 峰峯 群羣 哲喆 坤堃 升昇 钟锺鍾鐘 宁甯寧 浚濬 耀燿 佑祐 璇璿 琼瓊 岳嶽 淑俶 昊吴 萧肖 付傅 阎闫 邱丘";

    /// <summary>What a name is equal without.</summary>
    public const string Dots = "·•・‧∙․.．。 　-－'’";
    private static readonly FrozenDictionary<Rune, string> Folded = Fold();

    /// <summary>Characters to be replaced, then those to be left out; for the database's translate().</summary>
    public static string From { get; } = string.Concat(Folded.Where(pair => pair.Value.Length > 0).Select(pair => pair.Key.ToString()).Order(StringComparer.Ordinal)) + Dots;

    /// <summary>What stands for the first characters of <see cref="From"/>.</summary>
    public static string To { get; } = string.Concat(Folded.Where(pair => pair.Value.Length > 0).OrderBy(pair => pair.Key.ToString(), StringComparer.Ordinal).Select(pair => pair.Value));

    /// <summary>The name without dots and blanks, each character as its group's first: equal for names easily mistaken for each other.</summary>
    public static string Shape(string name) => string.Concat(name.EnumerateRunes().Select(rune => Folded.TryGetValue(rune, out var other) ? other : rune.ToString()));

    /// <summary>How the name may sound, without tones, each reading of each character; empty when a character's reading is unknown.</summary>
    public static IReadOnlyList<string> Sounds(string name, Readings readings)
    {
        List<string> sounds = [""];
        foreach (var rune in Plain(name).EnumerateRunes())
        {
            sounds = [.. sounds.SelectMany(_ => readings.Of(rune), (sound, reading) => $"{sound} {reading}").Take(MostReadings)];
        }

        return sounds is [""] ? [] : sounds;
    }

    /// <summary>The one sound a name is found by in the database: each character's first reading.</summary>
    public static string? Sound(string name, Readings readings) => Sounds(name, readings) is [var first, ..] ? first : null;

    /// <summary>What two names of persons have in common; null when nothing.</summary>
    public static PartyMatch? Compare(string ours, string there, Readings readings) =>
        Plain(ours) == Plain(there) ? PartyMatch.NameOnly
        : Shape(ours) == Shape(there) ? PartyMatch.Lookalike
        : Sounds(ours, readings).Intersect(Sounds(there, readings), StringComparer.Ordinal).Any() ? PartyMatch.SameSound
        : null;

    /// <summary>A likeness that is a chance and no proof, even when both sides of a matter show it.</summary>
    public static bool IsDoubtful(PartyMatch match) => match is PartyMatch.Lookalike or PartyMatch.SameSound or PartyMatch.FormerName;

    private static string Plain(string name) => string.Concat(name.Where(c => !Dots.Contains(c, StringComparison.Ordinal)));

    private static FrozenDictionary<Rune, string> Fold() =>
        Groups.Split(' ').SelectMany(group => group.EnumerateRunes().Skip(1).Select(rune => KeyValuePair.Create(rune, group[..1])))
            .Concat(Dots.EnumerateRunes().Select(dot => KeyValuePair.Create(dot, "")))
            .ToFrozenDictionary();
}
