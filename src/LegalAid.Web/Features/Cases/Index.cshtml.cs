using System.Linq.Expressions;
using LegalAid.Rules.Intake;
using LegalAid.Rules.Search;
using LegalAid.Store;
using LegalAid.Store.Intake;
using LegalAid.Store.Search;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Cases;

/// <summary>案件: what this officer may see, the nearest deadline first.</summary>
[Authorize(Policy = Policies.CaseWork)]
[LooksBelow, ReadsByPost]
public sealed class IndexModel(AidDb db, CurrentOfficer officer, OfficeNames offices, ListExports exports) : PageModel
{
    private const int PageSize = 50;

    private static readonly Expression<Func<AidCase, Row>> ToRow = c =>
        new Row(c.Id, c.OfficeId, c.Number, c.Cause, c.Kind, c.Stage, c.Status, c.Headcount, c.NextDueAtUtc, c.Parties.Where(p => p.Role == PartyRole.Recipient).OrderBy(p => p.Order).Select(p => p.Name).FirstOrDefault());

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    /// <summary>A number or cause, or characters, pinyin or initials of a party's name; never taken from an address.</summary>
    [FromForm(Name = QueryLink.SearchKey)]
    public string? Searched { get; set; }

    [BindProperty(SupportsGet = true)]
    public CaseStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public CaseKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Office { get; set; }

    public IReadOnlyDictionary<Guid, string> Offices { get; private set; } = new Dictionary<Guid, string>();

    public int Total { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => this.SearchAsync(LoadAsync, ct);

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct)
    {
        Offices = await offices.InSightAsync(ct);
        return await exports.SendAsync(Request, await ListToExport.OfAsync("案件", Ordered(Listed()).Select(ToRow), Columns, ct), ct);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Offices = await offices.InSightAsync(ct);
        var cases = Listed();
        Total = await cases.CountAsync(ct);
        Rows = await Ordered(cases).Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).Select(ToRow).ToListAsync(ct);
    }

    private IQueryable<AidCase> Listed() => db.Cases.AsNoTracking().VisibleTo(db, officer)
        .Where(c => (Status == null || c.Status == Status) && (Kind == null || c.Kind == Kind) && (Office == null || c.OfficeId == Office))
        .FoundOwn(db, SearchQuery.Read(Searched, BuiltInReadings.Table));

    private static IQueryable<AidCase> Ordered(IQueryable<AidCase> cases) =>
        cases.OrderBy(c => c.NextDueAtUtc == null).ThenBy(c => c.NextDueAtUtc).ThenByDescending(c => c.Number).ThenBy(c => c.Id);

    private IReadOnlyList<ExportColumn<Row>> Columns =>
    [
        new("编号", row => row.Number), new("案由", row => row.Cause, 24), new("机构", row => Offices.GetValueOrDefault(row.OfficeId), 24), new("受援人", row => row.Recipient),
        new("人数", row => row.Headcount, 8), new("类型", row => CaseWords.Of(row.Kind)), new("阶段", row => CaseWords.Of(row.Stage)),
        new("状态", row => CaseWords.Of(row.Status).Word), new("期限", row => ExportCells.Until(row.NextDueAtUtc), 18),
    ];

    /// <summary>One case of the list.</summary>
    public sealed record Row(Guid Id, Guid OfficeId, string Number, string Cause, CaseKind Kind, CaseStage Stage, CaseStatus Status, int Headcount, DateTime? NextDueAtUtc, string? Recipient);
}
