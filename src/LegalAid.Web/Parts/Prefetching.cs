namespace LegalAid.Web.Parts;

/// <summary>Tells a page that a browser or a robot fetched ahead from one that somebody opened.</summary>
internal static class Prefetching
{
    private static readonly string[] Announced = ["Sec-Purpose", "Purpose", "X-Moz"];

    /// <summary>Nobody has seen it yet, so nothing is served by it (送达).</summary>
    public static bool IsPrefetch(this HttpRequest request) =>
        Array.Exists(Announced, header => request.Headers[header].Any(value => value?.Contains("prefetch", StringComparison.OrdinalIgnoreCase) == true));
}
