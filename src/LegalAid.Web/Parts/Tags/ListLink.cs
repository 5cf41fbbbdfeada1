using Microsoft.AspNetCore.Html;

namespace LegalAid.Web.Parts.Tags;

/// <summary>The way to the same list in another order or at another page: a link, or after a search a button that posts the search form anew.</summary>
internal static class ListLink
{
    /// <param name="request">The request that shows the list.</param>
    /// <param name="address">Page and order of what it leads to.</param>
    /// <param name="attributes">Written as they are.</param>
    /// <param name="content">What is shown.</param>
    public static IHtmlContent To(HttpRequest request, string address, string attributes, IHtmlContent content) => new HtmlContentBuilder().AppendFormat(
        QueryLink.Searched(request) is null ? "<a href=\"{0}\" {1}>{2}</a>" : $"<button form=\"{FilterBarTag.Id}\" formaction=\"{{0}}\" {{1}}>{{2}}</button>",
        address,
        new HtmlString(attributes),
        content);
}
