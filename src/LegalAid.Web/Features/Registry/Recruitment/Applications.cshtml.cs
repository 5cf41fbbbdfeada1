using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry;

/// <summary>入库申请: those of a round that reached the centre, the first handed in first.</summary>
[Authorize(Policy = Policies.Office)]
[LooksBelow, ReadsByPost]
public sealed class ApplicationsModel(AidDb db, CurrentOfficer officer, ListExports exports) : PageModel
{
    private const int PageSize = 50;

    private static readonly IReadOnlyList<ExportColumn<Row>> Columns =
    [
        new("申请人", r => r.Name), new("身份", r => RecruitmentWords.Of(r.As), 20), new("单位", r => r.Place, 30), new("意向", r => r.Wishes, 36),
        new("提交", r => ExportCells.Moment(r.SubmittedAtUtc), 18), new("状态", r => RecruitmentWords.Of(r.Status).Word),
    ];

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty(SupportsGet = true, Name = "status")]
    public ApplicationStatus? Status { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public PoolPerson? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "institution")]
    public Guid? InstitutionId { get; set; }

    public string Title { get; private set; } = "";

    public int Total { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Institutions { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Statuses { get; } = [.. ApplicationStatuses.AtCentre.Select(status => new SelectListItem(RecruitmentWords.Of(status).Word, status.ToString()))];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.RecruitmentRounds.Where(r => r.Id == Id).Select(r => r.Title).SingleOrDefaultAsync(ct) is not { } title)
        {
            return NotFound();
        }

        Title = title;
        Institutions = await db.Institutions.Where(i => db.PoolApplications.Any(a => a.RoundId == Id && a.SubmittedAtUtc != null && a.InstitutionId == i.Id))
            .OrderBy(i => i.Name).Select(i => new SelectListItem(i.Name, i.Id.ToString())).ToListAsync(ct);
        Total = await Listed().CountAsync(ct);
        Rows = await Shown().Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) => await db.RecruitmentRounds.AnyAsync(r => r.Id == Id, ct)
        ? await exports.SendAsync(Request, await ListToExport.OfAsync("入库申请", Shown(), Columns, ct), ct)
        : NotFound();

    private IQueryable<PoolApplication> Listed() => db.PoolApplications.AsNoTracking().VisibleTo(officer)
        .Where(a => a.RoundId == Id && (Status == null || a.Status == Status) && (Kind == null || a.As == Kind) && (InstitutionId == null || a.InstitutionId == InstitutionId));

    private IQueryable<Row> Shown() => Listed().OrderBy(a => a.SubmittedAtUtc).ThenBy(a => a.Id).Select(a => new Row(
        a.Id, a.Name, a.As, db.Institutions.Where(i => i.Id == a.InstitutionId).Select(i => i.Name).FirstOrDefault() ?? a.Employer, a.Intents, a.Pools, a.SubmittedAtUtc, a.Status));

    /// <summary>One application.</summary>
    public sealed record Row(Guid Id, string Name, PoolPerson As, string? Institution, ServiceIntents Intents, Pools Pools, DateTime? SubmittedAtUtc, ApplicationStatus Status)
    {
        public string Place => Institution ?? "—";

        public string Wishes => RecruitmentWords.Of(Intents) + (Pools.HasFlag(Pools.Duty) ? "；值班" : "");
    }
}
