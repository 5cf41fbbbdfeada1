using LegalAid.Store;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Rulebooks;

/// <summary>规则: the office's book and the national one as they stand today, every number with its clause, and the catalogue of clauses.</summary>
public sealed class IndexModel(AidDb db, RuleBooks ruleBooks, OfficeClock clock, CurrentOfficer officer) : PageModel
{
    public DateOnly Today => clock.Today;

    public IReadOnlyList<IBook> Books { get; private set; } = [];

    public IReadOnlyList<ClauseCatalogue> Catalogues { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var code = await db.Offices.Where(o => o.Id == officer.OfficeId).Select(o => o.BookCode).SingleAsync(ct);
        var national = ruleBooks.National(Today);
        Books = [ruleBooks.InForceOn(code, Today), national];
        Catalogues = [.. ruleBooks.Catalogues.Where(catalogue => catalogue.Office == code || catalogue.Office == national.Book.Office).OrderByDescending(catalogue => catalogue.Office == code)];
    }
}
