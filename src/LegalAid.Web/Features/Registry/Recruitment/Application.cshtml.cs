using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>An application as the office reads it, personal data masked; the whole of it is on the form, and taking that is journalled.</summary>
[Authorize(Policy = Policies.Office)]
[LooksBelow]
public sealed class ApplicationModel(AidDb db, ApplicationViews views, CurrentOfficer officer) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public ApplicationView View { get; private set; } = null!;

    public bool CanAct => View.Application.OfficeId == officer.OfficeId && officer.Role is Roles.Clerk or Roles.Director;

    public bool CanReturn => CanAct && View.Status == ApplicationStatus.Submitted;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.PoolApplications.AsNoTracking().VisibleTo(officer).SingleOrDefaultAsync(a => a.Id == Id, ct) is not { } application)
        {
            return NotFound();
        }

        View = await views.ReadAsync(application, whole: false, ct);
        return Page();
    }
}
