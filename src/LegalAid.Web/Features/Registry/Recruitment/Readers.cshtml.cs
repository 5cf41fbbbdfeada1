using LegalAid.Store;
using LegalAid.Store.Notices;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>谁读过通知: institution by institution and person by person, with the applications that came of it (QJ-5.1a).</summary>
[Authorize(Policy = Policies.Office)]
[LooksBelow, ReadsByPost]
public sealed class ReadersModel(AidDb db, ListExports exports) : PageModel
{
    private const int PageSize = 50;

    private static readonly IReadOnlyList<ExportColumn<Row>> Columns =
        [new("机构或者人员", r => r.Name, 30), new("所属", r => r.Place, 30), new("已读", r => ExportCells.Moment(r.ReadAtUtc), 18), new("本批次申请", r => r.Applications)];

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public bool Unread { get; set; }

    public string Title { get; private set; } = "";

    public ReadingCount Counted { get; private set; } = new(0, 0, 0, 0);

    public int Total { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.RecruitmentRounds.Where(r => r.Id == Id).Select(r => r.Title).SingleOrDefaultAsync(ct) is not { } title)
        {
            return NotFound();
        }

        Title = title;
        Counted = await RoundFacts.ReadingsAsync(db, Id, ct);
        Total = await Listed().CountAsync(ct);
        Rows = await All().Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) => await db.RecruitmentRounds.AnyAsync(r => r.Id == Id, ct)
        ? await exports.SendAsync(Request, await ListToExport.OfAsync("通知到达情况", All(), Columns, ct), ct)
        : NotFound();

    private IQueryable<Notice> Listed() => db.Notices.AsNoTracking().Where(n => n.RoundId == Id && n.Kind == NoticeKind.RoundPublished && (!Unread || !db.NoticeReadings.Any(r => r.NoticeId == n.Id)));

    private IQueryable<Row> All() => Listed().OrderBy(n => n.InstitutionId == null).ThenBy(n => n.Id).Select(n => new Row(
        db.Institutions.Where(i => i.Id == n.InstitutionId).Select(i => i.Name).FirstOrDefault() ?? db.Memberships.Where(m => m.Id == n.MembershipId).Select(m => m.RosterName ?? m.Person.Name).FirstOrDefault() ?? "—",
        db.Memberships.Where(m => m.Id == n.MembershipId).Select(m => m.Institution.Name).FirstOrDefault() ?? "机构",
        db.NoticeReadings.Where(r => r.NoticeId == n.Id).OrderBy(r => r.ReadAtUtc).Select(r => (DateTime?)r.ReadAtUtc).FirstOrDefault(),
        n.InstitutionId == null ? null : db.PoolApplications.Count(a => a.RoundId == Id && a.InstitutionId == n.InstitutionId && a.SubmittedAtUtc != null && a.Status != ApplicationStatus.Withdrawn)));

    /// <summary>Somebody who was told.</summary>
    public sealed record Row(string Name, string Place, DateTime? ReadAtUtc, int? Applications);
}
