namespace LegalAid.Store.Rulebooks.Outlines;

/// <summary>Places of one text that answer the same question agree; parts make up their total; no bound excludes everybody.</summary>
internal static class Agreement
{
    /// <param name="outline">The text.</param>
    /// <param name="statute">What the statute bounds, for all texts.</param>
    public static IEnumerable<SourceFault> Faults(Outline outline, IReadOnlyList<Figure> statute) =>
    [
        .. outline.Sayings.GroupBy(saying => saying.About, StringComparer.Ordinal).Where(same => same.DistinctBy(saying => saying.Says, StringComparer.Ordinal).Skip(1).Any())
            .Select(same => Differ(same.Key, [.. same.Select(saying => (saying.Clause, saying.Says))])),
        .. outline.Figures.GroupBy(figure => (figure.Thing, figure.For, figure.Is)).Where(same => same.DistinctBy(figure => (figure.Value, figure.Unit)).Skip(1).Any())
            .Select(same => Differ(same.Key.Thing, [.. same.Select(figure => (figure.Clause!, Words(figure)))])),
        .. outline.Figures.Where(IsUpper).SelectMany(upper => outline.Figures.Concat(statute).Where(lower => Excludes(lower, upper)), Nobody),
        .. outline.Totals.Select(OfTotal).OfType<SourceFault>(),
    ];

    /// <summary>A figure as the text gives it.</summary>
    public static string Words(Figure figure) => $"{(figure.For is null ? "" : figure.For + " ")}{Naming.Word(figure.Is)} {figure.Value} {figure.Unit}";

    /// <summary>Whether it bounds from above.</summary>
    public static bool IsUpper(Figure figure) => figure.Is is Bound.AtMost or Bound.Under;

    private static SourceFault Differ(string about, IReadOnlyList<(string Clause, string Says)> places) =>
        new(LintRule.Contradiction, [.. places.Select(place => place.Clause).Distinct(StringComparer.Ordinal)],
            $"“{about}”前后说法不一：{string.Join('；', places.Select(place => $"{place.Clause}“{place.Says}”"))}");

    private static bool Excludes(Figure lower, Figure upper) =>
        !IsUpper(lower) && lower.Is != Bound.Exactly && (lower.Thing, lower.For, lower.Unit) == (upper.Thing, upper.For, upper.Unit)
        && (lower.Value > upper.Value || (lower.Value == upper.Value && (lower.Is == Bound.Over || upper.Is == Bound.Under)));

    private static SourceFault Nobody(Figure upper, Figure lower) =>
        new(LintRule.NobodyMeets, [.. new[] { upper.Clause, lower.Clause }.OfType<string>()],
            $"“{upper.Thing}”写{Words(upper)}，而{lower.Source ?? lower.Clause}要求{Words(lower)}，没有人符合");

    private static SourceFault? OfTotal(Total total)
    {
        var parts = total.Parts.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var figures = parts.All(part => int.TryParse(part, out _));
        var sum = figures ? parts.Sum(int.Parse) : parts.Length;
        return sum == total.Said
            ? null
            : new(LintRule.Sum, total.Clause, $"{total.About}称 {total.Said}，{(figures ? $"各项相加为 {sum}（{string.Join('＋', parts)}）" : $"只列出 {sum} 个（{string.Join('、', parts)}）")}");
    }
}
