using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Authority;

/// <summary>授权代行: who decides in the head's stead, for what and until when, with everything that was before.</summary>
[Authorize(Policy = Policies.Office)]
[ReadsByPost]
public sealed class IndexModel(AidDb db, CurrentOfficer officer, OfficeClock clock, ListExports exports) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    public DateOnly Today => clock.Today;

    public bool MayGrant => officer.Role is Roles.Director or Roles.Bureau;

    public IReadOnlyList<AuthorityRow> Rows { get; private set; } = [];

    private IQueryable<AuthorityRow> All => AuthorityRow.Of(db, db.ActingAuthorities);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Total = await db.ActingAuthorities.CountAsync(ct);
        Rows = await All.Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await exports.SendAsync(Request, await ListToExport.OfAsync("授权代行", All, Columns, ct), ct);

    private IReadOnlyList<ExportColumn<AuthorityRow>> Columns =>
    [
        new("授权书", row => row.LetterNumber, 24), new("授权人", row => row.Principal), new("代行人", row => row.Officer), new("代行事项", row => row.Scope, 36),
        new("起", row => row.FirstDay), new("止", row => row.LastDay), new("状态", row => row.StateOn(Today).Word), new("代行决定", row => row.Decisions, 10),
    ];
}
