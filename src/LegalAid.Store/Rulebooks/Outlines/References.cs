namespace LegalAid.Store.Rulebooks.Outlines;

/// <summary>What a text points to is there and says what it is cited for; what is attached is pointed to.</summary>
internal static class References
{
    /// <param name="outline">The text.</param>
    /// <param name="atHand">The titles of all texts whose clauses a catalogue lists.</param>
    public static IEnumerable<SourceFault> Faults(Outline outline, IReadOnlyList<string> atHand) =>
    [
        .. outline.References.SelectMany(reference => Dead(reference, outline)),
        .. outline.Annexes.Where(annex => outline.References.All(reference => reference.To != annex.Mark))
            .Select(annex => new SourceFault(LintRule.UnreferredAnnex, annex.Clause, $"正文没有引用{annex.Mark}（{annex.About}）")),
        .. outline.Documents.Where(document => !atHand.Contains(document.Title, StringComparer.Ordinal)).GroupBy(document => document.Title, StringComparer.Ordinal)
            .Select(same => new SourceFault(LintRule.MissingDocument, [.. same.Select(d => d.Clause)], $"所引《{same.Key}》没有随附，条款目录里也没有")),
        .. outline.Deferrals.Select(deferral => Deferred(deferral, outline)),
    ];

    private static IEnumerable<SourceFault> Dead(Reference reference, Outline outline)
    {
        if (PrintedMark.TryRead(reference.To) is not { Form: "第一条" } cited)
        {
            return outline.Annexes.Any(annex => annex.Mark == reference.To) ? [] : [Fault($"所引“{reference.To}”，本文没有")];
        }

        if (!Articles(outline).Contains(cited.Number))
        {
            return [Fault($"所引{reference.To}，本文没有这一条")];
        }

        if (reference.For is not { } what || outline.Holdings.Any(holding => holding.Article == cited.Number && holding.What == what))
        {
            return [];
        }

        var holders = outline.Holdings.Where(holding => holding.What == what && holding.Clause != reference.Clause).Select(holding => PrintedMark.Article(holding.Article)).ToList();
        return [Fault($"所引{reference.To}没有写“{what}”" + (holders.Count > 0 ? $"，写有的是{string.Join('、', holders)}" : "，全文也没有"))];

        SourceFault Fault(string sentence) => new(LintRule.DeadReference, reference.Clause, sentence);
    }

    private static IEnumerable<int> Articles(Outline outline) =>
        outline.Sequences.Where(sequence => sequence.Level == Sequence.Articles).SelectMany(sequence => sequence.Read()).Select(mark => mark.Number);

    private static SourceFault Deferred(Deferral deferral, Outline outline) =>
        outline.Annexes.FirstOrDefault(annex => annex.About == deferral.What) is { } annex
            ? new(LintRule.Contradiction, [deferral.Clause, annex.Clause], $"正文称{deferral.What}另行规定，同一文件却附有{annex.Mark}（{annex.About}）")
            : new(LintRule.Deferred, deferral.Clause, $"{deferral.What}留待另行规定，没有随附");
}
