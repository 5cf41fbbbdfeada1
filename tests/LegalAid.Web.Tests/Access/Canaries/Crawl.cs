using System.IO.Compression;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using LegalAid.Web.Tests.App;

namespace LegalAid.Web.Tests.Access.Canaries;

/// <summary>Goes wherever the links and the filters lead from the home page, and keeps every page with its address.</summary>
internal sealed class Crawl(Visitor visitor)
{
    private const int MostPerPath = 10;     // orders and filters of one list
    private const int MostClauses = 3;      // the rule books are nobody's secret
    private static readonly HtmlParser Parser = new();
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> perPath = new(StringComparer.Ordinal);
    private readonly Queue<string> ahead = new();

    public Dictionary<string, WebPage> Pages { get; } = new(StringComparer.Ordinal);

    public static async Task<Crawl> FromHomeAsync(Visitor visitor)
    {
        var crawl = new Crawl(visitor);
        crawl.See("/");
        while (crawl.ahead.TryDequeue(out var url))
        {
            var page = await crawl.ReadAsync(url);
            crawl.Pages[url] = page;
            foreach (var link in Links(page))
            {
                crawl.See(link);
            }
        }

        return crawl;
    }

    /// <summary>Reads whatever is there; of a workbook or a paper, every part of the file.</summary>
    public async Task<WebPage> ReadAsync(string url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(url, UriKind.Relative));
        using var response = await visitor.RawAsync(request);
        var html = TextOf(await response.Content.ReadAsByteArrayAsync());
        return new(response.StatusCode, response.Headers.Location?.OriginalString, html, Parser.ParseDocument(html));
    }

    public static string TextOf(byte[] content)
    {
        if (content is not [(byte)'P', (byte)'K', ..])
        {
            return Encoding.UTF8.GetString(content);
        }

        using var archive = new ZipArchive(new MemoryStream(content));
        return string.Join('\n', archive.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }

    private static IEnumerable<string> Links(WebPage page)
    {
        var filters = page.Document.QuerySelectorAll("form.filter-bar").Cast<IHtmlFormElement>().SelectMany(form =>
            form.QuerySelectorAll("select").Cast<IHtmlSelectElement>().SelectMany(select => select.Options.Where(option => option.Value.Length > 0).Select(option =>
                (form.GetAttribute("action") ?? "").Split('?')[0] + $"?{select.Name}={Uri.EscapeDataString(option.Value)}")));
        return page.Document.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!.Split('#')[0]).Concat(filters).Where(url => url is ['/', not '/', ..] or "/");
    }

    private void See(string url)
    {
        var path = url.Split('?')[0];
        var group = path.StartsWith("/rules/clauses/", StringComparison.Ordinal) ? "/rules/clauses/" : path;
        var most = group == path ? MostPerPath : MostClauses;
        if (perPath.GetValueOrDefault(group) < most && seen.Add(url))
        {
            perPath[group] = perPath.GetValueOrDefault(group) + 1;
            ahead.Enqueue(url);
        }
    }
}
