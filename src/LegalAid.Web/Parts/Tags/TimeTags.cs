using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LegalAid.Web.Parts.Tags;

/// <summary>A stored moment on the office's clock: <c>&lt;moment at="@row.ReceivedAtUtc" /&gt;</c>.</summary>
[HtmlTargetElement("moment", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MomentTag(TimeProvider clock) : TagHelper
{
    public DateTime? At { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => TimeText.Write(
        output,
        At is { } at ? Show.Moment(at, OfficeTime.Today(clock)) : null,
        At is { } utc ? TimeText.Machine(utc) : null);
}

/// <summary>A day: <c>&lt;day on="@row.BornOn" /&gt;</c>; <c>full</c> always writes the year and no weekday.</summary>
[HtmlTargetElement("day", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DayTag(TimeProvider clock) : TagHelper
{
    public DateOnly? On { get; set; }

    public bool Full { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => TimeText.Write(
        output,
        On is { } day ? (Full ? Show.FullDay(day) : Show.Day(day, OfficeTime.Today(clock))) : null,
        On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}

internal static class TimeText
{
    internal static string Machine(DateTime utc) => OfficeTime.Local(utc).ToString("yyyy-MM-ddTHH:mm'+08:00'", CultureInfo.InvariantCulture);

    internal static void Write(TagHelperOutput output, string? text, string? machine)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = machine is null ? "span" : "time";
        if (machine is not null)
        {
            output.Attributes.SetAttribute("datetime", machine);
        }

        output.Content.SetContent(text ?? "—");
    }
}
