using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>The notice as it is printed and sent out: the words, the window, the papers, and where the centre is found (QJ-6.5).</summary>
[Authorize(Policy = Policies.Office)]
[LooksBelow]
public sealed class RoundNoticeModel(AidDb db, RoundBooks books, OfficeClock clock) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public RoundText Notice { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.RecruitmentRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == Id, ct) is not { } round)
        {
            return NotFound();
        }

        Notice = RoundText.Of(round, await db.Offices.AsNoTracking().SingleAsync(o => o.Id == round.OfficeId, ct), await books.OfAsync(round, clock.UtcNow, ct));
        return Page();
    }
}
