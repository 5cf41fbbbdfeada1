using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LegalAid.Web.Parts.Tags;

/// <summary>
/// One bar of a chart, as wide as its line: <c>&lt;bar value="3.2" mark="2.8" most="5" /&gt;</c>, with a stroke where it should end. Label and figure stand
/// beside it as text, and the table under the chart says the same, so it is not read out.
/// </summary>
[HtmlTargetElement("bar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BarTag : TagHelper
{
    private const double Width = 100;

    public double Value { get; set; }

    /// <summary>What the longest bar of the chart stands for.</summary>
    public double Most { get; set; } = 1;

    public double? Mark { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "bar");
        output.Attributes.SetAttribute("viewBox", "0 0 100 10");
        output.Attributes.SetAttribute("preserveAspectRatio", "none");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        output.Content.AppendFormat("<rect class=\"bar-value\" x=\"0\" y=\"1\" width=\"{0}\" height=\"8\"></rect>", At(Value));
        if (Mark is { } mark)
        {
            output.Content.AppendFormat("<line class=\"bar-mark\" x1=\"{0}\" y1=\"0\" x2=\"{0}\" y2=\"10\"></line>", At(mark));
        }
    }

    private string At(double value) => (Most <= 0 ? 0 : Math.Clamp(value / Most * Width, 0, Width)).ToString("0.##", CultureInfo.InvariantCulture);
}
