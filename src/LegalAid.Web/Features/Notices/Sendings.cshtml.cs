using LegalAid.Store;
using LegalAid.Store.Notices;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Notices;

/// <summary>通知发送情况: what went out of the own office's notices, what waits, and what was given up, the given up first. No case and no address shows here.</summary>
[Authorize(Policy = Policies.Accounts)]
[ReadsByPost]
public sealed class SendingsModel(AidDb db, CurrentOfficer officer, ListExports exports) : PageModel
{
    private const int PageSize = 50;

    private static readonly IReadOnlyList<ExportColumn<SendingRow>> Columns =
    [
        new("事项", r => r.KindText, 20), new("渠道", r => r.ChannelText), new("对象", r => r.To, 20), new("状态", r => r.StatusText), new("尝试次数", r => r.Attempts, 8),
        new("原因", r => r.Fault, 30), new("下次发送", r => ExportCells.Moment(r.NextShown), 18), new("发出", r => ExportCells.Moment(r.SentAtUtc), 18),
    ];

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public SendingStatus? Status { get; set; }

    public int Total { get; private set; }

    public IReadOnlyList<SendingRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Total = await Listed().CountAsync(ct);
        Rows = await SendingRow.Of(db, Listed()).Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await exports.SendAsync(Request, await ListToExport.OfAsync("通知发送情况", SendingRow.Of(db, Listed()), Columns, ct), ct);

    private IQueryable<NoticeSending> Listed()
    {
        var own = db.NoticeSendings.AsNoTracking().Where(s => s.OfficeId == officer.OfficeId);
        return Status is { } status ? own.Where(s => s.Status == status) : own;
    }
}
