using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LegalAid.Web.Parts.Tags;

/// <summary>
/// The clauses something rests on, as links into the catalogue. <c>ids="@list"</c> shows what a decision cites; <c>id="BB-6.1 WZ-21.1 LAW-25"</c>, written
/// on a page that serves every office, shows each reader the statute and the own office's text.
/// </summary>
[HtmlTargetElement("clause", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ClauseTag(RuleBooks ruleBooks) : TagHelper
{
    private static readonly char[] Separators = [' ', ',', '、'];

    public string? Id { get; set; }

    public IEnumerable<string>? Ids { get; set; }

    /// <summary>Off where a column head already says 依据.</summary>
    public bool Word { get; set; } = true;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var written = (Id ?? string.Empty).Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(ConcernsReader);
        var ids = (Ids ?? []).Concat(written).Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "clauses");
        if (Word)
        {
            output.Content.AppendHtml("<span class=\"clauses-word\">依据</span> ");
        }

        foreach (var id in ids)
        {
            output.Content.AppendHtml(Link(ViewContext.HttpContext.Request, id));
            output.Content.AppendHtml(" ");
        }
    }

    private bool ConcernsReader(string id) =>
        ViewContext.HttpContext.User.FindFirst(OfficerClaims.Book)?.Value is not { } own || ruleBooks.OwnerOf(id) is not { } owner || owner == own || !ruleBooks.IsOffice(owner);

    internal static IHtmlContent Link(HttpRequest request, string id) => new HtmlContentBuilder().AppendFormat(
        "<a class=\"clause\" href=\"{0}/rules/clauses/{1}\"><span class=\"visually-hidden\">条款 </span>{2}</a>",
        request.PathBase.Value ?? string.Empty,
        Uri.EscapeDataString(id),
        id);
}
