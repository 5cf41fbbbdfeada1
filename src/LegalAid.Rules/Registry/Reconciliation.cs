using System.Globalization;
using LegalAid.Rules.Common;

namespace LegalAid.Rules.Registry;

/// <summary>What the sender says a sheet holds (对账): its rows and, where it has figures, their sum in hundredths.</summary>
public sealed record StatedSheet(string Sheet, int Rows, long? SumHundredths);

/// <summary>What a sheet was found to hold: its rows, how many of them can be taken, and the sum of those where the sheet has figures.</summary>
public sealed record ReadSheet(string Sheet, int Rows, int Taken, long? SumHundredths);

/// <summary>One sheet as stated and as read. What was not stated, or not there, is null.</summary>
public sealed record ReconciledSheet(string Sheet, StatedSheet? Stated, ReadSheet? Read)
{
    private const decimal Hundred = 100;

    public bool Agrees => Differences.Count == 0;

    /// <summary>Every difference in words; none when the sheet agrees.</summary>
    public IReadOnlyList<string> Differences { get; } = [.. Tell(Stated, Read ?? new(Sheet, 0, 0, null))];

    public static string Shown(long hundredths) => string.Create(CultureInfo.InvariantCulture, $"{hundredths / Hundred:#,0.##}");

    private static IEnumerable<string> Tell(StatedSheet? stated, ReadSheet read)
    {
        if (stated is null)
        {
            yield return $"“对账”里没有列出，读到 {read.Rows} 行";
            yield break;
        }

        if (stated.Rows != read.Taken)
        {
            yield return $"行数：送表 {stated.Rows}，可采用 {read.Taken}{(read.Rows > read.Taken ? $"，另有 {read.Rows - read.Taken} 行有问题" : "")}";
        }

        if (read.SumHundredths is { } sum && stated.SumHundredths != sum)
        {
            yield return stated.SumHundredths is { } said ? $"合计：送表 {Shown(said)}，可采用 {Shown(sum)}，差 {Shown(said - sum)}" : $"合计：送表没有写，可采用 {Shown(sum)}";
        }
    }
}

/// <summary>Compares what the sender states with what was read (对账), sheet by sheet. What differs is put right in the file or explained; nothing is taken over before.</summary>
public static class Reconciliation
{
    public static List<ReconciledSheet> Compare(IReadOnlyList<StatedSheet> stated, IReadOnlyList<ReadSheet> read)
    {
        var known = stated.ToDictionary(sheet => sheet.Sheet, StringComparer.Ordinal);
        return
        [
            .. read.Where(sheet => sheet.Rows > 0 || known.ContainsKey(sheet.Sheet)).Select(sheet => new ReconciledSheet(sheet.Sheet, known.GetValueOrDefault(sheet.Sheet), sheet)),
            .. stated.Where(said => read.All(sheet => sheet.Sheet != said.Sheet)).Select(said => new ReconciledSheet(said.Sheet, said, null)),
        ];
    }

    /// <param name="lines">The comparison.</param>
    /// <param name="explanations">What the head wrote, by sheet.</param>
    public static List<Refusal> WhyNotTakeOver(IEnumerable<ReconciledSheet> lines, IReadOnlyDictionary<string, string> explanations) =>
    [
        .. lines.Where(line => !line.Agrees && string.IsNullOrWhiteSpace(explanations.GetValueOrDefault(line.Sheet)))
            .Select(line => new Refusal("reconciliation-difference", $"“{line.Sheet}”对账不符，请改正文件重新上传，或者写明原因。", [], string.Join('；', line.Differences))),
    ];
}
