using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LegalAid.Web.Parts.Tags;

/// <summary>
/// One question of a form: label, help under it, control, error beside it.
/// <c>&lt;field for="Form.ReceivedOn" help="以收文章上的日期为准" /&gt;</c>; the property's type decides how it is filled in, <c>as</c> overrules it.
/// What stands between the tags is shown under the control: a clause, a link.
/// </summary>
[HtmlTargetElement("field", Attributes = "for")]
public sealed class FieldTag : TagHelper
{
    public required ModelExpression For { get; set; }

    public FieldKind? As { get; set; }

    public string? Label { get; set; }

    public string? Help { get; set; }

    /// <summary>What follows the figure: 元, 人, 日.</summary>
    public string? Unit { get; set; }

    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>Marks the question as one that must be answered; by default what the model says.</summary>
    public bool? Required { get; set; }

    public int Rows { get; set; } = 3;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var below = await output.GetChildContentAsync();
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var kind = As ?? FieldKinds.For(For.Metadata, Items);
        var entry = ViewContext.ViewData.ModelState.TryGetValue(name, out var found) ? found : null;
        var errors = entry?.Errors.Select(error => error.ErrorMessage).ToList() ?? [];
        var id = IdOf(name);
        var help = Help ?? kind.Hint();
        var control = new FieldControl(kind, name, id, FieldValue.Of(entry, For.Model), IsNeeded(kind), DescribedBy(id, help, errors.Count > 0), errors.Count > 0)
        {
            Metadata = For.Metadata,
            Items = [.. Items ?? Declared()],
            Extra = [.. output.Attributes.Select(attribute => KeyValuePair.Create(attribute.Name, attribute.Value?.ToString() ?? string.Empty))],
            Rows = Rows,
        };
        Write(output, control, help, errors, below);
    }

    /// <summary>The id a field of this name has on the page.</summary>
    internal static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    private void Write(TagHelperOutput output, FieldControl control, string? help, List<string> errors, IHtmlContent below)
    {
        var isGroup = control.Kind.IsGroup();
        output.Attributes.Clear();
        Wrap.In(output, isGroup ? "fieldset" : "div", $"field field-{control.Kind.ToString().ToLowerInvariant()}{(control.IsWrong ? " field-wrong" : string.Empty)}");
        if (isGroup && control.DescribedBy is not null)
        {
            output.Attributes.SetAttribute("aria-describedby", control.DescribedBy);
        }

        if (control.Kind != FieldKind.Tick)
        {
            output.Content
                .AppendFormat(isGroup ? "<legend>{1}" : "<label for=\"{0}\">{1}", control.Id, Label ?? For.Metadata.GetDisplayName())
                .AppendHtml(control.IsNeeded ? " <span class=\"need\" title=\"必填\">*</span>" : string.Empty)
                .AppendHtml(isGroup ? "</legend>" : "</label>");
        }

        if (help is not null)
        {
            output.Content.AppendFormat("<p class=\"field-help\" id=\"{0}_help\">{1}</p>", control.Id, help);
        }

        output.Content.AppendHtml("<div class=\"field-line\"><div class=\"field-control\">").AppendHtml(control.Render());
        if (Unit is not null)
        {
            output.Content.AppendFormat("<span class=\"field-unit\">{0}</span>", Unit);
        }

        output.Content.AppendHtml("</div>");
        if (errors.Count > 0)
        {
            output.Content.AppendFormat("<p class=\"field-error\" id=\"{0}_error\">{1} {2}</p>", control.Id, Icon.Triangle, string.Join(" ", errors));
        }

        output.Content.AppendHtml("</div><div class=\"field-below\">").AppendHtml(below).AppendHtml("</div>");
    }

    // A tick may stay empty, and a set of ticks says itself when it must not.
    private bool IsNeeded(FieldKind kind) => Required ?? (kind is not (FieldKind.Tick or FieldKind.Ticks) && For.Metadata.IsRequired);

    private IEnumerable<SelectListItem> Declared() =>
        For.Metadata.EnumGroupedDisplayNamesAndValues?.Select(pair => new SelectListItem(pair.Key.Name, Enum.ToObject(For.Metadata.UnderlyingOrModelType, Convert.ToInt64(pair.Value)).ToString())) ?? [];

    private static string? DescribedBy(string id, string? help, bool isWrong) =>
        (help is null ? null : id + "_help", isWrong ? id + "_error" : null) switch
        {
            (null, null) => null,
            ({ } helpId, null) => helpId,
            (null, { } errorId) => errorId,
            var (helpId, errorId) => $"{errorId} {helpId}",
        };
}
