namespace LegalAid.Store.Rulebooks.Outlines;

/// <summary>What the words leave open: conditions joined so that they mean too little, terms without a meaning, questions without an answer, a character too many.</summary>
internal static class Wording
{
    private static readonly string[] Negations = ["未", "不", "无", "没有"];
    private static readonly string[] Or = ["或", "或者"];

    public static IEnumerable<SourceFault> Faults(Outline outline) =>
    [
        .. outline.Conditions.Select(LooseJoint).OfType<SourceFault>(),
        .. outline.Terms.Where(term => !outline.Terms.Any(other => other.Name == term.Name && other.Defined)).GroupBy(term => term.Name, StringComparer.Ordinal)
            .Select(same => new SourceFault(LintRule.UndefinedTerm, [.. same.Select(term => term.Clause)], $"用到“{same.Key}”，没有写它指什么")),
        .. outline.Measures.Select(Unsettled).OfType<SourceFault>(),
        .. outline.Words.SelectMany(word => Stray(word, outline.Words)),
        .. outline.Commencement is { On: null } commencement
            ? [new SourceFault(LintRule.NoEffectiveDay, commencement.Clause, commencement.From == CommencementFrom.Printing ? "自印发之日起施行，而本文没有印发日期" : "没有写施行的日期")]
            : Array.Empty<SourceFault>(),
    ];

    // Not A or not B asks for one of the two only; A, B first does not say whether both are asked for.
    private static SourceFault? LooseJoint(ConditionSet set)
    {
        var parts = Split(set.Parts);
        return set.Effect == ConditionEffect.Required && Or.Contains(set.Joint, StringComparer.Ordinal) && parts.All(part => Negations.Any(no => part.StartsWith(no, StringComparison.Ordinal)))
                ? new(LintRule.LooseJoint, set.Clause, $"否定的条件以“{set.Joint}”相连（{string.Join('、', parts)}），照字面只须符合其一")
            : set.Effect == ConditionEffect.Preferred && set.Joint == "、"
                ? new(LintRule.LooseJoint, set.Clause, $"优先的条件以顿号相连（{string.Join('、', parts)}），没有写须符合其一还是全部符合")
            : null;
    }

    private static SourceFault? Unsettled(Measure measure)
    {
        var open = MeasureQuestions.Of(measure.Kind).Except(Split(measure.Settles ?? ""), StringComparer.Ordinal).ToList();
        return open.Count == 0 ? null : new(LintRule.Unsettled, measure.Clause, $"{measure.About}（{Naming.Word(measure.Kind)}）没有写{string.Join('、', open)}");
    }

    // Printed once, and one character longer than a word printed elsewhere.
    private static IEnumerable<SourceFault> Stray(Word word, IReadOnlyList<Word> words) =>
        Split(word.Clauses) is not [var only] ? [] :
            from other in words
            where other.Printed.Length == word.Printed.Length - 1
                && Enumerable.Range(0, word.Printed.Length).Any(index => word.Printed.Remove(index, 1) == other.Printed)
            select new SourceFault(LintRule.StrayCharacter, only, $"“{word.Printed}”全文只见这一处，比别处的“{other.Printed}”（{Split(other.Clauses)[0]}）多一字");

    private static string[] Split(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
