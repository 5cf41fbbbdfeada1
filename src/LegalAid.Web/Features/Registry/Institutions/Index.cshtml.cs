using LegalAid.Rules.Registry;
using LegalAid.Rules.Search;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Search;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>机构: the institutions this office works with, those with people on its roster or a place in its queues.</summary>
[Authorize(Policy = Policies.Office)]
[ReadsByPost]
public sealed class InstitutionsModel(AidDb db, ListExports exports, OfficeClock clock) : PageModel
{
    private const int PageSize = 50;

    /// <summary>Characters, pinyin or initials of the name.</summary>
    [FromForm(Name = QueryLink.SearchKey)]
    public string? Searched { get; set; }

    [BindProperty(SupportsGet = true)]
    public InstitutionKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public DateOnly Today => clock.Today;

    public int Total { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => this.SearchAsync(LoadAsync, ct);

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await exports.SendAsync(Request, await ListToExport.OfAsync("机构", Listed(), Columns, ct), ct);

    private async Task LoadAsync(CancellationToken ct)
    {
        var rows = Listed();
        Total = await rows.CountAsync(ct);
        Rows = await rows.Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }

    private IQueryable<Row> Listed() => InstitutionsKnown.To(db).AsNoTracking()
            .Where(i => Kind == null || i.Kind == Kind)
            .Found(SearchQuery.Read(Searched, BuiltInReadings.Table))
            .OrderBy(i => i.Kind).ThenBy(i => EF.Functions.Collate(i.Name, ShownNames.PinyinOrder)).ThenBy(i => i.Id)
            .Select(i => new Row(
                i.Id,
                i.Name,
                i.Kind,
                i.District,
                i.ClosedOn,
                db.Memberships.Count(m => m.InstitutionId == i.Id && (m.LeftOn == null || m.LeftOn > Today)),
                db.QueuePlaces.Count(p => p.InstitutionId == i.Id && (p.ClosedOn == null || p.ClosedOn > Today))));

    private static readonly IReadOnlyList<ExportColumn<Row>> Columns =
    [
        new("名称", row => row.Name, 32), new("种类", row => RosterAdmission.NameOf(row.Kind), 18), new("所在区", row => row.District, 18),
        new("在库人员", row => row.Members), new("轮候位", row => row.Places), new("注销日期", row => row.ClosedOn),
    ];

    /// <summary>An institution of the list.</summary>
    public sealed record Row(Guid Id, string Name, InstitutionKind Kind, string District, DateOnly? ClosedOn, int Members, int Places);
}
