using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LegalAid.Web.Parts.Tags;

/// <summary>What happened, with who and why.</summary>
[HtmlTargetElement("timeline")]
public sealed class TimelineTag : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => Wrap.In(output, "ol", "timeline");
}

/// <summary><c>&lt;timeline-item at="@line.AtUtc" who="王敏（中心经办）" act="提出指派建议" tone="Active"&gt;理由…&lt;/timeline-item&gt;</c></summary>
[HtmlTargetElement("timeline-item", ParentTag = "timeline")]
public sealed class TimelineItemTag(TimeProvider clock) : TagHelper
{
    public DateTime At { get; set; }

    public string? Who { get; set; }

    public required string Act { get; set; }

    public Tone Tone { get; set; } = Tone.Plain;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var why = await output.GetChildContentAsync();
        Wrap.In(output, "li", $"timeline-item {Tone.CssClass()}");
        output.Content
            .AppendHtml("<span class=\"timeline-mark\">").AppendHtml(Tone.Shape()).AppendHtml("</span>")
            .AppendFormat("<p class=\"timeline-head\"><strong>{0}</strong> ", Act)
            .AppendFormat(
                "<span class=\"timeline-when\"><time datetime=\"{0}\">{1}</time>{2}</span></p>",
                TimeText.Machine(At),
                Show.Moment(At, OfficeTime.Today(clock)),
                Who is null ? string.Empty : "　" + Who);
        if (!why.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml("<div class=\"timeline-why\">").AppendHtml(why).AppendHtml("</div>");
        }
    }
}

/// <summary>Where a matter stands on its way: <c>&lt;stages all="受理 审批 指派 承办 结案" current="指派" /&gt;</c>.</summary>
[HtmlTargetElement("stages", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StagesTag : TagHelper
{
    public required string All { get; set; }

    public required string Current { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Wrap.In(output, "ol", "stages");
        output.Attributes.SetAttribute("aria-label", "办理进度");
        var stages = All.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var reached = Array.IndexOf(stages, Current);
        for (var place = 0; place < stages.Length; place++)
        {
            var (look, word) = place < reached ? ("done", "已完成") : place == reached ? ("now", "当前") : ("ahead", "未到");
            output.Content.AppendFormat(
                "<li class=\"stage-{0}\"{1}>{2}<span>{3}</span><span class=\"visually-hidden\">（{4}）</span></li>",
                look,
                new Microsoft.AspNetCore.Html.HtmlString(place == reached ? " aria-current=\"step\"" : string.Empty),
                place < reached ? Icon.Check : place == reached ? Icon.Dot : Icon.Ring,
                stages[place],
                word);
        }
    }
}
