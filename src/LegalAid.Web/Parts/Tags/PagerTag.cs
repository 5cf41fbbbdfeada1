using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LegalAid.Web.Parts.Tags;

/// <summary>Pages of a list read on the server: <c>&lt;pager page="Model.P" size="50" total="Model.Total" /&gt;</c>; the address keeps its other values, the page is <c>p</c>.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTag : TagHelper
{
    private const int Neighbours = 2;

    public int Page { get; set; } = 1;

    public int Size { get; set; } = 50;

    public long Total { get; set; }

    /// <summary>There are more than the total; only so many were counted.</summary>
    public bool AndMore { get; set; }

    /// <summary>What is counted: 件, 人, 条.</summary>
    public string Unit { get; set; } = "条";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var pages = (int)Math.Max(1, (Total + Size - 1) / Size);
        var current = Page <= pages ? Math.Max(1, Page) : pages + 1;      // an old address: the list has become shorter
        Wrap.In(output, "nav", "pager");
        output.Attributes.SetAttribute("aria-label", "分页");
        output.Content.AppendFormat("<p class=\"pager-count\">{0} {1}{2}</p>", $"{(AndMore ? "超过" : "共")} {Total.ToString("N0", CultureInfo.InvariantCulture)}", Unit, current > pages ? "，没有这一页" : AndMore ? $"，第 {current} 页" : pages > 1 ? $"，第 {current} / {pages} 页" : string.Empty);
        if (pages == 1 && current == 1)
        {
            return;
        }

        output.Content.AppendHtml("<ul>");
        Step(output, "上一页", current - 1, pages);
        foreach (var page in Shown(current, pages))
        {
            _ = page == 0
                ? output.Content.AppendHtml("<li class=\"pager-gap\" aria-hidden=\"true\">…</li>")
                : output.Content.AppendHtml(Number(page, current));
        }

        Step(output, "下一页", current + 1, pages);
        output.Content.AppendHtml("</ul>");
    }

    /// <summary>First, last and the neighbours; 0 stands for a gap.</summary>
    internal static IEnumerable<int> Shown(int current, int pages)
    {
        var last = 0;
        for (var page = 1; page <= pages; page++)
        {
            if (page != 1 && page != pages && Math.Abs(page - current) > Neighbours)
            {
                continue;
            }

            if (page - last > 1)
            {
                yield return 0;
            }

            yield return page;
            last = page;
        }
    }

    private IHtmlContent Number(int page, int current) => new HtmlContentBuilder().AppendFormat(
        "<li class=\"pager-number\">{0}</li>",
        ListLink.To(ViewContext.HttpContext.Request, Address(page), page == current ? "aria-current=\"page\"" : string.Empty, new HtmlContentBuilder().AppendFormat(
            "<span class=\"visually-hidden\">第 </span>{0}<span class=\"visually-hidden\"> 页</span>", page)));

    private void Step(TagHelperOutput output, string word, int page, int pages) => output.Content.AppendHtml(
        page < 1 || page > pages
            ? new HtmlContentBuilder().AppendFormat("<li class=\"pager-step\"><span aria-disabled=\"true\">{0}</span></li>", word)
            : new HtmlContentBuilder().AppendFormat("<li class=\"pager-step\">{0}</li>", ListLink.To(ViewContext.HttpContext.Request, Address(page), string.Empty, new HtmlContentBuilder().Append(word))));

    private string Address(int page) =>
        QueryLink.With(ViewContext.HttpContext.Request, QueryLink.PageKey, page == 1 ? null : page.ToString(CultureInfo.InvariantCulture));
}
