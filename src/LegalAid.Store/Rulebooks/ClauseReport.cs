namespace LegalAid.Store.Rulebooks;

/// <summary>How one clause stands: which parameters come from it, which sources cite it, which tests prove it.</summary>
public sealed record ClauseStanding(
    string Id,
    ClauseState State,
    ClauseKind Kind,
    string Title,
    string Gist,
    IReadOnlyList<string> BookKeys,
    IReadOnlyList<string> CitedIn,
    IReadOnlyList<string> ProvenBy);

/// <summary>
/// What the program does about every clause. Done needs a test marked with it; without one a clause must be open or outside.
/// Reads the repository's sources; an installed program without them reports states and parameters only.
/// </summary>
public sealed class ClauseReport
{
    private ClauseReport(IReadOnlyList<ClauseStanding> clauses, IReadOnlyList<string> faults, bool sourcesAtHand)
    {
        Clauses = clauses;
        Faults = faults;
        SourcesAtHand = sourcesAtHand;
    }

    public IReadOnlyList<ClauseStanding> Clauses { get; }

    /// <summary>Ids nobody knows, clauses said to be done that no test proves.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>Whether citations and tests could be looked at; without them nothing is said about proof.</summary>
    public bool SourcesAtHand { get; }

    /// <param name="ruleBooks">Catalogue and books.</param>
    /// <param name="root">The repository; null when there are no sources at hand.</param>
    public static ClauseReport Make(RuleBooks ruleBooks, string? root)
    {
        var sources = ClauseSources.Read(root, ruleBooks.Catalogues);
        var keys = ruleBooks.Books.Cast<IBook>().Concat(ruleBooks.NationalBooks)
            .SelectMany(book => book.Entries.Select(entry => (entry.Clause, Key: $"{book.File} {entry.Key}"))
                .Append((Clause: book.Book.InForceClause, Key: $"{book.File} book.in-force-from")))
            .ToLookup(entry => entry.Clause, entry => entry.Key, StringComparer.Ordinal);
        return new([.. ruleBooks.Clauses.Select(clause => Standing(clause, keys, sources))], FaultsOf(ruleBooks, sources), sources is not null);
    }

    private static ClauseStanding Standing(Clause clause, ILookup<string, string> keys, ClauseSources? sources) => new(
        clause.Id,
        StateOf(clause, sources),
        clause.Kind,
        clause.Title,
        clause.Gist,
        [.. keys[clause.Id]],
        sources is null ? [] : [.. sources.CitedIn[clause.Id]],
        sources is null ? [] : [.. sources.ProvenBy[clause.Id]]);

    private static ClauseState StateOf(Clause clause, ClauseSources? sources) =>
        clause.Kind == ClauseKind.Outside ? ClauseState.Outside
        : clause.State == ClauseState.Open ? ClauseState.Open
        : sources is null || sources.ProvenBy.Contains(clause.Id) ? ClauseState.Done
        : ClauseState.Open;

    private static IReadOnlyList<string> FaultsOf(RuleBooks ruleBooks, ClauseSources? sources) => sources is null
        ? []
        : [.. Unknown(ruleBooks, sources.CitedIn, "src"), .. Unknown(ruleBooks, sources.ProvenBy, "tests"), .. Unproven(ruleBooks, sources.ProvenBy)];

    private static IEnumerable<string> Unknown(RuleBooks ruleBooks, ILookup<string, string> found, string where) =>
        found.Where(id => ruleBooks.FindClause(id.Key) is null)
            .Select(id => $"{where} 引用了条款目录里没有的 {id.Key}：{string.Join('、', id)}");

    private static IEnumerable<string> Unproven(RuleBooks ruleBooks, ILookup<string, string> proven) =>
        ruleBooks.Clauses.Where(clause => clause.Kind != ClauseKind.Outside && clause.State != ClauseState.Open && !proven.Contains(clause.Id))
            .Select(clause => $"{clause.Id} 没有标为待建，也没有测试证明");
}
