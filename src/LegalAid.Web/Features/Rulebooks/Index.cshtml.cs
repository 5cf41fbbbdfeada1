using LegalAid.Store;
using LegalAid.Store.Rulebooks;
using LegalAid.Store.Rulebooks.Outlines;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Rulebooks;

/// <summary>规则: an office's book as it stands on a day, every number with its clause, beside another office's if asked, the doubtful places of its text, and the catalogue of clauses.</summary>
public sealed class IndexModel(AidDb db, RuleBooks ruleBooks, OfficeClock clock, CurrentOfficer officer) : PageModel
{
    private const string National = "CN";

    /// <summary>The code of the office whose book is read; the own one's when not said.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Office { get; set; }

    /// <summary>The code of the office to read beside it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? With { get; set; }

    public DateOnly Today => clock.Today;

    public IBook? Book { get; private set; }

    public IBook? Other { get; private set; }

    public ClauseCatalogue? Catalogue { get; private set; }

    /// <summary>The faults of the office's text as written.</summary>
    public IReadOnlyList<LintFinding> Doubts { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public IReadOnlyList<RuleBookSection> Sections => Book is null ? [] : RuleBookSection.Of(Book, Other);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Office ??= await db.Offices.Where(o => o.Id == officer.OfficeId).Select(o => o.BookCode).SingleAsync(ct);
        Choices =
        [
            .. ruleBooks.Offices.Select(office => new SelectListItem(office.Name, office.Code)),
            new("国家", National),
        ];
        (Book, Other) = (On(Office), With == Office ? null : On(With));
        Catalogue = ruleBooks.Catalogues.FirstOrDefault(catalogue => catalogue.Office == Office);
        Doubts = [.. SourceLint.Run(ruleBooks).Where(finding => finding.Office == Office)];
    }

    // An office whose first book has not begun yet, or none at all, is told as such and is no error of the reader's.
    private IBook? On(string? code) => code == National
        ? ruleBooks.NationalBooks.LastOrDefault(book => book.Book.InForceFrom <= Today)
        : ruleBooks.Books.LastOrDefault(book => book.Book.Office == code && book.Book.InForceFrom <= Today);
}
