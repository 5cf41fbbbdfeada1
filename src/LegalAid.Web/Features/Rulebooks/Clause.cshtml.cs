using LegalAid.Store.Rulebooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Rulebooks;

/// <summary>依据: one clause, its gist in our own words, and the parameters the books take from it.</summary>
public sealed class ClauseModel(RuleBooks ruleBooks) : PageModel
{
    public Store.Rulebooks.Clause Clause { get; private set; } = null!;

    public IReadOnlyList<(IBook Book, BookEntry Entry)> Entries { get; private set; } = [];

    public IActionResult OnGet(string id)
    {
        if (ruleBooks.FindClause(id) is not { } clause)
        {
            return NotFound();
        }

        Clause = clause;
        Entries = [.. ruleBooks.Books.Cast<IBook>().Concat(ruleBooks.NationalBooks).SelectMany(book => book.Entries.Where(entry => entry.Clause == id).Select(entry => (book, entry)))];
        return Page();
    }
}
