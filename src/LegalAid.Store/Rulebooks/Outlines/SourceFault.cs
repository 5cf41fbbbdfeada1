namespace LegalAid.Store.Rulebooks.Outlines;

/// <summary>Something wrong with a text as written, and the clauses where it stands.</summary>
internal sealed record SourceFault(LintRule Rule, IReadOnlyList<string> Clauses, string Sentence)
{
    public SourceFault(LintRule rule, string? clause, string sentence)
        : this(rule, clause is null ? [] : [clause], sentence)
    {
    }
}
