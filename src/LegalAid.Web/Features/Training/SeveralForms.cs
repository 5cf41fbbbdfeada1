using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Training;

/// <summary>A page with several forms looks at the one that was sent.</summary>
internal static class SeveralForms
{
    public static void ForgetOthers(this PageModel page, string sent)
    {
        foreach (var key in page.ModelState.Keys.Where(key => key.Contains('.', StringComparison.Ordinal) && !key.StartsWith(sent + ".", StringComparison.Ordinal)).ToList())
        {
            page.ModelState.Remove(key);
        }
    }
}
