using LegalAid.Rules.Ranking;
using LegalAid.Store;
using LegalAid.Store.Ranking;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Ranking;

/// <summary>One published list with its members.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class ColoursModel(AidDb db) : PageModel
{
    private const int Shown = 1000;

    [FromRoute]
    public Guid Id { get; set; }

    public ColourList List { get; private set; } = null!;

    public IReadOnlyList<MemberRow> Members { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.ColourLists.AsNoTracking().SingleOrDefaultAsync(l => l.Id == Id, ct) is not { } list)
        {
            return NotFound();
        }

        List = list;
        Members = await (
            from coloured in db.ColouredMembers.AsNoTracking()
            join member in db.Memberships on coloured.MembershipId equals member.Id
            where coloured.ListId == Id && member.MergedIntoId == null
            orderby coloured.Colour == Colour.Green descending, coloured.Colour == Colour.Blue descending, member.Institution.Name, member.LicenceNumber
            select new MemberRow(member.Id, member.RosterName ?? member.Person.Name, member.Institution.Name, coloured.Colour)).Take(Shown).ToListAsync(ct);
        return Page();
    }

    /// <summary>A member on the list.</summary>
    public sealed record MemberRow(Guid Id, string Name, string Institution, Colour Colour);
}
