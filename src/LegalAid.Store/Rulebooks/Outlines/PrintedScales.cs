namespace LegalAid.Store.Rulebooks.Outlines;

/// <summary>
/// Bands divide their range: nothing falls between two, nothing into two (以上、以内 include the figure, 超过、不满 do not: Civil Code 1259).
/// A band that goes by something else than the others may hold at the same time as they.
/// </summary>
internal static class PrintedScales
{
    public static IEnumerable<SourceFault> Faults(Outline outline) =>
    [
        .. outline.Scales.SelectMany(OfScale),
        .. outline.Annexes.SelectMany(OfAnnex),
    ];

    private static IEnumerable<SourceFault> OfScale(Scale scale)
    {
        foreach (var (one, other) in scale.Bands.Zip(scale.Bands.Skip(1)))
        {
            if (one.By != other.By)
            {
                yield return new(LintRule.Overlap, [one.Clause, other.Clause], $"{scale.About}：“{one.Name}”看{one.By ?? scale.Unit}，“{other.Name}”看{other.By ?? scale.Unit}，可以同时成立，没有写以哪一档为准");
            }
            else if (Between(scale, one, other) is { } fault)
            {
                yield return fault;
            }
        }
    }

    private static SourceFault? Between(Scale scale, PrintedBand one, PrintedBand other)
    {
        var (end, ends) = (one.To ?? one.Below ?? int.MaxValue, one.To is not null);
        var (start, starts) = (other.From ?? other.Above ?? int.MinValue, other.From is not null);
        var step = scale.WholeNumbers && ends && starts ? 1 : 0;
        var bothClauses = new[] { one.Clause, other.Clause };
        return start > end + step || (start == end && !ends && !starts)
                ? new(LintRule.Gap, bothClauses, $"{scale.About}：“{one.Name}”到 {end} {scale.Unit}，“{other.Name}”从 {start} {scale.Unit}起，{(start == end ? $"恰为 {start} 的" : $"{end} 与 {start} 之间的")}没有归属")
            : start < end ? new(LintRule.Overlap, bothClauses, $"{scale.About}：“{one.Name}”到 {end} {scale.Unit}，“{other.Name}”从 {start} {scale.Unit}起，{start} 至 {end} 归属重叠")
            : start == end && ends && starts ? new(LintRule.Overlap, bothClauses, $"{scale.About}：恰为 {start} {scale.Unit}的，既属“{one.Name}”，又属“{other.Name}”")
            : null;
    }

    private static IEnumerable<SourceFault> OfAnnex(Annex annex) =>
        from row in annex.Rows
        where !row.Score.Any(char.IsDigit)
        let parts = annex.Rows.Where(part => part.Mark.StartsWith(row.Mark + ".", StringComparison.Ordinal)).Select(part => part.Mark).ToList()
        select parts.Count > 0
            ? new SourceFault(LintRule.HeadingRow, row.Clause, $"{annex.Mark}第 {row.Mark} 项没有分值，是 {string.Join('、', parts)} 的类目，不能单独记分")
            : new SourceFault(LintRule.Unsettled, row.Clause, $"{annex.Mark}第 {row.Mark} 项没有写分值（原文“{row.Score}”）");
}
