using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.Declines;

/// <summary>短缺提示: the cases for which somebody outside the pool was needed (WZ-9.1, WZ-21.2).</summary>
[Authorize(Policy = Policies.Office)]
[ReadsByPost]
public sealed class ShortagesModel(AidDb db, ListExports exports) : PageModel
{
    private const int PageSize = 50;

    private static readonly IReadOnlyList<ExportColumn<Row>> Columns =
    [
        new("编号", r => r.CaseNumber), new("案由", r => r.Cause, 24), new("类型", r => CaseWords.Of(r.Kind)), new("库内缺少", r => r.MissingText, 40), new("指派给", r => r.Person), new("书面理由", r => r.Reason, 40),
    ];

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Total = await db.ShortageNotices.CountAsync(ct);
        Rows = await All().Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await exports.SendAsync(Request, await ListToExport.OfAsync("短缺提示", All(), Columns, ct), ct);

    private IQueryable<Row> All() =>
        from n in db.ShortageNotices.AsNoTracking()
        join c in db.Cases on n.CaseId equals c.Id
        join a in db.Assignments on n.AssignmentId equals a.Id
        orderby n.RaisedAtUtc descending, n.Id
        select new Row(c.Id, c.Number, c.Cause, n.Kind, n.Missing, n.RaisedAtUtc, db.Memberships.Where(m => m.Id == a.MembershipId).Select(m => m.RosterName ?? m.Person.Name).FirstOrDefault(), a.OutOfTurnReason);

    /// <summary>One notice.</summary>
    public sealed record Row(Guid CaseId, string CaseNumber, string Cause, CaseKind Kind, List<string> Missing, DateTime RaisedAtUtc, string? Person, string? Reason)
    {
        public string MissingText => Missing.Count == 0 ? "库内有人可办，见书面理由" : string.Join("；", Missing);
    }
}
