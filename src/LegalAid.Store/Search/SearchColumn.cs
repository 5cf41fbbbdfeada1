using System.Linq.Expressions;
using LegalAid.Rules.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LegalAid.Store.Search;

/// <summary>
/// The column search_pieces: what a row is found by. No property of the entity, because no use case may set it; <see cref="SearchFiller"/> alone does.
/// It says as much as the names it comes from and stands in the same row or under the same row security.
/// </summary>
public static class SearchColumn
{
    internal const string Name = "SearchPieces";

    internal static void HasSearchPieces<T>(this EntityTypeBuilder<T> entity)
        where T : class
    {
        entity.Property<string[]>(Name).IsRequired().HasDefaultValueSql("'{}'");
        entity.HasIndex(Name).HasMethod("gin");
    }

    /// <summary>The rows that have all pieces of one alternative; all rows when nothing was typed.</summary>
    public static IQueryable<T> Found<T>(this IQueryable<T> rows, SearchQuery query)
        where T : class
    {
        if (query.IsEmpty)
        {
            return rows;
        }

        var row = Expression.Parameter(typeof(T), "row");
        return rows.Where(Expression.Lambda<Func<T, bool>>(query.Alternatives.Select(pieces => HasAll<T>(pieces, row)).Aggregate(Expression.OrElse), row));
    }

    private static Expression HasAll<T>(IReadOnlyList<string> pieces, ParameterExpression row)
        where T : class
    {
        string[] wanted = [.. pieces];
        Expression<Func<T, bool>> hasAll = one => wanted.All(piece => EF.Property<string[]>(one, Name).Contains(piece));
        return new Rename(hasAll.Parameters[0], row).Visit(hasAll.Body);
    }

    private sealed class Rename(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
