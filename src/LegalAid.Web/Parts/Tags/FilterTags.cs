using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LegalAid.Web.Parts.Tags;

/// <summary>
/// Filters of a list: a GET form, so that the address holds the state. With a search box (<c>search</c>) it is posted, so that the address holds
/// everything but what was searched for. With <c>live="rows"</c> the element of that id follows the typing.
/// </summary>
[HtmlTargetElement("filter-bar")]
public sealed class FilterBarTag(IHtmlGenerator generator) : TagHelper
{
    /// <summary>The form that pages and orders of a searched list belong to.</summary>
    internal const string Id = "filters";

    public string? Live { get; set; }

    public bool Search { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private HttpRequest Request => ViewContext.HttpContext.Request;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var fields = await output.GetChildContentAsync();
        var address = Search ? QueryLink.Here(Request) : QueryLink.Clear(Request);
        Wrap.In(output, "form", "filter-bar");
        output.Attributes.SetAttribute("id", Id);
        output.Attributes.SetAttribute("method", Search ? "post" : "get");
        output.Attributes.SetAttribute("action", address);
        output.Attributes.SetAttribute("role", "search");
        FollowTyping(output, address);
        output.Content.AppendHtml(fields);
        if (Search)
        {
            output.Content.AppendHtml(generator.GenerateAntiforgery(ViewContext));
        }
        else if (QueryLink.Value(Request, QueryLink.SortKey) is { Length: > 0 } sort)
        {
            output.Content.AppendFormat("<input type=\"hidden\" name=\"{0}\" value=\"{1}\">", QueryLink.SortKey, sort);
        }

        output.Content.AppendHtml("<div class=\"filter-acts\"><button class=\"btn\">筛选</button>");
        if (QueryLink.IsNarrowed(Request))
        {
            output.Content.AppendFormat("<a href=\"{0}\">清除条件</a>", QueryLink.Clear(Request));
        }

        output.Content.AppendHtml("</div>");
    }

    private void FollowTyping(TagHelperOutput output, string address)
    {
        if (Live is null)
        {
            return;
        }

        output.Attributes.SetAttribute(Search ? "hx-post" : "hx-get", address);
        output.Attributes.SetAttribute("hx-trigger", Search ? "input delay:300ms" : "input delay:300ms, submit");     // a posted form is also sent by the buttons of pages and orders
        output.Attributes.SetAttribute("hx-target", "#" + Live);
        output.Attributes.SetAttribute("hx-select", "#" + Live);
        output.Attributes.SetAttribute("hx-swap", "outerHTML");
        output.Attributes.SetAttribute("hx-sync", "this:replace");
        if (!Search)
        {
            output.Attributes.SetAttribute("hx-replace-url", "true");
        }
        else if (Request.Headers.ContainsKey("HX-Request"))
        {
            ViewContext.HttpContext.Response.Headers["HX-Replace-Url"] = address;
        }
    }
}

/// <summary>One filter: a search box, or a choice when it has items. Its value comes from the address.</summary>
[HtmlTargetElement("filter-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FilterFieldTag : TagHelper
{
    public required string Name { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>A day is asked for; the box is as short as a day.</summary>
    public bool Day { get; set; }

    /// <summary>The first choice: no restriction.</summary>
    public string All { get; set; } = "全部";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var value = QueryLink.Value(ViewContext.HttpContext.Request, Name);
        var id = "filter-" + Name;
        Wrap.In(output, "div", Items is not null ? "filter-field" : Day ? "filter-field filter-day" : "filter-field filter-search");
        output.Content.AppendFormat("<label for=\"{0}\">{1}</label>", id, Label);
        if (Items is null)
        {
            output.Content.AppendFormat("<input class=\"form-control\" type=\"search\" id=\"{0}\" name=\"{1}\" value=\"{2}\" placeholder=\"{3}\" autocomplete=\"off\" maxlength=\"60\">", id, Name, value, Hint ?? string.Empty);
            return;
        }

        output.Content.AppendFormat("<select class=\"form-select\" id=\"{0}\" name=\"{1}\">", id, Name);
        foreach (var item in Items.Prepend(new SelectListItem(All, string.Empty)))
        {
            output.Content.AppendFormat(
                item.Value == value ? "<option value=\"{0}\" selected>{1}</option>" : "<option value=\"{0}\">{1}</option>",
                item.Value ?? item.Text,
                item.Text);
        }

        output.Content.AppendHtml("</select>");
    }
}
