using LegalAid.Store;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>更新登记事项: what members ask to have changed, for the centre to look at.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class UpdatesModel(AidDb db) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<EntryUpdateRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Total = await db.EntryUpdates.CountAsync(ct);
        Rows = await EntryUpdateRow.Of(db, db.EntryUpdates).Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }
}
