using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Authority;

/// <summary>例外统计: who proposes and who agrees to leave the office's order or to pass over a warning, how often of all, by officer, month and rule, down to the cases.</summary>
[Authorize(Policy = Policies.Deciders)]
[ReadsByPost]
public sealed class OverridesModel(AidDb db, OfficeClock clock, ListExports exports) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Officer { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Month { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Rule { get; set; }

    public DateOnly Today => clock.Today;

    public IReadOnlyList<SelectListItem> Years => [.. Enumerable.Range(1, 5).Select(back => new SelectListItem($"{Today.Year - back} 年", $"{Today.Year - back}"))];

    public IReadOnlyList<SelectListItem> Months { get; } = [.. Enumerable.Range(1, 12).Select(month => new SelectListItem($"{month} 月", $"{month}"))];

    public IReadOnlyList<OverrideShare> ByOfficer { get; private set; } = [];

    public IReadOnlyList<OverrideShare> ByMonth { get; private set; } = [];

    public IReadOnlyList<OverrideShare> ByRule { get; private set; } = [];

    public int Proposals { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<OverrideRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var year = InYear();
        Proposals = await year.CountAsync(ct);
        ByOfficer = await OfficersAsync(year, ct);
        ByMonth = [.. (await year.GroupBy(a => a.ProposedAtUtc.AddHours(8).Month).Select(g => new { g.Key, All = g.Count(), Over = g.Count(a => a.PassedOver.Count > 0) }).ToListAsync(ct))
            .OrderBy(g => g.Key).Select(g => new OverrideShare($"{g.Key} 月", $"month={g.Key}", g.Over, g.All))];
        ByRule = [.. (await year.Where(a => a.PassedOver.Count > 0).Select(a => a.PassedOver).ToListAsync(ct)).SelectMany(rules => rules).GroupBy(rule => rule, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => new OverrideShare(g.Key, $"rule={g.Key}", g.Count(), Proposals))];
        Total = await Listed().CountAsync(ct);
        Rows = await Listed().Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) => await exports.SendAsync(Request, await ListToExport.OfAsync("例外", Listed(), Columns, ct), ct);

    private static readonly IReadOnlyList<ExportColumn<OverrideRow>> Columns =
    [
        new("案件", row => row.CaseNumber), new("提出", row => ExportCells.Moment(row.ProposedAtUtc), 18), new("提出人", row => row.Proposer), new("决定人", row => row.Decider, 28),
        new("规则", row => string.Join('、', row.Rules), 18), new("理由", row => row.Reason, 40),
    ];

    // Chinese time has no summer hour: its months are the database's, eight hours on.
    private IQueryable<CaseAssignment> InYear()
    {
        var year = Year is >= 2000 and <= 2100 ? Year.Value : Today.Year;
        var (from, until) = (OfficeClock.ToUtc(new(year, 1, 1)), OfficeClock.ToUtc(new(year + 1, 1, 1)));
        return db.Assignments.AsNoTracking().Where(a => a.ProposedAtUtc >= from && a.ProposedAtUtc < until);
    }

    private async Task<IReadOnlyList<OverrideShare>> OfficersAsync(IQueryable<CaseAssignment> year, CancellationToken ct)
    {
        var proposed = await year.GroupBy(a => a.ProposedById).Select(g => new { g.Key, All = g.Count(), Over = g.Count(a => a.PassedOver.Count > 0) }).ToListAsync(ct);
        var agreed = await year.Where(a => a.DecidedById != null && a.PassedOver.Count > 0 && a.Status != AssignmentStatus.Rejected).GroupBy(a => a.DecidedById!.Value)
            .Select(g => new { g.Key, Over = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Over, ct);
        var ids = proposed.Select(g => g.Key).Concat(agreed.Keys).Distinct().ToList();
        var names = await db.Users.Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.DisplayName }).ToListAsync(ct);
        return
        [
            .. names.Select(one => (one.Id, one.DisplayName, Own: proposed.Find(g => g.Key == one.Id)))
                .OrderByDescending(one => one.Own?.Over).ThenBy(one => one.DisplayName, StringComparer.Ordinal)
                .Select(one => new OverrideShare(one.DisplayName, $"officer={one.Id}", one.Own?.Over ?? 0, one.Own?.All ?? 0, agreed.GetValueOrDefault(one.Id))),
        ];
    }

    private IQueryable<OverrideRow> Listed() =>
        from a in InYear()
        where a.PassedOver.Count > 0
            && (Officer == null || a.ProposedById == Officer || a.DecidedById == Officer)
            && (Month == null || a.ProposedAtUtc.AddHours(8).Month == Month)
            && (Rule == null || a.PassedOver.Any(rule => rule == Rule))
        from c in db.Cases.Where(c => c.Id == a.CaseId)
        from proposer in db.Users.Where(u => u.Id == a.ProposedById)
        orderby a.ProposedAtUtc descending, a.Id
        select new OverrideRow(
            a.Id, c.Id, c.Number, a.ProposedAtUtc, proposer.DisplayName,
            db.Users.Where(u => u.Id == a.DecidedById).Select(u => u.DisplayName + AuthorityWords.Signatures(db).Where(s => s.Id == a.DecidedUnderId).Select(s => s.Text).FirstOrDefault()).FirstOrDefault(),
            a.Status, a.PassedOver, a.OutOfTurnReason ?? a.ProposalNote);
}

/// <summary>How many of all went past a soft rule, and the query that lists them.</summary>
/// <param name="Agreed">By an officer: how many the officer agreed to.</param>
public sealed record OverrideShare(string Name, string Query, int Over, int All, int Agreed = 0)
{
    public string Share => All == 0 ? "—" : $"{(Over * 1000L / All) / 10.0:0.0}%";
}

/// <summary>One proposal that went past a soft rule.</summary>
public sealed record OverrideRow(Guid Id, Guid CaseId, string CaseNumber, DateTime ProposedAtUtc, string Proposer, string? Decider, AssignmentStatus Status, List<string> Rules, string? Reason);
