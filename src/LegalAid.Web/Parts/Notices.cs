using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace LegalAid.Web.Parts;

/// <summary>What the next page says about what was just done.</summary>
public static class Notices
{
    private const string Key = "notice";

    public static void Tell(this PageModel page, string done) => page.TempData[Key] = done;

    public static string? Take(ITempDataDictionary data) => data[Key] as string;
}
