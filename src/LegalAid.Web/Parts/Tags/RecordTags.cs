using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LegalAid.Web.Parts.Tags;

/// <summary>A record in one scroll with a side index of its sections.</summary>
[HtmlTargetElement("record")]
public sealed class RecordTag : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var sections = new List<(string Id, string Title)>();
        context.Items[typeof(RecordTag)] = sections;
        var body = await output.GetChildContentAsync();
        Wrap.In(output, "div", "record");
        output.Content.AppendHtml("<nav class=\"record-index\" aria-label=\"本页目录\"><ul>");
        foreach (var (id, title) in sections)
        {
            output.Content.AppendFormat("<li><a href=\"#{0}\">{1}</a></li>", id, title);
        }

        output.Content.AppendHtml("</ul></nav><div class=\"record-body\">").AppendHtml(body).AppendHtml("</div>");
    }
}

/// <summary>One part of a record or page: <c>&lt;page-section id="parties" title="当事人"&gt;</c>; listed in the record's index.</summary>
[HtmlTargetElement("page-section")]
public sealed class PageSectionTag : TagHelper
{
    public required string Id { get; set; }

    public required string Title { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (context.Items.TryGetValue(typeof(RecordTag), out var sections))
        {
            ((List<(string Id, string Title)>)sections).Add((Id, Title));
        }

        Wrap.In(output, "section", "page-section");
        output.Attributes.SetAttribute("id", Id);
        output.Attributes.SetAttribute("aria-labelledby", Id + "-title");
        output.PreContent.AppendFormat("<h2 id=\"{0}-title\">{1}</h2>", Id, Title);
    }
}

/// <summary>A group of facts: label and value.</summary>
[HtmlTargetElement("facts")]
public sealed class FactsTag : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => Wrap.In(output, "dl", "facts");
}

/// <summary><c>&lt;fact label="案由"&gt;盗窃&lt;/fact&gt;</c>; an empty one says 未填 instead of nothing.</summary>
[HtmlTargetElement("fact")]
public sealed class FactTag : TagHelper
{
    public required string Label { get; set; }

    /// <summary>Takes the whole width: addresses, statements.</summary>
    public bool Wide { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var value = await output.GetChildContentAsync();
        Wrap.In(output, "div", Wide ? "fact fact-wide" : "fact");
        output.Content.AppendFormat("<dt>{0}</dt><dd>", Label);
        _ = value.IsEmptyOrWhiteSpace
            ? output.Content.AppendHtml("<span class=\"missing\">未填</span>")
            : output.Content.AppendHtml(value);
        output.Content.AppendHtml("</dd>");
    }
}
