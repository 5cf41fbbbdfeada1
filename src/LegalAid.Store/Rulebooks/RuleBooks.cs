using LegalAid.Store.Offices;
using LegalAid.Store.Rulebooks.Outlines;

namespace LegalAid.Store.Rulebooks;

/// <summary>All rule books and clause catalogues of a deployment, loaded once and never changed; safe to ask from many threads.</summary>
public sealed class RuleBooks
{
    private readonly Dictionary<string, Clause> clauses;
    private readonly Dictionary<string, string> owners;
    private readonly Dictionary<string, RuleBook[]> byOffice;

    internal RuleBooks(IEnumerable<ClauseCatalogue> catalogues, IEnumerable<NationalRuleBook> nationalBooks, IEnumerable<RuleBook> books)
    {
        Catalogues = Array.AsReadOnly([.. catalogues]);
        NationalBooks = Array.AsReadOnly([.. nationalBooks.OrderBy(b => b.Book.InForceFrom)]);
        Books = Array.AsReadOnly([.. books.OrderBy(b => b.Book.Office, StringComparer.Ordinal).ThenBy(b => b.Book.InForceFrom)]);
        clauses = Catalogues.SelectMany(c => c.Clauses).ToDictionary(c => c.Id, StringComparer.Ordinal);
        owners = Catalogues.SelectMany(c => c.Clauses, (c, clause) => (clause.Id, c.Office)).ToDictionary(owned => owned.Id, owned => owned.Office, StringComparer.Ordinal);
        byOffice = Books.GroupBy(b => b.Book.Office, StringComparer.Ordinal).ToDictionary(o => o.Key, o => o.ToArray(), StringComparer.Ordinal);
    }

    public IReadOnlyList<ClauseCatalogue> Catalogues { get; }

    public IReadOnlyList<NationalRuleBook> NationalBooks { get; }

    /// <summary>All books of all offices, by office and day.</summary>
    public IReadOnlyList<RuleBook> Books { get; }

    /// <summary>The offices a new deployment starts with, one for each rule-book folder.</summary>
    public required IReadOnlyList<OfficeProfile> Offices { get; init; }

    /// <summary>The texts as printed, where a folder describes one.</summary>
    public required IReadOnlyList<Outline> Outlines { get; init; }

    public IEnumerable<Clause> Clauses => Catalogues.SelectMany(c => c.Clauses);

    /// <exception cref="RuleBookFaultsException">With every fault found in any file.</exception>
    public static RuleBooks Load(string folder) => new RuleBookFolder(folder).Load();

    /// <summary>The office's book for the day the act belongs to.</summary>
    /// <exception cref="NoRuleBookException">Before the office's first book, or for an office without one.</exception>
    public RuleBook InForceOn(string officeCode, DateOnly day)
    {
        if (!byOffice.TryGetValue(officeCode, out var books))
        {
            throw new NoRuleBookException($"机构 {officeCode} 没有规则本");
        }

        return Find(officeCode, day)
            ?? throw new NoRuleBookException(
                $"{officeCode} 最早的规则本《{books[0].Book.Title}》自 {books[0].Book.InForceFrom:yyyy-MM-dd} 起施行，{day:yyyy-MM-dd} 无规则可依");
    }

    /// <summary>The same for pages that only show: null before the office's first book, or for an office without one.</summary>
    public RuleBook? Find(string officeCode, DateOnly day) => byOffice.GetValueOrDefault(officeCode)?.LastOrDefault(b => b.Book.InForceFrom <= day);

    /// <summary>The statute for the day the act belongs to.</summary>
    /// <exception cref="NoRuleBookException">Before the first national book.</exception>
    public NationalRuleBook National(DateOnly day) =>
        NationalBooks.LastOrDefault(b => b.Book.InForceFrom <= day)
        ?? throw new NoRuleBookException(
            $"最早的全国本自 {NationalBooks.Select(b => b.Book.InForceFrom).FirstOrDefault():yyyy-MM-dd} 起施行，{day:yyyy-MM-dd} 无上位法可依");

    /// <summary>The clause of this id; an unknown id is a bug of the caller.</summary>
    public Clause Clause(string id) =>
        FindClause(id) ?? throw new KeyNotFoundException($"条款目录里没有 {id}");

    public Clause? FindClause(string id) => clauses.GetValueOrDefault(id);

    /// <summary>The office code of the catalogue a clause stands in; the national one's for the statute; null for an unknown id.</summary>
    public string? OwnerOf(string clauseId) => owners.GetValueOrDefault(clauseId);

    /// <summary>Whether a catalogue's code is that of an office with books of its own, not the statute's.</summary>
    public bool IsOffice(string code) => byOffice.ContainsKey(code);

    /// <summary>The book a stored decision names; null when this deployment no longer holds that version.</summary>
    public IBook? FindVersion(string version) =>
        Books.Cast<IBook>().Concat(NationalBooks).FirstOrDefault(book => book.Version == version);
}
