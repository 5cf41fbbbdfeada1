using LegalAid.Rules.Common;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LegalAid.Web.Parts.Tags;

/// <summary>Every reason why the regulation says no, each with its fact and clauses: <c>&lt;refusals of="Model.Refusals" /&gt;</c>; nothing when there is none.</summary>
[HtmlTargetElement("refusals")]
public sealed class RefusalsTag : TagHelper
{
    public IReadOnlyList<Refusal> Of { get; set; } = [];

    public string? Title { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (Of.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        var whatNow = await output.GetChildContentAsync();
        var soft = Of.All(refusal => refusal.Overridable);
        Wrap.In(output, "div", soft ? "refusals refusals-soft" : "refusals");
        output.Attributes.SetAttribute("role", "alert");
        output.Content.AppendFormat("<p class=\"refusals-title\">{0} {1}</p><ul>", soft ? Icon.Diamond : Icon.Triangle, Title ?? (soft ? "原则上不能这样办，说明理由后可以办理" : "按规定不能办理"));
        foreach (var refusal in Of)
        {
            output.Content.AppendFormat("<li><p>{0}</p>", Show.Sentence(refusal.Message));
            if (refusal.Fact is { Length: > 0 } fact)
            {
                output.Content.AppendFormat("<p class=\"refusal-fact\">事实：{0}</p>", Show.Sentence(fact));
            }

            WriteClauses(output, refusal);
            output.Content.AppendHtml(refusal.Overridable && !soft ? "<p class=\"refusal-soft\">原则性规定，说明理由可以例外</p></li>" : "</li>");
        }

        output.Content.AppendHtml("</ul>").AppendHtml(whatNow);
    }

    // What is no matter of the regulation, such as a wrong password, cites nothing.
    private void WriteClauses(TagHelperOutput output, Refusal refusal)
    {
        if (refusal.ClauseIds.Count == 0)
        {
            return;
        }

        output.Content.AppendHtml("<p class=\"refusal-clauses\"><span class=\"clauses-word\">依据</span> ");
        foreach (var id in refusal.ClauseIds)
        {
            output.Content.AppendHtml(ClauseTag.Link(ViewContext.HttpContext.Request, id)).AppendHtml(" ");
        }

        output.Content.AppendHtml("</p>");
    }
}
