using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LegalAid.Web.Parts.Tags;

/// <summary>
/// A period and where it stands: <c>&lt;deadline label="本办期限" due="@row.DueUtc" clause="BB-6.1" first /&gt;</c>.
/// </summary>
[HtmlTargetElement("deadline", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DeadlineTag(TimeProvider clock) : TagHelper
{
    public string? Label { get; set; }

    /// <summary>When the period ends (UTC). A period of whole days ends at its last day's 24:00.</summary>
    public DateTime? Due { get; set; }

    /// <summary>The last day of a period of whole days, instead of <see cref="Due"/>.</summary>
    public DateOnly? DueDay { get; set; }

    /// <summary>When what was due happened (UTC).</summary>
    public DateTime? Met { get; set; }

    /// <summary>This one of several clocks ends first: it is the red line.</summary>
    public bool First { get; set; }

    /// <summary>The clocks shown side by side end at the same moment; then each of them is <see cref="First"/>.</summary>
    public bool Together { get; set; }

    public string? Clause { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if ((Due ?? (DueDay is { } day ? OfficeTime.EndOfUtc(day) : null)) is not { } due)
        {
            output.TagName = "span";
            output.TagMode = TagMode.StartTagAndEndTag;
            output.Content.SetContent("无期限");
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var state = Met is { } met ? DeadlineState.Met(due, met) : DeadlineState.Running(due, now);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"deadline {state.Tone.CssClass()}{(First ? " deadline-first" : string.Empty)}");
        if (Label is not null)
        {
            output.Content.AppendFormat("<span class=\"deadline-label\">{0}</span> ", Label);
        }

        output.Content.AppendFormat("<span class=\"deadline-state\">{0} {1}</span> ", state.Tone.Shape(), state.Word);
        output.Content.AppendFormat(
            "<time datetime=\"{0}\">{1}</time>",
            TimeText.Machine(due),
            Show.Until(due, OfficeTime.Today(clock)));
        if (First)
        {
            output.Content.AppendFormat(" <span class=\"deadline-red-line\">{0}</span>", Together ? "同时届满" : "先到");
        }

        if (!string.IsNullOrEmpty(Clause))
        {
            output.Content.AppendHtml(" ").AppendHtml(ClauseTag.Link(ViewContext.HttpContext.Request, Clause));
        }
    }
}
