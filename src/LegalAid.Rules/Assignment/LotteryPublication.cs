using System.Globalization;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Assignment;

/// <summary>
/// What is published of a draw (抽签公布): the commitment made before, the seed, and the entries in the order drawn. All that is needed to check it by hand;
/// as text it is what <c>./legalaid lottery verify</c> reads.
/// </summary>
public sealed record LotteryPublication(string SeedHash, string Seed, string ListHash, IReadOnlyList<string> Entries)
{
    private const string SeedHashName = "种子承诺";
    private const string SeedName = "种子";
    private const string ListHashName = "名单指纹";

    /// <summary>When the seed was laid down and when it was drawn with, on the office's clock; null in texts published without.</summary>
    public LotteryMoments? Moments { get; init; }

    /// <summary>The seed was laid down in the same moment it was drawn with, so the list may have been known.</summary>
    public bool IsCommittedAtOnce => Moments is { } moments && moments.CommittedAt >= moments.DrawnAt;

    /// <summary>What does not agree; empty when seed, list and order are what was committed to and drawn.</summary>
    public IReadOnlyList<string> Faults()
    {
        if (Entries.Distinct(StringComparer.Ordinal).Count() != Entries.Count)
        {
            return ["名单里有重复的条目"];
        }

        var drawn = Lottery.Draw(Seed, Entries);
        string?[] faults =
        [
            Lottery.Commitment(Seed) == SeedHash ? null : "种子与事先登记的承诺不符",
            drawn.ListHash == ListHash ? null : "名单与登记的指纹不符",
            drawn.Lines.Select(line => line.Id).SequenceEqual(Entries, StringComparer.Ordinal) ? null : "次序与按种子重新排出的不符",
        ];
        return [.. faults.OfType<string>()];
    }

    public string Text() =>
        $"{SeedHashName}：{SeedHash}\n{SeedName}：{Seed}\n{ListHashName}：{ListHash}\n{Moments?.Text}\n{string.Concat(Entries.Select(entry => entry + "\n"))}";

    /// <summary>Reads a published text; null when a line is missing.</summary>
    public static LotteryPublication? TryParse(string text)
    {
        var lines = text.ReplaceLineEndings("\n").TrimStart('\uFEFF').Split('\n');
        var blank = Array.IndexOf(lines, "");
        if (blank < 0)
        {
            return null;
        }

        string? Value(string name) => Array.Find(lines[..blank], line => line.StartsWith(name + "：", StringComparison.Ordinal))?[(name.Length + 1)..];
        return (Value(SeedHashName), Value(SeedName), Value(ListHashName)) is ({ } seedHash, { } seed, { } listHash)
            ? new(seedHash, seed, listHash, [.. lines[(blank + 1)..].Where(line => line.Length > 0)])
            : null;
    }
}

/// <summary>When a draw's seed was laid down, and when it was drawn with; to the second, on the office's clock.</summary>
public sealed record LotteryMoments(DateTime CommittedAt, DateTime DrawnAt)
{
    internal string Text => string.Create(CultureInfo.InvariantCulture, $"承诺登记：{CommittedAt:yyyy-MM-dd HH:mm:ss}\n抽出：{DrawnAt:yyyy-MM-dd HH:mm:ss}\n");
}
