using System.Linq.Expressions;
using LegalAid.Rules.Search;
using LegalAid.Store.Database;
using LegalAid.Store.Intake;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Search;

/// <summary>
/// Finds rows that stand under row security. PostgreSQL asks no GIN index there, because what an index operator is asked might be told on; so a function of
/// the owner's asks it, and answers the ids of the offices in sight alone.
/// </summary>
public static class OwnFinds
{
    private static readonly Dictionary<Type, string> Questions = new()
    {
        [typeof(AidCase)] = "select found_cases({0}) as \"Value\"",
        [typeof(IncomingLetter)] = "select found_letters({0}) as \"Value\"",
    };

    internal static string Sql => Function("found_cases", "cases") + Function("found_letters", "incoming_letters");

    /// <summary>The rows of the offices in sight that have all pieces of one alternative; all rows when nothing was typed.</summary>
    public static IQueryable<T> FoundOwn<T>(this IQueryable<T> rows, AidDb db, SearchQuery query)
        where T : class, IOfficeOwned
    {
        if (query.IsEmpty)
        {
            return rows;
        }

        var ids = Ids<T>(db, query);
        var row = Expression.Parameter(typeof(T), "row");
        var id = Expression.Call(typeof(EF), nameof(EF.Property), [typeof(Guid)], row, Expression.Constant("Id"));
        return rows.Where(Expression.Lambda<Func<T, bool>>(Expression.Call(typeof(Queryable), nameof(Queryable.Contains), [typeof(Guid)], ids.Expression, id), row));
    }

    /// <summary>The ids alone.</summary>
    internal static IQueryable<Guid> Ids<T>(AidDb db, SearchQuery query)
        where T : class, IOfficeOwned =>
        query.Alternatives
            .Select(pieces => db.Database.SqlQueryRaw<Guid>(Questions[typeof(T)], (object)pieces.ToArray()))
            .Aggregate((found, more) => found.Concat(more));

    private static string Function(string name, string table) => $"""
        create or replace function {name}(pieces text[]) returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
          select id from {table} where search_pieces @> pieces and {Guards.OwnOffices};
        $$;
        revoke all on function {name} from public;
        grant execute on function {name} to {Guards.AppRole};
        """;
}
