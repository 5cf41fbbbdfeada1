using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LegalAid.Web.Parts.Tags;

/// <summary>导出表格: the whole list as it is filtered, sorted and searched, as a workbook. A post, because taking a list away is journalled.</summary>
[HtmlTargetElement("export-list", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ExportListTag(IHtmlGenerator generator) : TagHelper
{
    /// <summary>Rows of the list; a list too long for one workbook says so before it is taken.</summary>
    public int Total { get; set; }

    /// <summary>The total was counted up to a bound only.</summary>
    public bool AndMore { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        Wrap.In(output, "form", "export");
        output.Attributes.SetAttribute("method", "post");
        output.Attributes.SetAttribute("action", QueryLink.Handler(request, ListExports.Handler));
        output.Content.AppendHtml(generator.GenerateAntiforgery(ViewContext));
        if (QueryLink.Searched(request) is { } searched)
        {
            output.Content.AppendFormat("<input type=\"hidden\" name=\"{0}\" value=\"{1}\">", QueryLink.SearchKey, searched);
        }

        output.Content.AppendFormat("<button class=\"btn\">导出表格{0}</button>", Total > ListExports.MostRows || AndMore ? $"（{(Total > ListExports.MostRows ? "" : "最多")}前 {ListExports.MostRows:N0} 行）" : string.Empty);
    }
}
