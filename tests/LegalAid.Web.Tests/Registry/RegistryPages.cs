using System.Net;
using LegalAid.Web.Tests.App;
using Xunit;

namespace LegalAid.Web.Tests.Registry;

/// <summary>Steps that tests of the registry share.</summary>
public static class RegistryPages
{
    /// <summary>Uploads a workbook and opens its preview; the page's <see cref="WebPage.Location"/> is its address.</summary>
    public static async Task<WebPage> UploadAsync(Visitor clerk, string url, string field, byte[] file)
    {
        var taken = await clerk.UploadAsync(url, field, "名册.xlsx", file);
        Assert.True(taken.Status == HttpStatusCode.Found, $"{taken.Status} {taken.Text}");
        return await clerk.OpenAsync(taken.Location!) with { Location = taken.Location };
    }

    /// <summary>Imports what a preview shows, with these new institutions ticked as the district's own; all of them when none is named.</summary>
    public static async Task<WebPage> ConfirmAsync(Visitor clerk, WebPage preview, params string[] local)
    {
        var boxes = preview.Document.QuerySelectorAll("[name=Local]").Select(box => box.GetAttribute("value")!);
        var answer = await clerk.SendAsync(preview.Location!, preview, [.. (local.Length > 0 ? local : boxes).Select(name => ("Local", name))]);
        Assert.True(answer.Status == HttpStatusCode.Found, $"{answer.Status} {answer.Text}");
        return await clerk.OpenAsync(answer.Location!);
    }
}
