using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LegalAid.Web.Parts.Tags;

/// <summary>A state as word, shape and colour: <c>&lt;state-badge tone="Waiting"&gt;待审批&lt;/state-badge&gt;</c>.</summary>
[HtmlTargetElement("state-badge")]
public sealed class StateBadgeTag : TagHelper
{
    public Tone Tone { get; set; } = Tone.Plain;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", $"state {Tone.CssClass()}");
        output.PreContent.AppendHtml(Tone.Shape());
    }
}
