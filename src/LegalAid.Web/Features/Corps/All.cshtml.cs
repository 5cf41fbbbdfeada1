using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Corps;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Corps;

/// <summary>案源发布一览: every posting of the office, what is open first, and what came of it.</summary>
[Authorize(Policy = Policies.Office)]
[ReadsByPost]
public sealed class AllModel(AidDb db, ListExports exports, OfficeClock clock, CurrentOfficer officer) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool OpensPosting => officer.Role is Roles.Clerk or Roles.Director;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Total = await db.CasePostings.CountAsync(ct);
        Rows = await Listed().Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await exports.SendAsync(Request, await ListToExport.OfAsync("案源发布", Listed(), Columns, ct), ct);

    public (string Word, Tone Tone) StateOf(Row row) => row.Status switch
    {
        PostingStatus.Open when clock.UtcNow < row.ClosesAtUtc => ("报名中", Tone.Active),
        PostingStatus.Open => row.Bids == 0 ? ("无人报名", Tone.Attention) : ("待择优", Tone.Attention),
        PostingStatus.Chosen => ("已择优", Tone.Good),
        PostingStatus.Withdrawn => ("已撤回", Tone.Ended),
        var other => throw new InvalidOperationException($"Unknown status {other}."),
    };

    private static readonly IReadOnlyList<ExportColumn<Row>> Columns =
    [
        new("编号", row => row.Number), new("案由", row => row.Cause, 24), new("类型", row => CaseWords.Of(row.Kind)), new("报名", row => row.Bids, 8),
        new("状态", row => row.Status switch { PostingStatus.Open => "已发布", PostingStatus.Chosen => "已择优", _ => "已撤回" }), new("理由", row => row.Reason, 40),
    ];

    private IQueryable<Row> Listed() =>
        from p in db.CasePostings.AsNoTracking()
        join c in db.Cases on p.CaseId equals c.Id
        orderby p.Status == PostingStatus.Open descending, p.OpenedAtUtc descending, p.Id
        select new Row(c.Id, c.Number, p.Cause, p.Kind, p.OpenedAtUtc, p.ClosesAtUtc, p.Bids.Count(b => b.WithdrawnAtUtc == null), p.Status, p.WithdrawnReason ?? p.Reason);

    /// <summary>One posting.</summary>
    public sealed record Row(Guid CaseId, string Number, string Cause, CaseKind Kind, DateTime OpenedAtUtc, DateTime ClosesAtUtc, int Bids, PostingStatus Status, string? Reason);
}
