using LegalAid.Store;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.MyCase;

/// <summary>An own case: what stands, who handles it, whom to call.</summary>
[Authorize(Policy = Policies.Recipient)]
public sealed class CaseModel(AidDb db, CurrentOfficer officer) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public OwnCase Case { get; private set; } = null!;

    public Office Office { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await new OwnCases(db, officer).OneAsync(Id, ct) is not { } found)
        {
            return NotFound();
        }

        Case = found;
        Office = await db.Offices.AsNoTracking().SingleAsync(o => o.Id == officer.OfficeId, ct);
        return Page();
    }
}
