using LegalAid.Store;
using LegalAid.Store.Ranking;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Ranking;

/// <summary>三色清单: the published lists, the newest first.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class IndexModel(AidDb db, CurrentOfficer officer, OfficeClock clock) : PageModel
{
    private const int PageSize = 40;

    public IReadOnlyList<ListRow> Lists { get; private set; } = [];

    public int Total { get; private set; }

    /// <summary>The list that counts today; null when none does.</summary>
    public Guid? Counting { get; private set; }

    public bool MayRecord => officer.Role == Roles.Director;

    public async Task OnGetAsync(int p, CancellationToken ct)
    {
        Total = await db.ColourLists.CountAsync(ct);
        Counting = (await CountingList.OnAsync(db, officer.OfficeId, clock.Today, ct))?.Id;
        Lists = await db.ColourLists.AsNoTracking().OrderByDescending(l => l.Year).ThenByDescending(l => l.Quarter).ThenByDescending(l => l.RecordedAtUtc).ThenBy(l => l.Id)
            .Skip((Math.Max(p, 1) - 1) * PageSize).Take(PageSize)
            .Select(l => new ListRow(l.Id, l.Year, l.Quarter, l.DocumentNumber, l.CountsFrom, l.CountsTo, l.Members.Count)).ToListAsync(ct);
    }

    /// <summary>One list in the overview.</summary>
    public sealed record ListRow(Guid Id, int Year, int Quarter, string DocumentNumber, DateOnly CountsFrom, DateOnly? CountsTo, int Members);
}
