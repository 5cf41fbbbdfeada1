using LegalAid.Store;
using LegalAid.Store.Notices;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Exports;
using LegalAid.Web.Sending;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Notices;

/// <summary>站内信: what this officer is to know, the latest first. Opening one leads to where it is dealt with.</summary>
[ReadsByPost]
public sealed class IndexModel(AidDb db, CurrentOfficer officer, ListExports exports) : PageModel
{
    public const int PageSize = 20;

    private static readonly IReadOnlyList<ExportColumn<Row>> Columns =
    [
        new("事项", r => NoticeTexts.Name(r.Kind), 20), new("内容", r => r.Text, 60), new("送达", r => r.HasLegalEffect ? "是" : ""),
        new("发出", r => ExportCells.Moment(r.WrittenAtUtc), 18), new("已读", r => ExportCells.Moment(r.ReadAtUtc), 18),
    ];

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    /// <summary>Only what has not been read.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Unread { get; set; }

    public int Total { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Those of the page that were overtaken by what has happened since.</summary>
    public IReadOnlySet<Guid> Settled { get; private set; } = new HashSet<Guid>();

    /// <summary>Up to here the list was shown; what comes later is not marked with it.</summary>
    public long UpTo { get; private set; }

    public bool MayReadAll => Rows.Any(row => row.ReadAtUtc is null && !row.HasLegalEffect && !Settled.Contains(row.Id));

    public async Task OnGetAsync(CancellationToken ct)
    {
        Total = await Listed().CountAsync(ct);
        Rows = await Shown().Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var ids = Rows.Select(row => row.Id).ToList();
        Settled = (await db.Notices.Where(n => ids.Contains(n.Id)).Where(OwnNotices.Settled(db)).Select(n => n.Id).ToListAsync(ct)).ToHashSet();
        UpTo = (await Listed().MaxAsync(n => (DateTime?)n.WrittenAtUtc, ct))?.Ticks ?? 0;
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) => await exports.SendAsync(Request, await ListToExport.OfAsync("站内信", Shown(), Columns, ct), ct);

    private IQueryable<Notice> Listed()
    {
        var own = OwnNotices.For(db, officer).AsNoTracking();
        return Unread ? own.UnreadBy(db, officer.Id) : own;
    }

    private IQueryable<Row> Shown()
    {
        var me = officer.Id;
        return Listed().OrderByDescending(n => n.WrittenAtUtc).ThenByDescending(n => n.Id).Select(n => new Row(
            n.Id, n.Kind, n.Text, n.HasLegalEffect, n.WrittenAtUtc, db.NoticeReadings.Where(r => r.NoticeId == n.Id && r.OfficerId == me).Select(r => (DateTime?)r.ReadAtUtc).FirstOrDefault()));
    }

    /// <summary>One notice of the inbox.</summary>
    public sealed record Row(Guid Id, NoticeKind Kind, string Text, bool HasLegalEffect, DateTime WrittenAtUtc, DateTime? ReadAtUtc);
}
