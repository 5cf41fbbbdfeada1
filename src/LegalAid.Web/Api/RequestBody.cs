namespace LegalAid.Web.Api;

/// <summary>The facts as they were sent, if they are not too large.</summary>
internal static class RequestBody
{
    /// <summary>Several thousand candidates with their people fit.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    /// <returns>Null when there is more.</returns>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > MostBytes)
        {
            return null;
        }

        using var facts = new MemoryStream();
        var part = new byte[81920];
        while (await request.Body.ReadAsync(part, ct) is > 0 and var read)
        {
            if (facts.Length + read > MostBytes)
            {
                return null;
            }

            facts.Write(part, 0, read);
        }

        return facts.ToArray();
    }
}
