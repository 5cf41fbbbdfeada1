using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace LegalAid.Web.Tests.App;

/// <summary>Somebody at a browser: opens pages, fills in the form that is there and sends it, with its anti-forgery token and request key.</summary>
public sealed class Visitor(HttpClient http) : IDisposable
{
    private static readonly HtmlParser Parser = new();

    public async Task<WebPage> OpenAsync(string url)
    {
        using var response = await http.GetAsync(new Uri(url, UriKind.Relative));
        return await ReadAsync(response);
    }

    public async Task<HttpResponseMessage> RawAsync(HttpRequestMessage request) => await http.SendAsync(request);

    public async Task<byte[]> DownloadAsync(string url)
    {
        using var response = await http.GetAsync(new Uri(url, UriKind.Relative));
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Opens the page, changes the named fields of its form and sends it.</summary>
    public async Task<WebPage> SubmitAsync(string url, params (string Field, string Value)[] fields) =>
        await SendAsync(url, await OpenAsync(url), fields, file: null);

    public async Task<WebPage> UploadAsync(string url, string field, string fileName, byte[] content, params (string Field, string Value)[] fields) =>
        await SendAsync(url, await OpenAsync(url), fields, (field, fileName, content));

    /// <summary>Sends the form of a page opened before, as after a pause or a second click.</summary>
    public async Task<WebPage> SendAsync(string url, WebPage opened, (string Field, string Value)[] fields, (string Field, string Name, byte[] Content)? file = null, string? action = null)
    {
        if (opened.Status is not (HttpStatusCode.OK or HttpStatusCode.Conflict))     // who was overtaken sees the form again
        {
            return opened;
        }

        var form = FormWith(opened, [.. fields.Select(field => field.Field), .. file is { } sent ? [sent.Field] : Array.Empty<string>()]);
        var values = FieldsOf(form);
        foreach (var group in fields.GroupBy(field => field.Field, StringComparer.Ordinal))
        {
            values.RemoveAll(value => value.Key == group.Key);
            values.AddRange(group.Select(field => KeyValuePair.Create(field.Field, field.Value)));
        }

        action ??= !url.Contains("handler=", StringComparison.Ordinal) && form.GetAttribute("action") is { Length: > 0 } explicitAction ? explicitAction : url;      // another button of the form
        using HttpContent content = file is { } upload ? Multipart(values, upload) : new FormUrlEncodedContent(values);
        using var response = await http.PostAsync(new Uri(action, UriKind.Relative), content);
        return await ReadAsync(response);
    }

    /// <summary>Sends just these fields, whatever the page's own form holds.</summary>
    public async Task<WebPage> PostAsync(string url, IEnumerable<(string Field, string Value)> fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Field, field.Value)));
        using var response = await http.PostAsync(new Uri(url, UriKind.Relative), content);
        return await ReadAsync(response);
    }

    /// <summary>Takes a list away as a workbook, as its 导出表格 does; fields are what was searched for.</summary>
    public async Task<(HttpStatusCode Status, string? Type, byte[] Content)> ExportAsync(string url, params (string Field, string Value)[] fields)
    {
        var token = await TokenAsync();
        using var content = new FormUrlEncodedContent(fields.Append(token).Select(field => KeyValuePair.Create(field.Field, field.Value)));
        using var response = await http.PostAsync(new Uri(url + (url.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "handler=Export", UriKind.Relative), content);
        return (response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>An anti-forgery token of this visitor's own.</summary>
    public async Task<(string Field, string Value)> TokenAsync()
    {
        var account = await OpenAsync("/account");
        return ("__RequestVerificationToken", account["input[name='__RequestVerificationToken']"].GetAttribute("value")!);
    }

    public void Dispose() => http.Dispose();

    private static IHtmlFormElement FormWith(WebPage page, string[] fields)
    {
        var forms = page.Document.Forms.Where(form => string.Equals(form.Method, "post", StringComparison.OrdinalIgnoreCase) && form.Closest("main") is not null).ToList();
        return forms.Find(form => Array.TrueForAll(fields, field => form.QuerySelector($"[name='{field}']") is not null))
            ?? (forms.Count > 0 ? forms[0] : throw new InvalidOperationException($"The page has no form to send:\n{page.Text}"));
    }

    private static List<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form)
    {
        var values = new List<KeyValuePair<string, string>>();
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Name: { Length: > 0 } name } input when input.Type is not ("submit" or "button" or "file") && (input.Type is not ("checkbox" or "radio") || input.IsChecked):
                    values.Add(new(name, input.Value));
                    break;
                case IHtmlTextAreaElement { Name: { Length: > 0 } name } area:
                    values.Add(new(name, area.Value));
                    break;
                case IHtmlSelectElement { Name: { Length: > 0 } name } select:
                    values.Add(new(name, select.Value ?? string.Empty));
                    break;
            }
        }

        return values;
    }

    private static MultipartFormDataContent Multipart(List<KeyValuePair<string, string>> values, (string Field, string Name, byte[] Content) file)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in values)
        {
            content.Add(new StringContent(value, Encoding.UTF8), name);
        }

        content.Add(new ByteArrayContent(file.Content), file.Field, file.Name);
        return content;
    }

    private static async Task<WebPage> ReadAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        return new(response.StatusCode, response.Headers.Location?.OriginalString, html, Parser.ParseDocument(html));
    }
}
