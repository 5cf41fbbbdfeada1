using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LegalAid.Web.Parts.Tags;

/// <summary>
/// The head of a page: title (also the window's), what kind of page it is, facts below, acts at the right.
/// <c>&lt;page-header title="…" kind="指派"&gt;&lt;page-facts&gt;…&lt;/page-facts&gt;&lt;page-acts&gt;…&lt;/page-acts&gt;&lt;/page-header&gt;</c>
/// </summary>
[HtmlTargetElement("page-header")]
public sealed class PageHeaderTag : TagHelper
{
    public required string Title { get; set; }

    public string? Kind { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = await output.GetChildContentAsync();
        ViewContext.ViewData["Title"] ??= Title;
        output.TagName = "header";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "page-header");
        output.Content.AppendHtml("<div class=\"page-title\">");
        if (Kind is not null)
        {
            output.Content.AppendFormat("<p class=\"page-kind\">{0}</p>", Kind);
        }

        output.Content.AppendFormat("<h1>{0}</h1></div>", Title).AppendHtml(inner);
    }
}

/// <summary>What one must know before reading on: state, number, person, day.</summary>
[HtmlTargetElement("page-facts", ParentTag = "page-header")]
public sealed class PageFactsTag : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => Wrap.In(output, "div", "page-facts");
}

/// <summary>The one or two acts possible now.</summary>
[HtmlTargetElement("page-acts", ParentTag = "page-header")]
public sealed class PageActsTag : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => Wrap.In(output, "div", "page-acts");
}

internal static class Wrap
{
    /// <summary>Renders the element as another one with a class, content untouched.</summary>
    internal static void In(TagHelperOutput output, string tag, string cssClass)
    {
        output.TagName = tag;
        output.TagMode = TagMode.StartTagAndEndTag;
        var given = output.Attributes.TryGetAttribute("class", out var own) ? $" {own.Value}" : string.Empty;
        output.Attributes.SetAttribute("class", new HtmlString(cssClass + given));
    }
}
