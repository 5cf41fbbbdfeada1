using LegalAid.Rules.Assignment;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.Declines;

/// <summary>辞接: who declined which case and what was ruled, what waits first; matters of conduct are marked.</summary>
[Authorize(Policy = Policies.Office)]
[ReadsByPost]
public sealed class IndexModel(AidDb db, AuthorityCheck authorities, CurrentOfficer officer, ListExports exports) : PageModel
{
    private const int PageSize = 50;

    private static readonly IReadOnlyList<ExportColumn<DeclineView>> Columns =
    [
        new("编号", d => d.CaseNumber), new("案由", d => d.Cause, 24), new("承办人", d => d.Person), new("机构", d => d.Institution, 28), new("理由", d => d.GroundText, 24),
        new("结果", d => d.StatusText, 14), new("违规线索", d => d.ConductMatter ? "是" : "否"),
    ];

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<DeclineView> Rows { get; private set; } = [];

    public bool OpensRuling => officer.Role is Roles.Clerk or Roles.Director;

    /// <summary>The head, or whoever acts in the head's stead today.</summary>
    public bool MayRule { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        MayRule = officer.Role == Roles.Director || (officer.Role == Roles.Clerk && await authorities.FindAsync(officer.Id, ActingPower.Proposals, ct) is not null);
        Total = await db.Declines.CountAsync(ct);
        Rows = await DeclineView.Of(db, db.Declines).Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await exports.SendAsync(Request, await ListToExport.OfAsync("辞接", DeclineView.Of(db, db.Declines), Columns, ct), ct);
}
