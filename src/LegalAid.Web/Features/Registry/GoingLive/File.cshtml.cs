using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Exports;
using LegalAid.Web.Parts.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.GoingLive;

/// <summary>One file of what an office brings along: before it is taken over what it would do and whether it agrees with its sender, afterwards what was taken over and why it differed.</summary>
[Authorize(Policy = Policies.Centre)]
[ReadsByPost]
public sealed class FileModel(AidDb db, HistoryPlanner planner, ListExports exports, CurrentOfficer officer) : PageModel
{
    private const int PageSize = 50;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public RegistryUpload Upload { get; private set; } = null!;

    public HistoryPlan? Plan { get; private set; }

    /// <summary>Why there is nothing to preview any more.</summary>
    public IReadOnlyList<Refusal> Gone { get; private set; } = [];

    public IReadOnlyList<ReconciliationLine> Lines { get; private set; } = [];

    public IReadOnlyList<FigureRow> Rows { get; private set; } = [];

    public int Total { get; private set; }

    public bool MayApply => officer.Role == Roles.Director;

    public IReadOnlyList<PlannedEntry> Corrections => [.. Plan?.Entries.Where(entry => entry.Changes.Count > 0) ?? []];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        var planned = await planner.PlanAsync(Id, UploadKind.GoingLive, ct);
        Plan = planned?.Value;
        Gone = Upload.ImportedAtUtc is null ? planned?.Refusals ?? [] : [];
        Lines = await db.ReconciliationLines.AsNoTracking().Where(l => l.UploadId == Id).OrderBy(l => l.RecordedAtUtc).ThenBy(l => l.Id).ToListAsync(ct);
        var rows = FigureRow.Of(db, Id);
        (Total, Rows) = (await rows.CountAsync(ct), await rows.Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct));
        return Page();
    }

    /// <summary>The rows that cannot be taken, as a workbook to send back.</summary>
    public async Task<IActionResult> OnGetFaultsAsync(CancellationToken ct) =>
        await planner.PlanAsync(Id, UploadKind.GoingLive, ct) is { Value: { } plan } ? File(FaultList.Write(plan.Faults), WorkbookWriter.ContentType, "期初数据中有问题的行.xlsx") : NotFound();

    /// <summary>What was taken over, as a workbook to compare with the old books.</summary>
    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await FindAsync(ct) ? await exports.SendAsync(Request, await ListToExport.OfAsync("期初数据", FigureRow.Of(db, Id), FigureRow.Columns, ct), ct) : NotFound();

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await db.RegistryUploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == Id && u.Kind == UploadKind.GoingLive, ct) is not { } upload)
        {
            return false;
        }

        Upload = upload;
        return true;
    }
}
