using LegalAid.Store;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Conduct;

/// <summary>One matter of conduct: what it was opened for, what the one concerned says, and how it was closed.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class MatterModel(AidDb db, CurrentOfficer officer) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public ConductView Matter { get; private set; } = null!;

    public bool CanClose => !Matter.IsClosed && officer.Role == Roles.Director;

    public bool OpensRuling => Matter.Finding is null && officer.Role is Roles.Clerk or Roles.Director;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await ConductView.Of(db, db.ConductMatters.Where(m => m.Id == Id)).SingleOrDefaultAsync(ct) is not { } found)
        {
            return NotFound();
        }

        Matter = found;
        return Page();
    }
}
