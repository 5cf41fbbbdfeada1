using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>待审查的申请, the nearest deadline first.</summary>
[Authorize(Policy = Policies.Centre)]
public sealed class ApplicationsModel(AidDb db) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var waiting = db.Cases.AsNoTracking().Where(c => c.Status == CaseStatus.UnderExamination);
        Total = await waiting.CountAsync(ct);
        Rows = await waiting.OrderBy(c => c.NextDueAtUtc).ThenBy(c => c.Number)
            .Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize)
            .Select(c => new Row(c.Id, c.Number, c.Cause, c.Kind, c.ReceivedAtUtc, c.ExaminationDueAtUtc))
            .ToListAsync(ct);
    }

    /// <summary>One application under examination.</summary>
    public sealed record Row(Guid Id, string Number, string Cause, CaseKind Kind, DateTime ReceivedAtUtc, DateTime? ExaminationDueAtUtc);
}
