using LegalAid.Rules.Corps;
using LegalAid.Store;
using LegalAid.Store.Corps;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Corps;

/// <summary>成员身份建议: what counties proposed and what the prefecture answered, what waits first (QDN-4.2a). A county sees its own.</summary>
[Authorize(Policy = Policies.Office)]
[LooksBelow]
[ReadsByPost]
public sealed class ProposalsModel(AidDb db, ListExports exports) : PageModel
{
    private const int PageSize = 50;

    private static readonly IReadOnlyList<ExportColumn<Row>> Columns =
    [
        new("姓名", r => r.Name), new("县（市）", r => r.Office, 24), new("建议", r => CorpsProposalWords.Of(r.Kind), 16), new("提出", r => ExportCells.Moment(r.ProposedAtUtc), 18), new("答复", r => CorpsProposalWords.Of(r.Agrees).Word, 18),
    ];

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Total = await db.CorpsProposals.CountAsync(ct);
        Rows = await Listed().Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await exports.SendAsync(Request, await ListToExport.OfAsync("成员身份建议", Listed(), Columns, ct), ct);

    private IQueryable<Row> Listed() =>
        from p in CorpsProposalsInSight.Proposals(db).AsNoTracking()
        join m in db.Memberships on p.MembershipId equals m.Id
        join o in db.Offices on p.OfficeId equals o.Id
        let agrees = db.CorpsProposalAnswers.Where(a => a.ProposalId == p.Id).Select(a => (bool?)a.Agrees).FirstOrDefault()
        orderby agrees != null, p.ProposedAtUtc descending, p.Id
        select new Row(p.Id, m.RosterName ?? m.Person.Name, o.Name, p.Kind, p.ProposedAtUtc, agrees);

    /// <summary>One proposal.</summary>
    public sealed record Row(Guid Id, string Name, string Office, CorpsProposalKind Kind, DateTime ProposedAtUtc, bool? Agrees);
}
