using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>台账 (QJ-5.4a): everything that happened to one member, the latest first, to be taken away whole.</summary>
[Authorize(Policy = Policies.Office)]
[ReadsByPost]
public sealed class LedgerModel(AidDb db, LedgerReader ledger, ListExports exports) : PageModel
{
    private const int PageSize = 50;

    private static readonly IReadOnlyList<ExportColumn<LedgerLine>> Columns =
        [new("日期", line => line.Day), new("类别", line => line.Kind), new("事项", line => line.What, 50), new("经办", line => line.Who, 18)];

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public string Name { get; private set; } = "";

    public int Total { get; private set; }

    public IReadOnlyList<LedgerLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        var lines = await ledger.ReadAsync(Id, ct);
        (Total, Lines) = (lines.Count, [.. lines.Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize)]);
        return Page();
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await FindAsync(ct) ? await exports.SendAsync(Request, ListToExport.Of("台账", await ledger.ReadAsync(Id, ct), Columns), ct) : NotFound();

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        Name = await db.Memberships.Where(m => m.Id == Id).Select(m => m.RosterName ?? m.Person.Name).SingleOrDefaultAsync(ct) ?? "";
        return Name.Length > 0;
    }
}
