using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>招募: the office's calls for people, the latest first.</summary>
[Authorize(Policy = Policies.Office)]
[LooksBelow, ReadsByPost]
public sealed class RoundsModel(AidDb db, OfficeNames offices, OfficeClock clock, CurrentOfficer officer, ListExports exports) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Offices { get; private set; } = new Dictionary<Guid, string>();

    public bool CanDraft => officer.Role is Roles.Clerk or Roles.Director;

    public DateTime NowUtc => clock.UtcNow;

    public DateOnly Today => clock.Today;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Offices = await offices.InSightAsync(ct);
        Total = await db.RecruitmentRounds.CountAsync(ct);
        Rows = await All().Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct)
    {
        var now = NowUtc;
        IReadOnlyList<ExportColumn<Row>> columns =
        [
            new("批次", r => r.Title, 40), new("库别", r => RecruitmentWords.Of(r.Pools)), new("开始", r => ExportCells.Moment(r.OpensAtUtc), 18), new("截止", r => ExportCells.Moment(r.ClosesAtUtc), 18),
            new("状态", r => RecruitmentWords.Of(r.Status, r.OpensAtUtc, r.ClosesAtUtc, now).Word), new("已提交", r => r.Submitted), new("公布人数", r => r.Headcount),
        ];
        return await exports.SendAsync(Request, await ListToExport.OfAsync("招募批次", All(), columns, ct), ct);
    }

    private IQueryable<Row> All() => db.RecruitmentRounds.AsNoTracking().OrderByDescending(r => r.OpensAtUtc).ThenByDescending(r => r.Id).Select(r => new Row(
        r.Id, r.OfficeId, r.Title, r.Pools, r.OpensAtUtc, r.ClosesAtUtc, r.Status, r.PublishedHeadcount, db.PoolApplications.Count(a => a.RoundId == r.Id && a.SubmittedAtUtc != null && a.Status != ApplicationStatus.Withdrawn)));

    /// <summary>One call for people.</summary>
    public sealed record Row(Guid Id, Guid OfficeId, string Title, Pools Pools, DateTime OpensAtUtc, DateTime? ClosesAtUtc, RoundStatus Status, int? Headcount, int Submitted);
}
