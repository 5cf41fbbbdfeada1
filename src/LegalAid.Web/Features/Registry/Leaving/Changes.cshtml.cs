using LegalAid.Store;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>预定变更: changes of firm and of pools recorded ahead, those that were not done first.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class ChangesModel(AidDb db) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<PlannedChangeRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Total = await db.PlannedChanges.CountAsync(ct);
        Rows = await PlannedChangeRow.Of(db, db.PlannedChanges.AsNoTracking()).Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }
}
