using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>导师: how many beginners each mentor guides, the most first (WZ-24.2).</summary>
[Authorize(Policy = Policies.Office)]
[ReadsByPost]
public sealed class MentorsModel(AidDb db, ListExports exports) : PageModel
{
    private const int PageSize = 50;

    private static readonly IReadOnlyList<ExportColumn<Row>> Columns =
    [
        new("导师", r => r.Name), new("机构", r => r.Institution, 30), new("带教", r => r.Load), new("新人", r => string.Join('、', r.Beginners), 40),
    ];

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Total = await All().CountAsync(ct);
        Rows = await All().Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await exports.SendAsync(Request, await ListToExport.OfAsync("导师", All(), Columns, ct), ct);

    // One who has left is guided no more.
    private IQueryable<Row> All() => db.Memberships.AsNoTracking()
        .Where(m => db.Memberships.Any(b => b.MentorId == m.Id && b.LeftOn == null))
        .OrderByDescending(m => db.Memberships.Count(b => b.MentorId == m.Id && b.LeftOn == null)).ThenBy(m => m.RosterName ?? m.Person.Name).ThenBy(m => m.Id)
        .Select(m => new Row(
            m.Id, m.RosterName ?? m.Person.Name, m.Institution.Name, db.Memberships.Count(b => b.MentorId == m.Id && b.LeftOn == null),
            db.Memberships.Where(b => b.MentorId == m.Id && b.LeftOn == null).OrderBy(b => b.MentorNamedOn).ThenBy(b => b.Id).Select(b => b.RosterName ?? b.Person.Name).ToList()));

    /// <summary>One mentor.</summary>
    public sealed record Row(Guid Id, string Name, string Institution, int Load, List<string> Beginners);
}
