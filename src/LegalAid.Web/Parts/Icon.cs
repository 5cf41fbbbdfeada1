using Microsoft.AspNetCore.Html;

namespace LegalAid.Web.Parts;

/// <summary>The few shapes that stand beside a word of state, so that colour never speaks alone.</summary>
public static class Icon
{
    public static IHtmlContent Ring { get; } = Svg("<circle cx='8' cy='8' r='5' fill='none' stroke='currentColor' stroke-width='2'/>");

    public static IHtmlContent Dot { get; } = Svg("<circle cx='8' cy='8' r='5.5' fill='currentColor'/>");

    public static IHtmlContent HalfDot { get; } = Svg(
        "<circle cx='8' cy='8' r='5' fill='none' stroke='currentColor' stroke-width='2'/><path d='M8 3a5 5 0 0 1 0 10z' fill='currentColor'/>");

    public static IHtmlContent Diamond { get; } = Svg("<path d='M8 1.5 14.5 8 8 14.5 1.5 8z' fill='currentColor'/>");

    public static IHtmlContent Triangle { get; } = Svg("<path d='M8 1.8 15 14H1z' fill='currentColor'/><path d='M8 6.2v4M8 11.4v1.4' stroke='#fff' stroke-width='1.5'/>");

    public static IHtmlContent Check { get; } = Svg("<path d='M2.5 8.5 6.5 12.5 13.5 4' fill='none' stroke='currentColor' stroke-width='2.2'/>");

    public static IHtmlContent Cross { get; } = Svg("<path d='M3.5 3.5 12.5 12.5M12.5 3.5 3.5 12.5' stroke='currentColor' stroke-width='2.2'/>");

    public static IHtmlContent Square { get; } = Svg("<path d='M3.5 3.5h9v9h-9z' fill='none' stroke='currentColor' stroke-width='2'/>");

    public static IHtmlContent Up { get; } = Svg("<path d='M8 4 13 11H3z' fill='currentColor'/>");

    public static IHtmlContent Down { get; } = Svg("<path d='M8 12 3 5h10z' fill='currentColor'/>");

    private static HtmlString Svg(string inner) =>
        new($"<svg class=\"icon-shape\" viewBox=\"0 0 16 16\" aria-hidden=\"true\" focusable=\"false\">{inner.Replace('\'', '"')}</svg>");
}
