using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>机构: the institutions this office works with, those with people on its roster or a place in its queues.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class InstitutionsModel(AidDb db) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public InstitutionKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var name = Q?.Trim() ?? "";
        var institutions = db.Institutions.AsNoTracking()
            .Where(i => db.Memberships.Any(m => m.InstitutionId == i.Id) || db.QueuePlaces.Any(p => p.InstitutionId == i.Id))
            .Where(i => (name == "" || i.Name.Contains(name)) && (Kind == null || i.Kind == Kind));
        Total = await institutions.CountAsync(ct);
        Rows = await institutions.OrderBy(i => i.Kind).ThenBy(i => EF.Functions.Collate(i.Name, "zh-x-icu")).ThenBy(i => i.Id)
            .Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize)
            .Select(i => new Row(
                i.Id,
                i.Name,
                i.Kind,
                i.District,
                i.ClosedOn,
                db.Memberships.Count(m => m.InstitutionId == i.Id && m.LeftOn == null),
                db.QueuePlaces.Count(p => p.InstitutionId == i.Id && p.ClosedOn == null)))
            .ToListAsync(ct);
    }

    /// <summary>An institution of the list.</summary>
    public sealed record Row(Guid Id, string Name, InstitutionKind Kind, string District, DateOnly? ClosedOn, int Members, int Places);
}
