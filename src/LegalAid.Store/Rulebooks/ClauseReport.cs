using System.Text.RegularExpressions;

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
public sealed partial class ClauseReport
{
    private ClauseReport(IReadOnlyList<ClauseStanding> clauses, IReadOnlyList<string> faults)
    {
        Clauses = clauses;
        Faults = faults;
    }

    public IReadOnlyList<ClauseStanding> Clauses { get; }

    /// <summary>Ids nobody knows, clauses said to be done that no test proves.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <param name="ruleBooks">Catalogue and books.</param>
    /// <param name="root">The repository; null when there are no sources at hand.</param>
    public static ClauseReport Make(RuleBooks ruleBooks, string? root)
    {
        var cited = Occurrences(root, "src", file => Quoted().Matches(file).Select(match => match.Groups["id"].Value));
        var proven = Occurrences(root, "tests", file => Marks().Matches(file).SelectMany(mark => Quoted().Matches(mark.Value)).Select(match => match.Groups["id"].Value));
        var keys = ruleBooks.Books.Cast<IBook>().Concat(ruleBooks.NationalBooks)
            .SelectMany(book => book.Entries.Select(entry => (entry.Clause, Key: $"{book.File} {entry.Key}")))
            .ToLookup(entry => entry.Clause, entry => entry.Key, StringComparer.Ordinal);
        List<ClauseStanding> standings =
        [
            .. ruleBooks.Clauses.Select(clause => new ClauseStanding(
                clause.Id,
                StateOf(clause, proven.Contains(clause.Id), root is not null),
                clause.Kind,
                clause.Title,
                clause.Gist,
                [.. keys[clause.Id].Distinct(StringComparer.Ordinal)],
                [.. cited[clause.Id].Distinct(StringComparer.Ordinal)],
                [.. proven[clause.Id].Distinct(StringComparer.Ordinal)])),
        ];
        return new(standings, root is null ? [] : [.. Unknown(ruleBooks, cited, "src"), .. Unknown(ruleBooks, proven, "tests"), .. Unproven(ruleBooks, proven)]);
    }

    private static ClauseState StateOf(Clause clause, bool proven, bool sourcesAtHand) =>
        clause.Kind == ClauseKind.Outside ? ClauseState.Outside
        : clause.State == ClauseState.Open ? ClauseState.Open
        : proven || !sourcesAtHand ? ClauseState.Done
        : ClauseState.Open;

    private static IEnumerable<string> Unknown(RuleBooks ruleBooks, ILookup<string, string> found, string where) =>
        found.Where(id => ruleBooks.FindClause(id.Key) is null).Select(id => $"{where} 引用了条款目录里没有的 {id.Key}：{string.Join('、', id.Distinct(StringComparer.Ordinal))}");

    private static IEnumerable<string> Unproven(RuleBooks ruleBooks, ILookup<string, string> proven) =>
        ruleBooks.Clauses.Where(clause => clause.Kind != ClauseKind.Outside && clause.State != ClauseState.Open && !proven.Contains(clause.Id))
            .Select(clause => $"{clause.Id} 没有标为待建，也没有测试证明");

    private static ILookup<string, string> Occurrences(string? root, string folder, Func<string, IEnumerable<string>> idsIn)
    {
        IEnumerable<string> files = root is null ? [] : Directory.EnumerateFiles(Path.Combine(root, folder), "*.*", SearchOption.AllDirectories)
            .Where(file => (file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal)) && !IsBuilt(file))
            .Order(StringComparer.Ordinal);
        return files.SelectMany(file => idsIn(File.ReadAllText(file)).Select(id => (Id: id, File: Path.GetRelativePath(root!, file))))
            .ToLookup(found => found.Id, found => found.File, StringComparer.Ordinal);
    }

    private static bool IsBuilt(string file) =>
        file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules");

    // An id as a whole word inside quotation marks: "BB-6.1" or id="BB-5.2 BB-5.3".
    [GeneratedRegex(@"(?<=[""\s])(?<id>(BB|LAW|REG|CF|WZ|QJ|QDN|TL)-[A-Z]?[0-9][0-9A-Za-z.]*)(?=[""\s])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\[Clause\([^)]*\)\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Marks();
}
