using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace LegalAid.Web.Tests.App;

/// <summary>An answer of the program as a person sees it: status, where it leads, and the text.</summary>
public sealed record WebPage(HttpStatusCode Status, string? Location, string Html, IHtmlDocument Document)
{
    /// <summary>What is readable in the page's main part, blanks folded.</summary>
    public string Text => string.Join(' ', (Document.QuerySelector("main") ?? Document.Body)?.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? []);

    public IElement this[string selector] => Document.QuerySelector(selector) ?? throw new InvalidOperationException($"Nothing matches {selector} in:\n{Text}");
}
