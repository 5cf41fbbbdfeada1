using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LegalAid.Web.Parts.Tags;

/// <summary>The part of a field one types into or ticks.</summary>
internal sealed record FieldControl(FieldKind Kind, string Name, string Id, IReadOnlyList<string> Values, bool IsNeeded, string? DescribedBy, bool IsWrong)
{
    public required ModelMetadata Metadata { get; init; }

    public required IReadOnlyList<SelectListItem> Items { get; init; }

    /// <summary>Attributes the page wrote on the field that belong to the control: placeholder, autocomplete, inputmode …</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Extra { get; init; }

    public int Rows { get; init; } = 3;

    private string Value => Values.Count > 0 ? Values[0] : string.Empty;

    public IHtmlContent Render() => Kind switch
    {
        FieldKind.Area => Area(),
        FieldKind.Choice => Choice(),
        FieldKind.Radios => Boxes("radio"),
        FieldKind.Ticks => Boxes("checkbox"),
        FieldKind.Tick => Tick(),
        FieldKind.File => Input("file"),
        FieldKind.Password => Input("password"),
        FieldKind.Telephone => Input("tel"),
        _ => Input("text"),
    };

    private TagBuilder Input(string type)
    {
        var input = Marked(new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing }, "form-control");
        input.Attributes["type"] = type;
        if (Kind == FieldKind.Number)
        {
            input.Attributes.TryAdd("inputmode", "decimal");
        }

        if (Kind is FieldKind.Day or FieldKind.Minute)
        {
            input.Attributes.TryAdd("autocomplete", "off");
        }

        if (Kind is not (FieldKind.File or FieldKind.Password))
        {
            input.Attributes["value"] = Value;
        }

        if (Kind is FieldKind.Text && LongestText() is { } longest)
        {
            input.Attributes["maxlength"] = longest.ToString(CultureInfo.InvariantCulture);
        }

        return input;
    }

    private TagBuilder Area()
    {
        var area = Marked(new TagBuilder("textarea"), "form-control");
        area.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);
        area.InnerHtml.AppendHtml("\n").Append(Value);
        return area;
    }

    private TagBuilder Choice()
    {
        var select = Marked(new TagBuilder("select"), "form-select");
        if (!Items.Any(item => item.Value?.Length == 0))
        {
            select.InnerHtml.AppendHtml(Option(new SelectListItem("请选择", string.Empty)));
        }

        foreach (var item in Items)
        {
            select.InnerHtml.AppendHtml(Option(item));
        }

        return select;
    }

    private TagBuilder Option(SelectListItem item)
    {
        var option = new TagBuilder("option");
        option.Attributes["value"] = item.Value ?? item.Text;
        if (Values.Contains(item.Value ?? item.Text, StringComparer.Ordinal) || (Values.Count == 0 && item.Selected))
        {
            option.Attributes["selected"] = string.Empty;
        }

        option.InnerHtml.Append(item.Text);
        return option;
    }

    private HtmlContentBuilder Boxes(string type)
    {
        var boxes = new HtmlContentBuilder();
        for (var place = 0; place < Items.Count; place++)
        {
            var item = Items[place];
            // The first box carries the field's own id, so that the summary's link lands on it.
            boxes.AppendHtml(Box(type, place == 0 ? Id : $"{Id}_{place}", item.Value ?? item.Text, Values.Contains(item.Value ?? item.Text, StringComparer.Ordinal), item.Text));
        }

        return boxes;
    }

    private IHtmlContent Tick() => new HtmlContentBuilder()
        .AppendHtml(Box("checkbox", Id, "true", Value == "true", Metadata.GetDisplayName()))
        .AppendFormat("<input type=\"hidden\" name=\"{0}\" value=\"false\">", Name);

    private IHtmlContent Box(string type, string id, string value, bool ticked, string label) => new HtmlContentBuilder().AppendFormat(
        "<label class=\"tick\" for=\"{0}\"><input class=\"form-check-input\" type=\"{1}\" id=\"{0}\" name=\"{2}\" value=\"{3}\"{4}> <span>{5}</span></label>",
        id,
        type,
        Name,
        value,
        new HtmlString((ticked ? " checked" : string.Empty) + (DescribedBy is null || Kind.IsGroup() ? string.Empty : $" aria-describedby=\"{DescribedBy}\"")),
        label);

    private TagBuilder Marked(TagBuilder control, string cssClass)
    {
        foreach (var (name, value) in Extra)
        {
            control.Attributes[name] = value;
        }

        control.Attributes["id"] = Id;
        control.Attributes["name"] = Name;
        control.AddCssClass(IsWrong ? cssClass + " is-invalid" : cssClass);
        foreach (var (name, value) in new[] { ("required", IsNeeded ? "" : null), ("aria-invalid", IsWrong ? "true" : null), ("aria-describedby", DescribedBy) })
        {
            if (value is not null)
            {
                control.Attributes[name] = value;
            }
        }

        return control;
    }

    private int? LongestText() =>
        Metadata.ValidatorMetadata.OfType<StringLengthAttribute>().FirstOrDefault()?.MaximumLength
        ?? Metadata.ValidatorMetadata.OfType<MaxLengthAttribute>().FirstOrDefault()?.Length;
}
