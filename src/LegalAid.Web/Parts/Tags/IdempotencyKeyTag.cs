using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LegalAid.Web.Parts.Tags;

/// <summary>The form's own key: the same act sent twice is done once. It stays the same when the form is shown again.</summary>
[HtmlTargetElement("idempotency-key", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IdempotencyKeyTag : TagHelper
{
    public const string FieldName = "__key";

    /// <summary>Set on a request whose key was used for something else: the form comes back with a new one.</summary>
    public const string FreshKey = "fresh-request-key";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "input";
        output.TagMode = TagMode.StartTagOnly;
        output.Attributes.SetAttribute("type", "hidden");
        output.Attributes.SetAttribute("name", FieldName);
        output.Attributes.SetAttribute("value", Key(ViewContext.HttpContext.Request).ToString());
    }

    internal static Guid Key(HttpRequest request) =>
        !request.HttpContext.Items.ContainsKey(FreshKey) && request.HasFormContentType && Guid.TryParse(request.Form[FieldName], out var posted) ? posted : Guid.CreateVersion7();
}
