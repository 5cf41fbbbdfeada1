using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LegalAid.Web.Parts.Tags;

/// <summary>
/// The page before an act that cannot simply be taken back: what it does stands between the tags (list, fields for the reason),
/// then the verb and a way back. <c>seal</c> for acts with legal force. A form with its own key, posted to the page itself.
/// </summary>
[HtmlTargetElement("confirm-act")]
public sealed class ConfirmActTag(IHtmlGenerator generator) : TagHelper
{
    public required string Verb { get; set; }

    public required string Back { get; set; }

    public bool Seal { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var effects = await output.GetChildContentAsync();
        Wrap.In(output, "form", Seal ? "confirm-act confirm-seal" : "confirm-act");
        output.Attributes.SetAttribute("method", "post");
        output.Content
            .AppendHtml(effects)
            .AppendFormat("<input type=\"hidden\" name=\"{0}\" value=\"{1}\">", IdempotencyKeyTag.FieldName, IdempotencyKeyTag.Key(ViewContext.HttpContext.Request))
            .AppendHtml(generator.GenerateAntiforgery(ViewContext) ?? (IHtmlContent)HtmlString.Empty)
            .AppendFormat("<div class=\"form-acts\"><button class=\"btn {0}\">{1}</button> <a class=\"btn\" href=\"{2}\">返回，不办理</a></div>", Seal ? "btn-seal" : "btn-primary", Verb, Back);
    }
}

/// <summary>Long work: how far it is. <c>&lt;work-progress done="120" total="430" label="已导入" /&gt;</c></summary>
[HtmlTargetElement("work-progress", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class WorkProgressTag : TagHelper
{
    public long Done { get; set; }

    public long Total { get; set; }

    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Wrap.In(output, "div", "work-progress");
        output.Content.AppendFormat("<label>{0} <span class=\"figure\">{1} / {2}</span> <progress value=\"{1}\" max=\"{2}\"></progress></label>", Label, Done, Math.Max(1, Total));
    }
}
