using LegalAid.Store;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Parts;

/// <summary>The book the navigation goes by, read once for a page, which shows its navigation twice. A page that tells of a failure asks nothing.</summary>
public sealed class NavigationBook(AidDb db, RuleBooks ruleBooks, OfficeClock clock)
{
    private (bool Asked, RuleBook? Book) known;

    public async Task<RuleBook?> OfTodayAsync(HttpContext context)
    {
        if (!known.Asked && context.Features.Get<IExceptionHandlerFeature>() is null && Guid.TryParse(context.User.FindFirst(OfficerClaims.Office)?.Value, out var office))
        {
            var code = await db.Offices.Where(o => o.Id == office).Select(o => o.BookCode).SingleOrDefaultAsync(context.RequestAborted);
            known = (true, ruleBooks.Books.Where(book => book.Book.Office == code && book.Book.InForceFrom <= clock.Today).MaxBy(book => book.Book.InForceFrom));
        }

        return known.Book;
    }
}
