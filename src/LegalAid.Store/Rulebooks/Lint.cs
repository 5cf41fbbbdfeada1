using LegalAid.Rules.Common;
using LegalAid.Store.Rulebooks.Outlines;

namespace LegalAid.Store.Rulebooks;

/// <summary>What a careful reader would remark on loaded books and on the texts they follow. Refusals are the loader's; deadlines longer than the statute's are lawful and told here.</summary>
public static class Lint
{
    /// <param name="books">The loaded books.</param>
    /// <param name="calendar">The days off by which deadlines are compared.</param>
    /// <param name="report">Citations and proofs, where they could be looked at.</param>
    public static IReadOnlyList<LintFinding> Run(RuleBooks books, WorkCalendar calendar, ClauseReport? report = null) =>
    [
        .. books.Books.SelectMany(book => LaterThanStatute.Findings(book, books, calendar)),
        .. AllBooks(books).SelectMany(Assumed),
        .. AllBooks(books).SelectMany(book => Doubtful(book, books)),
        .. SourceLint.Run(books),
        .. report is { SourcesAtHand: true } ? Unused(books, report).Concat(ProvenYetOpen(books, report)) : [],
    ];

    private static IEnumerable<IBook> AllBooks(RuleBooks books) => [.. books.NationalBooks, .. books.Books];

    private static IEnumerable<LintFinding> Assumed(IBook book)
    {
        var assumed = book.Entries.Where(entry => entry.AssumedBecause is not null).ToList();
        return assumed.Count == 0
            ? []
            : [new(LintRule.AssumedSettings, LintSeverity.Note, book.Book.Office, book.File, null, $"{book.Entries.Count} 项参数中有 {assumed.Count} 项是推定的：{string.Join('、', assumed.Select(e => e.Title))}")];
    }

    private static IEnumerable<LintFinding> Doubtful(IBook book, RuleBooks books) =>
        from entry in book.Entries
        let clause = books.Clause(entry.Clause)
        let doubt = clause.Kind == ClauseKind.Outside ? "在条款目录里是系统外的条款，却有参数依它而定"
            : clause.Unverified ? "是凭记忆写的条款，原文待核，参数依它而定"
            : null
        where doubt is not null
        select new LintFinding(LintRule.DoubtfulClause, LintSeverity.Warning, book.Book.Office, book.File, entry.Clause, $"“{entry.Title}”所依的 {entry.Clause} {doubt}");

    // What is still to be built is known to be missing; what counts as built must be used somewhere.
    private static IEnumerable<LintFinding> Unused(RuleBooks books, ClauseReport report) =>
        from standing in report.Clauses
        where standing.Kind is ClauseKind.Enforced or ClauseKind.Computed
            && books.Clause(standing.Id).State is null
            && standing.BookKeys.Count == 0
            && standing.CitedIn.Count == 0
        select new LintFinding(LintRule.UnusedClause, LintSeverity.Warning, books.OwnerOf(standing.Id)!, FileOf(books, standing), standing.Id, $"{standing.Id}“{standing.Title}”须由系统把关或计算，却没有参数，也没有代码引用它");

    private static IEnumerable<LintFinding> ProvenYetOpen(RuleBooks books, ClauseReport report) =>
        from standing in report.Clauses
        where standing.State == ClauseState.Open && standing.ProvenBy.Count > 0
        select new LintFinding(LintRule.ProvenYetOpen, LintSeverity.Note, books.OwnerOf(standing.Id)!, FileOf(books, standing), standing.Id,
            $"{standing.Id}“{standing.Title}”仍标为待建，已有 {standing.ProvenBy.Count} 项测试证明；若已全部建成，请去掉 state: open");

    private static string FileOf(RuleBooks books, ClauseStanding standing) =>
        books.Catalogues.First(catalogue => catalogue.Clauses.Any(clause => clause.Id == standing.Id)).File;
}
