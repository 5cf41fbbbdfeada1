using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>指派统计 (BB-4.1): who got how many, in which way, and how many within the office's clock, or the statute's where it has none.</summary>
[Authorize(Policy = Policies.Office)]
[ReadsByPost]
public sealed class StatisticsModel(AidDb db, OfficeClock clock, ListExports exports) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public DateOnly Today => clock.Today;

    public IReadOnlyList<SelectListItem> Years => [.. Enumerable.Range(1, 5).Select(back => new SelectListItem($"{Today.Year - back} 年", $"{Today.Year - back}"))];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public int InTime { get; private set; }

    public int Late { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var year = Year is >= 2000 and <= 2100 ? Year.Value : Today.Year;
        var from = OfficeClock.ToUtc(new(year, 1, 1));
        var until = OfficeClock.ToUtc(new(year + 1, 1, 1));
        var assigned =
            from a in db.Assignments.AsNoTracking()
            where a.Status != AssignmentStatus.Proposed && !AssignmentStatuses.Undone.Contains(a.Status) && a.DecidedAtUtc >= @from && a.DecidedAtUtc < until
            join c in db.Cases on a.CaseId equals c.Id
            join i in db.Institutions on a.InstitutionId equals i.Id
            select new { i.Name, c.Kind, a.Step, Late = a.DecidedAtUtc >= c.OwnDueAtUtc || a.DecidedAtUtc >= c.StatutoryDueAtUtc };
        var rows = await assigned.GroupBy(a => a.Name).Select(group => new Row(
            group.Key,
            group.Count(),
            group.Count(a => a.Kind == CaseKind.Criminal),
            group.Count(a => a.Step == OrderStep.Rotation),
            group.Count(a => a.Step == OrderStep.RecipientWish),
            group.Count(a => a.Step == OrderStep.HelpingInstitution),
            group.Count(a => a.Step == OrderStep.OutsidePool))).ToListAsync(ct);
        Rows = [.. rows.OrderByDescending(row => row.Total).ThenBy(row => row.Institution, StringComparer.Ordinal)];
        Late = await assigned.CountAsync(a => a.Late, ct);
        InTime = Rows.Sum(row => row.Total) - Late;
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct)
    {
        await OnGetAsync(ct);
        return await exports.SendAsync(Request, ListToExport.Of("指派统计", Rows, Columns), ct);
    }

    private static readonly IReadOnlyList<ExportColumn<Row>> Columns =
    [
        new("机构", row => row.Institution, 32), new("合计", row => row.Total, 8), new("刑事", row => row.Criminal, 8), new("其他", row => row.Total - row.Criminal, 8),
        new("轮候", row => row.InTurn, 8), new("点援", row => row.Wished, 8), new("属地", row => row.Helped, 8), new("库外", row => row.Outside, 8),
    ];

    /// <summary>One institution's assignments of the year.</summary>
    public sealed record Row(string Institution, int Total, int Criminal, int InTurn, int Wished, int Helped, int Outside);
}
