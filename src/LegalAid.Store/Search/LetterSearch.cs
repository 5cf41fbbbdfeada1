using LegalAid.Rules.Search;
using LegalAid.Store.Intake;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Search;

/// <summary>Finds letters of the register by a part of a number, by the authority's name, or by what their cases are found by.</summary>
public static class LetterSearch
{
    public static IQueryable<IncomingLetter> SearchedFor(this IQueryable<IncomingLetter> letters, AidDb db, string? typed)
    {
        var query = SearchQuery.Read(typed, BuiltInReadings.Table);
        if (query.IsEmpty)
        {
            return letters;
        }

        var cases = OwnFinds.Ids<AidCase>(db, query);
        var ids = OwnFinds.Ids<IncomingLetter>(db, query).Concat(db.Cases.Where(c => c.LetterId != null && cases.Contains(c.Id)).Select(c => c.LetterId!.Value));
        return letters.Where(letter => ids.Contains(letter.Id));
    }
}
