namespace LegalAid.Store.Rulebooks;

/// <summary>What must hold between files: one book per office and day, no book before the statute's first, none below the statute while it runs.</summary>
internal static class BookOrder
{
    public static IEnumerable<RuleBookFault> Faults(
        IReadOnlyList<ClauseCatalogue> catalogues, IReadOnlyList<NationalRuleBook> national, IReadOnlyList<RuleBook> books) =>
    [
        .. OneFolderPerOffice(catalogues),
        .. OneBookPerDay(national),
        .. OneBookPerDay(books),
        .. books.SelectMany(book => AgainstStatute(book, books, national)),
    ];

    /// <summary>The statute of the book's first day, and every later one until the office's next book.</summary>
    public static IEnumerable<NationalRuleBook> StatutesDuring(RuleBook book, IReadOnlyList<RuleBook> books, IReadOnlyList<NationalRuleBook> national)
    {
        var from = book.Book.InForceFrom;
        var next = books.Where(b => b.Book.Office == book.Book.Office && b.Book.InForceFrom > from).Select(b => (DateOnly?)b.Book.InForceFrom).Min();
        var atStart = national.Where(law => law.Book.InForceFrom <= from).MaxBy(law => law.Book.InForceFrom);
        return national.Where(law => law == atStart || (law.Book.InForceFrom > from && (next is null || law.Book.InForceFrom < next)));
    }

    private static IEnumerable<RuleBookFault> OneFolderPerOffice(IReadOnlyList<ClauseCatalogue> catalogues) =>
        from office in catalogues.GroupBy(c => c.Office, StringComparer.Ordinal)
        from second in office.Skip(1)
        select new RuleBookFault(second.File, null, "office", $"机构代码 {office.Key} 已由 {office.First().File} 使用");

    private static IEnumerable<RuleBookFault> OneBookPerDay(IEnumerable<IBook> books) =>
        from day in books.GroupBy(b => (b.Book.Office, b.Book.InForceFrom))
        from second in day.Skip(1)
        select new RuleBookFault(second.File, null, "book.in-force-from", $"{day.Key.InForceFrom:yyyy-MM-dd} 已有一本：{day.First().File}");

    private static IEnumerable<RuleBookFault> AgainstStatute(RuleBook book, IReadOnlyList<RuleBook> books, IReadOnlyList<NationalRuleBook> national)
    {
        var from = book.Book.InForceFrom;
        if (national.Count > 0 && !national.Any(law => law.Book.InForceFrom <= from))
        {
            yield return new(book.File, null, "book.in-force-from",
                $"{from:yyyy-MM-dd} 早于最早的全国本（{national.Min(law => law.Book.InForceFrom):yyyy-MM-dd}），无上位法可校验");
        }

        var faults = StatutesDuring(book, books, national).SelectMany(law => StatuteFloor.Faults(book, law));
        foreach (var (key, reason) in faults.DistinctBy(fault => fault.Key, StringComparer.Ordinal))
        {
            yield return new(book.File, book.Entries.FirstOrDefault(e => e.Key == key)?.Line, key, reason);
        }
    }
}
