using System.Text.RegularExpressions;

namespace LegalAid.Store.Rulebooks;

/// <summary>
/// What the repository's texts say of clauses: the source files that cite an id, in code, comment or page, and the tests that carry it as a mark.
/// A skipped test proves nothing. Whoever cites an article by its number alone cites all its clauses.
/// </summary>
public sealed partial class ClauseSources
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private ClauseSources(ILookup<string, string> citedIn, ILookup<string, string> provenBy)
    {
        CitedIn = citedIn;
        ProvenBy = provenBy;
    }

    /// <summary>From clause id to the files below <c>src</c>; unknown ids are among the keys.</summary>
    public ILookup<string, string> CitedIn { get; }

    /// <summary>From clause id to <c>Class.Method</c> of the tests; unknown ids are among the keys.</summary>
    public ILookup<string, string> ProvenBy { get; }

    /// <summary>Null where an installed program has no sources beside it.</summary>
    public static ClauseSources? Read(string? root, IReadOnlyList<ClauseCatalogue> catalogues)
    {
        if (root is null || !Directory.Exists(Path.Combine(root, "src")) || !Directory.Exists(Path.Combine(root, "tests")))
        {
            return null;
        }

        var ids = catalogues.SelectMany(c => c.Clauses).Select(c => c.Id).ToList();
        var citation = Citation(catalogues);
        var cited = Texts(root, "src", ".cs", ".cshtml")
            .SelectMany(file => Cited(file.Text, citation).SelectMany(id => WithParts(id, ids)).Distinct(StringComparer.Ordinal).Select(id => (id, file.Name)));
        var proven = Texts(root, "tests", ".cs").SelectMany(file => Proven(file.Text)).Distinct();
        return new(ToLookup(cited), ToLookup(proven));
    }

    private static ILookup<string, string> ToLookup(IEnumerable<(string Id, string Place)> found) =>
        found.ToLookup(f => f.Id, f => f.Place, StringComparer.Ordinal);

    private static IEnumerable<(string Name, string Text)> Texts(string root, string folder, params string[] endings) =>
        Directory.EnumerateFiles(Path.Combine(root, folder), "*.*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(name => endings.Contains(Path.GetExtension(name), StringComparer.Ordinal)
                && !name.Split('/').Any(part => part is "obj" or "bin" or "node_modules"))
            .Order(StringComparer.Ordinal)
            .Select(name => (name, File.ReadAllText(Path.Combine(root, name))));

    // The prefixes come from the catalogues, so that a new office needs no change here; an id that goes on with a hyphen is the version of a book.
    private static Regex Citation(IReadOnlyList<ClauseCatalogue> catalogues) =>
        new($@"(?<![\w-])({string.Join('|', catalogues.SelectMany(c => c.Sources).Select(s => Regex.Escape(s.Prefix)))})-([A-Z]\.?)?[0-9]+(\.[0-9]+)*[a-z]?(?![\w-])",
            RegexOptions.ExplicitCapture,
            Patience);

    private static IEnumerable<string> Cited(string text, Regex citation) =>
        citation.Matches(text).Select(match => match.Value).Concat(ForeignId().Matches(text).Select(match => match.Groups["id"].Value));

    private static List<string> WithParts(string id, List<string> ids)
    {
        var parts = ids.Contains(id) ? [] : ids.Where(known => known.StartsWith(id + ".", StringComparison.Ordinal)).ToList();
        return parts.Count > 0 ? parts : [id];
    }

    private static IEnumerable<(string Id, string Test)> Proven(string text)
    {
        var declarations = Declaration().Matches(text).ToList();
        foreach (Match mark in Mark().Matches(text))
        {
            if (declarations.Find(d => d.Index > mark.Index) is not { } marked || IsSkipped(text, mark.Index, marked.Index))
            {
                continue;
            }

            var owner = declarations.FindLast(d => d.Index < mark.Index && d.Groups["class"].Success)?.Groups["class"].Value;
            var test = marked.Groups["class"].Success ? marked.Groups["class"].Value : $"{owner}.{marked.Groups["method"].Value}";
            foreach (Match id in Quoted().Matches(mark.Groups["ids"].Value))
            {
                yield return (id.Groups["id"].Value, test);
            }
        }
    }

    // The marks of one test stand together: nothing but attributes between the blank line before them and the declaration.
    private static bool IsSkipped(string text, int mark, int declaration)
    {
        var start = text.LastIndexOf("\n\n", mark, StringComparison.Ordinal);
        return text[Math.Max(start, 0)..declaration].Contains("Skip =", StringComparison.Ordinal);
    }

    // An id in quotation marks whose prefix no catalogue has: said in code, so some office must know it.
    [GeneratedRegex(@"""(?<id>[A-Z]{2,4}-[A-Z]?[0-9]+\.[0-9]+[a-z]?)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex ForeignId();

    [GeneratedRegex(@"[\[,]\s*Clause\((?<ids>[^)]*)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"""(?<id>[^""]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Quoted();

    [GeneratedRegex(
        @"^[ \t]*(public|internal|private)\s+([\w<>\[\]?,.]+\s+)*?(class\s+(?<class>\w+)|(?<method>\w+)(<[^>]*>)?\s*\()",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        matchTimeoutMilliseconds: 2000)]
    private static partial Regex Declaration();
}
