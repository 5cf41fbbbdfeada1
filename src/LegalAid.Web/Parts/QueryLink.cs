using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;

namespace LegalAid.Web.Parts;

/// <summary>
/// Links to the same page in another state: the state of a list lives in its address. What was searched for is no part of it: a name is personal data
/// and would stay in histories and logs, so searches are posted and answered directly.
/// </summary>
public static class QueryLink
{
    /// <summary>The page of a list; not "page", which Razor Pages keeps for itself.</summary>
    public const string PageKey = "p";

    public const string SortKey = "sort";

    /// <summary>The search box; posted, never linked to.</summary>
    public const string SearchKey = "q";

    private const string HandlerKey = "handler";

    /// <summary>What was typed into the search box; null when the list was not searched.</summary>
    public static string? Searched(HttpRequest request) =>
        request.HasFormContentType && request.Form[SearchKey].ToString().Trim() is { Length: > 0 } typed ? typed : null;

    /// <summary>The value of one filter, as sent with the form or kept in the address.</summary>
    public static string Value(HttpRequest request, string key) =>
        (request.HasFormContentType && request.Form.TryGetValue(key, out var sent) ? sent : key == SearchKey ? default : request.Query[key]).ToString();

    /// <summary>Whether the list is narrowed by anything.</summary>
    public static bool IsNarrowed(HttpRequest request) =>
        Searched(request) is not null || State(request).Any(pair => pair.Key is not (SortKey or PageKey));

    /// <summary>The address of the list as it is shown, first page.</summary>
    public static string Here(HttpRequest request) => With(request, PageKey, null);

    /// <summary>The current address with one value changed or, when null, taken out.</summary>
    public static string With(HttpRequest request, string key, string? value)
    {
        var query = new QueryBuilder(State(request).Where(pair => pair.Key != key && (pair.Key != PageKey || key == PageKey)));
        if (value is not null)
        {
            query.Add(key, value);
        }

        return request.PathBase + request.Path + query.ToQueryString();
    }

    /// <summary>Where another of the page's posts goes, with the list in the state it is shown in.</summary>
    public static string Handler(HttpRequest request, string handler) => With(request, HandlerKey, handler);

    public static string Clear(HttpRequest request) => request.PathBase + request.Path;

    private static IEnumerable<KeyValuePair<string, StringValues>> State(HttpRequest request)
    {
        var form = request.HasFormContentType ? request.Form.ToDictionary(StringComparer.Ordinal) : [];
        return request.Query.Where(pair => !form.ContainsKey(pair.Key))
            .Concat(form.Where(pair => !pair.Key.StartsWith("__", StringComparison.Ordinal)))
            .Where(pair => pair.Key is not (SearchKey or HandlerKey) && !string.IsNullOrEmpty(pair.Value));
    }
}
