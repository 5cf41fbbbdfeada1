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
        if (query.IsEmpty)
        {
            return people;
        }

        var ids = IdsNamed(db, query, typed!.Trim());
        return people.Where(m => ids.Contains(m.Id));
    }

    // Two questions, each with an index of its own: asked as one, every member of the roster would be looked at.
    private static IQueryable<Guid> IdsNamed(AidDb db, SearchQuery query, string name)
    {
        var persons = db.Persons.Found(query);
        return db.Memberships.Where(m => m.RosterName == null).Join(persons, m => m.PersonId, p => p.Id, (m, _) => m.Id)
            .Concat(db.Memberships.Where(m => m.RosterName != null && m.RosterName.Contains(name)).Select(m => m.Id));
    }
}
