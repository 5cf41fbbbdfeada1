using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LegalAid.Web.Parts.Tags;

/// <summary>
/// Filters of a list: a GET form, so that the address holds the state. With <c>live="rows"</c> the element of that id follows the typing.
/// </summary>
[HtmlTargetElement("filter-bar")]
public sealed class FilterBarTag : TagHelper
{
    public string? Live { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var fields = await output.GetChildContentAsync();
        var request = ViewContext.HttpContext.Request;
        var address = QueryLink.Clear(request);
        Wrap.In(output, "form", "filter-bar");
        output.Attributes.SetAttribute("method", "get");
        output.Attributes.SetAttribute("action", address);
        output.Attributes.SetAttribute("role", "search");
        if (Live is not null)
        {
            output.Attributes.SetAttribute("hx-get", address);
            output.Attributes.SetAttribute("hx-trigger", "input delay:300ms, submit");
            output.Attributes.SetAttribute("hx-target", "#" + Live);
            output.Attributes.SetAttribute("hx-select", "#" + Live);
            output.Attributes.SetAttribute("hx-swap", "outerHTML");
            output.Attributes.SetAttribute("hx-replace-url", "true");
            output.Attributes.SetAttribute("hx-sync", "this:replace");
        }

        output.Content.AppendHtml(fields);
        if (request.Query[QueryLink.SortKey].ToString() is { Length: > 0 } sort)
        {
            output.Content.AppendFormat("<input type=\"hidden\" name=\"{0}\" value=\"{1}\">", QueryLink.SortKey, sort);
        }

        output.Content.AppendHtml("<div class=\"filter-acts\"><button class=\"btn\">筛选</button>");
        if (request.Query.Any(pair => pair.Key is not (QueryLink.SortKey or QueryLink.PageKey) && pair.Value.Any(v => !string.IsNullOrEmpty(v))))
        {
            output.Content.AppendFormat("<a href=\"{0}\">清除条件</a>", address);
        }

        output.Content.AppendHtml("</div>");
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
        var value = ViewContext.HttpContext.Request.Query[Name].ToString();
        var id = "filter-" + Name;
        Wrap.In(output, "div", Items is not null ? "filter-field" : Day ? "filter-field filter-day" : "filter-field filter-search");
        output.Content.AppendFormat("<label for=\"{0}\">{1}</label>", id, Label);
        if (Items is null)
        {
            output.Content.AppendFormat("<input class=\"form-control\" type=\"search\" id=\"{0}\" name=\"{1}\" value=\"{2}\" placeholder=\"{3}\" autocomplete=\"off\">", id, Name, value, Hint ?? string.Empty);
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
