using Microsoft.AspNetCore.Http.Extensions;

namespace LegalAid.Web.Parts;

/// <summary>Links to the same page in another state: the state of a list lives in its address.</summary>
public static class QueryLink
{
    /// <summary>The page of a list; not "page", which Razor Pages keeps for itself.</summary>
    public const string PageKey = "p";

    public const string SortKey = "sort";

    /// <summary>The current address with one value changed or, when null, taken out.</summary>
    public static string With(HttpRequest request, string key, string? value)
    {
        var query = new QueryBuilder(request.Query.Where(pair => pair.Key != key && (pair.Key != PageKey || key == PageKey)));
        if (value is not null)
        {
            query.Add(key, value);
        }

        return request.PathBase + request.Path + query.ToQueryString();
    }

    public static string Clear(HttpRequest request) => request.PathBase + request.Path;
}
