namespace LegalAid.Store.Rulebooks.Outlines;

/// <summary>Lists count from one upwards, each number once, and all lists of one level are marked alike.</summary>
internal static class Numbering
{
    public static IEnumerable<SourceFault> Faults(Outline outline) =>
    [
        .. outline.Sequences.SelectMany(OfOne),
        .. outline.Sequences.GroupBy(s => s.Level, StringComparer.Ordinal).SelectMany(OfLevel),
        .. outline.Annexes.SelectMany(OfRows),
    ];

    private static IEnumerable<SourceFault> OfOne(Sequence sequence)
    {
        var marks = sequence.Read();
        var (where, numbers) = (sequence.Within ?? "全文各" + sequence.Level, marks.Select(mark => mark.Number).ToList());
        foreach (var same in marks.GroupBy(mark => mark.Number).Where(same => same.Skip(1).Any()))
        {
            yield return Fault($"{where}有 {same.Count()} 个“{same.First().Text}”，实有 {marks.Count} {sequence.Level}，编到 {numbers.Max()}");
        }

        if (Missing(numbers) is [_, ..] missing)
        {
            yield return Fault($"{where}编到 {numbers.Max()}，缺 {string.Join('、', missing)}");
        }

        foreach (var (before, after) in marks.Zip(marks.Skip(1)).Where(pair => pair.Second.Number < pair.First.Number))
        {
            yield return Fault($"{where}“{after.Text}”排在“{before.Text}”之后");
        }

        SourceFault Fault(string sentence) => new(LintRule.Numbering, sequence.Clause, sentence);
    }

    private static IEnumerable<SourceFault> OfLevel(IGrouping<string, Sequence> level)
    {
        var forms = level.SelectMany(sequence => sequence.Read().Select(mark => (sequence.Clause, Mark: mark)))
            .GroupBy(marked => marked.Mark.Form, StringComparer.Ordinal).ToList();
        return forms.Count < 2
            ? []
            : [new(LintRule.MixedForms, [.. forms.Select(form => form.First().Clause).OfType<string>().Distinct(StringComparer.Ordinal)],
                $"{level.Key}的编号写法不一：{string.Join('；', forms.Select(form => $"“{form.Key}”式 {form.Count()} 处（{Some(form.Select(marked => marked.Mark.Text))}）"))}")];
    }

    // 1.1 and 1.2 stand under 1, 1.1.1 under 1.1; a head without a row of its own counts once.
    private static IEnumerable<SourceFault> OfRows(Annex annex)
    {
        var marks = annex.Rows.Select(row => row.Mark).ToList();
        var heads = marks.SelectMany(Heads).Distinct(StringComparer.Ordinal).Except(marks, StringComparer.Ordinal);
        return
            from siblings in heads.Concat(marks).GroupBy(Head, StringComparer.Ordinal)
            let numbers = siblings.Select(mark => PrintedMark.TryRead(mark.Split('.')[^1])?.Number ?? 0).Order().ToList()
            where !numbers.SequenceEqual(Enumerable.Range(1, numbers.Count))
            select new SourceFault(LintRule.Numbering, annex.Rows.First(row => siblings.Any(mark => (row.Mark + ".").StartsWith(mark + ".", StringComparison.Ordinal))).Clause,
                $"{annex.Mark}{(siblings.Key.Length > 0 ? $"第 {siblings.Key} 项下" : "")}各项编号不连续：{string.Join('、', siblings)}");
    }

    private static string Head(string mark) => mark.Contains('.', StringComparison.Ordinal) ? mark[..mark.LastIndexOf('.')] : "";

    private static IEnumerable<string> Heads(string mark) => Head(mark) is { Length: > 0 } head ? [.. Heads(head), head] : [];

    private static List<int> Missing(List<int> numbers) => [.. Enumerable.Range(1, numbers.Max()).Except(numbers)];

    private static string Some(IEnumerable<string> marks) =>
        marks.Distinct(StringComparer.Ordinal).ToList() is { Count: > 8 } many ? string.Join(' ', many.Take(8)) + " 等" : string.Join(' ', marks.Distinct(StringComparer.Ordinal));
}
