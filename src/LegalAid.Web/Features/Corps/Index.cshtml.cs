using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Corps;

/// <summary>服务团: who is in it, since when, and to which counties they are willing to go (QDN-4.2a, QDN-4.2c).</summary>
[Authorize(Policy = Policies.Office)]
[LooksBelow]
[ReadsByPost]
public sealed class IndexModel(AidDb db, CorpsList list, CorpsLapses lapses, ListExports exports, CurrentOfficer officer) : PageModel
{
    private const int PageSize = 50;

    private static readonly IReadOnlyList<ExportColumn<CorpsRow>> Columns =
    [
        new("姓名", row => row.Name), new("机构", row => row.Institution, 28), new("入团", row => row.JoinedOn), new("离团", row => row.LeftOn), new("愿意前往", row => string.Join('、', row.Willing), 40),
    ];

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<CorpsRow> Rows { get; private set; } = [];

    public IReadOnlyList<CorpsLapse> Lapses { get; private set; } = [];

    public bool IsPrefecture { get; private set; }

    /// <summary>The prefecture's head records, a county's centre proposes; who only reads goes to the record.</summary>
    public string ActOn(Guid memberId) => (officer.Role, IsPrefecture) switch
    {
        (Roles.Director, true) => $"/corps/people/{memberId}",
        (Roles.Clerk or Roles.Director, false) => $"/corps/people/{memberId}/propose",
        _ => $"/registry/people/{memberId}",
    };

    public async Task OnGetAsync(CancellationToken ct)
    {
        Total = await list.CountAsync(ct);
        Rows = await list.ReadAsync((Math.Max(1, P) - 1) * PageSize, PageSize, ct);
        IsPrefecture = await db.Offices.AnyAsync(o => o.Id == officer.OfficeId && o.ParentId == null, ct);
        Lapses = await lapses.ReachedAsync(officer.OfficeId, ct);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await exports.SendAsync(Request, ListToExport.Of("服务团", await list.ReadAsync(0, ListExports.MostRows, ct), Columns), ct);
}
