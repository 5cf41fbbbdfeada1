using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Rulebooks;

/// <summary>The rule book of an office for the day an act belongs to.</summary>
public sealed class OfficeBooks(AidDb db, RuleBooks ruleBooks)
{
    /// <exception cref="NoRuleBookException">Before the office's first book, or for an office without one.</exception>
    public async Task<RuleBook> InForceOnAsync(Guid officeId, DateOnly day, CancellationToken ct)
    {
        var code = await db.Offices.Where(o => o.Id == officeId).Select(o => o.BookCode).SingleAsync(ct);
        return ruleBooks.InForceOn(code, day);
    }

    /// <summary>The first day on which both a book of the office and the statute are in force.</summary>
    public async Task<DateOnly> FirstDayAsync(Guid officeId, CancellationToken ct)
    {
        var code = await db.Offices.Where(o => o.Id == officeId).Select(o => o.BookCode).SingleAsync(ct);
        var (own, national) = (ruleBooks.Books.Where(b => b.Book.Office == code).Min(b => b.Book.InForceFrom), ruleBooks.NationalBooks[0].Book.InForceFrom);
        return own > national ? own : national;
    }
}
