using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>人员: the office's people, found and sorted by the address.</summary>
[Authorize(Policy = Policies.Office)]
[LooksBelow, ReadsByPost]
public sealed class PeopleModel(AidDb db, OfficeNames offices, OfficeClock clock, ListExports exports) : PageModel
{
    private const int PageSize = 50;
    private const int Offered = 200;

    [BindProperty(SupportsGet = true, Name = "")]
    public PeopleFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    public DateOnly Today => clock.Today;

    public IReadOnlyDictionary<Guid, string> Offices { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Exact up to <see cref="Parts.ListCount.Exact"/>.</summary>
    public ListCount Count { get; private set; } = ListCount.None;

    public IReadOnlyList<PersonRow> Rows { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Institutions { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => this.SearchAsync(LoadAsync, ct);

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct)
    {
        Offices = await offices.InSightAsync(ct);
        var rows = PeopleQuery.Rows(PeopleQuery.Sorted(db, PeopleQuery.On(db, Filter, Today), Sort), Today);
        return await exports.SendAsync(Request, await ListToExport.OfAsync("人员", rows, PeopleColumns.Of(Offices, await PeopleQuery.LoadsAsync(db, null, ct), Today), ct), ct);
    }

    // More than anybody scrolls through are not offered: the chosen one alone, which the institution's own page leads to.
    private async Task<List<SelectListItem>> InstitutionsAsync(CancellationToken ct)
    {
        var known = db.Institutions.Where(i => db.Memberships.Any(m => m.InstitutionId == i.Id));
        var offered = await known.OrderBy(i => i.Id).Take(Offered + 1).CountAsync(ct) > Offered ? known.Where(i => i.Id == Filter.InstitutionId) : known;
        return await offered.OrderBy(i => i.Name).Select(i => new SelectListItem(i.Name, i.Id.ToString())).ToListAsync(ct);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Offices = await offices.InSightAsync(ct);
        var people = PeopleQuery.On(db, Filter, Today);
        Count = await ListCount.OfAsync(people.OrderBy(m => m.Id).Select(m => m.Id), P, PageSize, ct);
        var page = PeopleQuery.Sorted(db, people, Sort).Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize);
        Rows = await PeopleQuery.WithLoadAsync(db, await PeopleQuery.Rows(page, Today).ToListAsync(ct), ct);
        Institutions = await InstitutionsAsync(ct);
    }
}
