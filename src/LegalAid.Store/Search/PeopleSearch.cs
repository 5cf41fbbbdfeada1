using LegalAid.Rules.Common;
using LegalAid.Rules.Search;
using LegalAid.Store.Registry;

namespace LegalAid.Store.Search;

/// <summary>Finds people of a roster by what somebody typed: a licence number or a part of one, otherwise a name.</summary>
public static class PeopleSearch
{
    public static IQueryable<Membership> SearchedFor(this IQueryable<Membership> people, AidDb db, string? typed)
    {
        if (SearchQuery.IsNumber(typed))
        {
            var number = TextCleaning.Number(typed!);
            return people.Where(m => m.LicenceNumber.Contains(number));
        }

        var query = SearchQuery.Read(typed, BuiltInReadings.Table);
        var persons = db.Persons.Found(query);
        var name = typed?.Trim() ?? "";
        return query.IsEmpty ? people : people.Where(m => m.RosterName == null ? persons.Any(p => p.Id == m.PersonId) : m.RosterName.Contains(name));
    }
}
