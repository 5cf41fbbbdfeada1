namespace LegalAid.Web.Parts;

/// <summary>The large-type switch: a cookie of the person's own browser, set by a plain form.</summary>
public static class TypeSize
{
    public const string Url = "/type-size";

    private const string Cookie = "type";
    private const string Large = "large";

    public static bool IsLarge(HttpRequest request) => request.Cookies[Cookie] == Large;

    public static IEndpointConventionBuilder MapTypeSize(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Url, async (HttpContext http) =>
        {
            // A preference of looks needs no antiforgery token: the worst a stranger can do is to enlarge the type.
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            http.Response.Cookies.Append(Cookie, form["size"] == Large ? Large : "normal", new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
            });
            return Results.LocalRedirect(form["back"].ToString() is { } back && IsLocal(back) ? back : "/");
        }).AllowAnonymous();

    private static bool IsLocal(string url) => url is ['/'] or ['/', not '/' and not '\\', ..];
}
