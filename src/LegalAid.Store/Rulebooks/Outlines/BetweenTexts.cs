namespace LegalAid.Store.Rulebooks.Outlines;

/// <summary>The same question answered otherwise by another office's text or by the statute: no fault of either, but no figure may be taken from the one for the other.</summary>
internal static class BetweenTexts
{
    public static IEnumerable<SourceFault> Faults(Outline outline, IReadOnlyList<Outline> all) =>
        from own in Answers(outline)
        let others = all.Where(other => other != outline)
            .Select(other => (other.Text, Answer: Answers(other).FirstOrDefault(answer => answer.Question == own.Question)))
            .Where(other => other.Answer is not null).ToList()
        where others.Exists(other => other.Answer!.Says != own.Says)
        select new SourceFault(LintRule.BetweenTexts, own.Clauses,
            $"“{own.Topic}”各处不一：本文 {own.Says}；{string.Join('；', others.Select(other => $"{other.Answer!.Clauses.FirstOrDefault(other.Text)} {other.Answer.Says}"))}");

    // Figures that bound from below and from above answer different questions.
    private static IEnumerable<Answer> Answers(Outline outline) =>
    [
        .. outline.Sayings.GroupBy(saying => saying.About, StringComparer.Ordinal)
            .Select(same => new Answer(same.Key, same.Key, string.Join('、', same.Select(saying => $"“{saying.Says}”").Distinct(StringComparer.Ordinal)), [.. same.Select(saying => saying.Clause)])),
        .. outline.Figures.GroupBy(figure => (figure.Thing, Upper: Agreement.IsUpper(figure)))
            .Select(same => new Answer($"{same.Key}", same.Key.Thing, string.Join('、', same.Select(Agreement.Words).Distinct(StringComparer.Ordinal)), [.. same.Select(figure => figure.Clause).OfType<string>()])),
    ];

    private sealed record Answer(string Question, string Topic, string Says, IReadOnlyList<string> Clauses);
}
