using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>待审查的申请, the nearest deadline first.</summary>
[Authorize(Policy = Policies.Centre)]
[ReadsByPost]
public sealed class ApplicationsModel(AidDb db, ListExports exports) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Sent in by the stations, not yet received by the centre.</summary>
    public int Forwarded { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Forwarded = await db.Cases.CountAsync(c => c.Status == CaseStatus.Forwarded, ct);
        var waiting = Waiting();
        Total = await waiting.CountAsync(ct);
        Rows = await waiting.Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await exports.SendAsync(Request, await ListToExport.OfAsync("待审查的申请", Waiting(), Columns, ct), ct);

    private IQueryable<Row> Waiting() => db.Cases.AsNoTracking().Where(c => c.Status == CaseStatus.UnderExamination)
        .OrderBy(c => c.NextDueAtUtc).ThenBy(c => c.Number).ThenBy(c => c.Id)
        .Select(c => new Row(c.Id, c.Number, c.Cause, c.Kind, c.ReceivedAtUtc, c.ExaminationDueAtUtc, c.Parties.Where(p => p.Role == PartyRole.Recipient).OrderBy(p => p.Order).Select(p => p.Name).FirstOrDefault(), c.Headcount));

    private static readonly IReadOnlyList<ExportColumn<Row>> Columns =
    [
        new("编号", row => row.Number), new("受援人", row => CaseWords.Recipient(row.Recipient, row.Headcount)), new("案由", row => row.Cause, 24), new("类型", row => CaseWords.Of(row.Kind)),
        new("收到", row => ExportCells.Moment(row.ReceivedAtUtc), 18), new("审查期限", row => ExportCells.Until(row.ExaminationDueAtUtc), 18),
    ];

    /// <summary>One application under examination.</summary>
    public sealed record Row(Guid Id, string Number, string Cause, CaseKind Kind, DateTime ReceivedAtUtc, DateTime? ExaminationDueAtUtc, string? Recipient, int Headcount);
}
