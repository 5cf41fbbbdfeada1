using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LegalAid.Web.Parts.Tags;

/// <summary>
/// A table with a caption. On a phone each row becomes a card, so every cell names its column: <c>&lt;td data-label="当事人"&gt;</c>.
/// With <c>wide</c> it stays a table and scrolls sideways instead (figures side by side).
/// </summary>
[HtmlTargetElement("data-table")]
public sealed class DataTableTag : TagHelper
{
    public required string Caption { get; set; }

    /// <summary>The caption is read out but not shown: the heading above says the same.</summary>
    public bool QuietCaption { get; set; }

    public bool Wide { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = await output.GetChildContentAsync();
        Wrap.In(output, "div", "table-frame");
        if (Wide)
        {
            output.Attributes.SetAttribute("role", "region");
            output.Attributes.SetAttribute("aria-label", Caption);
            output.Attributes.SetAttribute("tabindex", "0");
        }

        output.Content
            .AppendFormat("<table class=\"table {0}\"><caption class=\"{1}\">{2}</caption>", Wide ? "table-wide" : "table-stack", QuietCaption ? "visually-hidden" : "caption-top", Caption)
            .AppendHtml(rows)
            .AppendHtml("</table>");
    }
}

/// <summary>A column head that sorts its list by the address: <c>&lt;th sort-by="due"&gt;期限&lt;/th&gt;</c>. The query says sort=due or sort=-due.</summary>
[HtmlTargetElement("th", Attributes = "sort-by")]
public sealed class SortHeadTag : TagHelper
{
    public required string SortBy { get; set; }

    /// <summary>The list is sorted by this column when the address says nothing.</summary>
    public bool SortDefault { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var title = await output.GetChildContentAsync();
        var request = ViewContext.HttpContext.Request;
        var sort = request.Query[QueryLink.SortKey].ToString();
        var ascending = sort == SortBy || (sort.Length == 0 && SortDefault);
        var descending = sort == "-" + SortBy;
        output.Attributes.SetAttribute("scope", "col");
        if (ascending || descending)
        {
            output.Attributes.SetAttribute("aria-sort", ascending ? "ascending" : "descending");
        }

        output.Content.AppendHtml(ListLink.To(request, QueryLink.With(request, QueryLink.SortKey, ascending ? "-" + SortBy : SortBy), "class=\"sort\"", new HtmlContentBuilder()
                .AppendHtml(title)
                .AppendHtml(ascending ? Icon.Up : descending ? Icon.Down : HtmlString.Empty)));
    }
}

/// <summary>What will appear here and how to start it: <c>&lt;empty-state title="没有待办" act="登记收文" href="/intake/letters/new"&gt;…&lt;/empty-state&gt;</c>.</summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTag : TagHelper
{
    public required string Title { get; set; }

    public string? Act { get; set; }

    public string? Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = await output.GetChildContentAsync();
        Wrap.In(output, "div", "empty-state");
        output.Content.AppendFormat("<p class=\"empty-title\">{0}</p>", Title);
        if (!text.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml("<p>").AppendHtml(text).AppendHtml("</p>");
        }

        if (Act is not null && Href is not null)
        {
            output.Content.AppendFormat("<a class=\"btn btn-primary\" href=\"{0}\">{1}</a>", Href, Act);
        }
    }
}
