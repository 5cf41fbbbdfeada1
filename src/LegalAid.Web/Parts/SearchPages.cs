using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Parts;

/// <summary>How a list answers its search form.</summary>
public static class SearchPages
{
    /// <summary>Directly, so that what was searched for stands in no address; without a search the filters lead to the address that keeps them.</summary>
    public static async Task<IActionResult> SearchAsync(this PageModel page, Func<CancellationToken, Task> load, CancellationToken ct)
    {
        if (QueryLink.Searched(page.Request) is null)
        {
            return page.LocalRedirect(QueryLink.Here(page.Request));
        }

        await load(ct);
        return page.Page();
    }
}
