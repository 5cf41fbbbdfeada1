using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Cases;

/// <summary>案件: what this officer may see, the nearest deadline first.</summary>
[LooksBelow]
public sealed class IndexModel(AidDb db, CurrentOfficer officer, OfficeNames offices) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public CaseStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public CaseKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Office { get; set; }

    public IReadOnlyDictionary<Guid, string> Offices { get; private set; } = new Dictionary<Guid, string>();

    public int Total { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Offices = await offices.InSightAsync(ct);
        var cases = db.Cases.AsNoTracking().VisibleTo(db, officer)
            .Where(c => (Status == null || c.Status == Status) && (Kind == null || c.Kind == Kind) && (Office == null || c.OfficeId == Office))
            .Where(c => string.IsNullOrEmpty(Q) || c.Number.Contains(Q) || c.Cause.Contains(Q) || c.Parties.Any(p => p.Name.Contains(Q)));
        Total = await cases.CountAsync(ct);
        Rows = await cases.OrderBy(c => c.NextDueAtUtc == null).ThenBy(c => c.NextDueAtUtc).ThenByDescending(c => c.Number).ThenBy(c => c.Id)     // offices below have the same numbers
            .Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize)
            .Select(c => new Row(c.Id, c.OfficeId, c.Number, c.Cause, c.Kind, c.Stage, c.Status, c.Headcount, c.NextDueAtUtc, c.Parties.Where(p => p.Role == PartyRole.Recipient).OrderBy(p => p.Id).Select(p => p.Name).FirstOrDefault()))
            .ToListAsync(ct);
    }

    /// <summary>One case of the list.</summary>
    public sealed record Row(Guid Id, Guid OfficeId, string Number, string Cause, CaseKind Kind, CaseStage Stage, CaseStatus Status, int Headcount, DateTime? NextDueAtUtc, string? Recipient);
}
