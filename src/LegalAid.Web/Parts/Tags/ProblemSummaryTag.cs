using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LegalAid.Web.Parts.Tags;

/// <summary>What is wrong with the form, each line leading to its field; nothing when all is well. It takes the focus when the page opens.</summary>
[HtmlTargetElement("problem-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ProblemSummaryTag : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var problems = ViewContext.ViewData.ModelState
            .SelectMany(pair => pair.Value?.Errors.Select(error => (Field: pair.Key, Message: error.ErrorMessage)) ?? [])
            .Where(problem => problem.Message.Length > 0)
            .ToList();
        if (problems.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        Wrap.In(output, "div", "problems");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", string.Empty);
        output.Content.AppendFormat("<p class=\"problems-title\">{0} 有 {1} 处需要更正</p><ul>", Icon.Triangle, problems.Count);
        foreach (var (field, message) in problems)
        {
            if (field.Length == 0)
            {
                output.Content.AppendFormat("<li>{0}</li>", message);
            }
            else
            {
                output.Content.AppendFormat("<li><a href=\"#{0}\">{1}</a></li>", FieldTag.IdOf(field), message);
            }
        }

        output.Content.AppendHtml("</ul>");
    }
}
