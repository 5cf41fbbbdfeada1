using LegalAid.Rules.Registry;
using LegalAid.Rules.Training;
using LegalAid.Store;
using LegalAid.Store.Registry;
using LegalAid.Store.Rulebooks;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>试用期: who is on probation, whoever is over first; and newcomers of whom nobody settled yet whether they need one (WZ-19.1).</summary>
[Authorize(Policy = Policies.Office)]
[ReadsByPost]
public sealed class ProbationsModel(AidDb db, OfficeBooks books, ListExports exports, CurrentOfficer officer, OfficeClock clock) : PageModel
{
    private const int PageSize = 50;
    private const int MostUnsettled = 50;
    private const int RecentMonths = 12;

    private static readonly IReadOnlyList<ExportColumn<Row>> Columns =
    [
        new("姓名", r => r.Name), new("机构", r => r.Institution, 30), new("开始", r => r.StartsOn), new("期满", r => r.EndsOn), new("延长次数", r => r.Extensions), new("带班人", r => r.Companion), new("情况", r => TrainingWords.Of(r.Status).Word),
    ];

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<UnsettledRow> Unsettled { get; private set; } = [];

    /// <summary>Whether the centre judges each when it is over.</summary>
    public bool Assessed { get; private set; }

    public DateOnly Today => clock.Today;

    public bool IsCentre => officer.Role is Roles.Clerk or Roles.Director;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Total = await db.Probations.CountAsync(ct);
        Rows = await All().Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var rules = (await books.InForceOnAsync(officer.OfficeId, clock.Today, ct)).Training?.Probation;
        Assessed = rules?.EndsWithAssessment.Value ?? true;
        Unsettled = rules is null ? [] : await UnsettledAsync(rules, ct);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct) =>
        await exports.SendAsync(Request, await ListToExport.OfAsync("试用期", All(), Columns, ct), ct);

    private IQueryable<Row> All() =>
        from p in db.Probations.AsNoTracking()
        join m in db.Memberships on p.MembershipId equals m.Id
        join c in db.Memberships on p.CompanionId equals c.Id into companions
        from c in companions.DefaultIfEmpty()
        orderby p.Status == ProbationStatus.Running descending, p.EndsOn, p.Id
        select new Row(m.Id, m.RosterName ?? m.Person.Name, m.Institution.Name, p.StartsOn, p.EndsOn, p.Extensions, c == null ? "" : c.RosterName ?? c.Person.Name, p.Status);

    // Whoever came in long ago is not asked any more.
    private async Task<List<UnsettledRow>> UnsettledAsync(ProbationRules rules, CancellationToken ct)
    {
        var (since, years, today) = (clock.Today.AddMonths(-RecentMonths), rules.CertificateBelowYears.Value, clock.Today);
        var newcomers = await db.Memberships.AsNoTracking().Where(PoolStanding.In(Pools.Duty, today))
            .Where(m => (m.JoinedOn > since || m.Standings.Any(s => s.Pool == Pools.Duty && s.LeftOn == null && s.EnteredOn > since)) && (m.LeftOn == null || m.LeftOn > today) && m.FirstLicensedOn.AddYears(years) > m.JoinedOn
                && !db.Probations.Any(p => p.MembershipId == m.Id && p.StartsOn >= m.JoinedOn && !m.Standings.Any(s => s.Pool == Pools.Duty && s.LeftOn == null && s.EnteredOn > p.StartsOn)))
            .OrderBy(m => m.JoinedOn).ThenBy(m => m.Id).Take(MostUnsettled)
            .Select(m => new { Member = m, Name = m.RosterName ?? m.Person.Name, m.Standings }).ToListAsync(ct);
        return [.. newcomers.Select(m => (m.Member, m.Name, Since: PoolStandings.Since(m.Member, Pools.Duty, today) ?? m.Member.JoinedOn))
            .Select(m => new UnsettledRow(m.Member.Id, m.Name, m.Since, OnProbation.IsNeeded(new(true, m.Member.QualifiedOn, m.Member.FirstLicensedOn, m.Since), rules))).Where(row => row.Needed != false)];
    }

    /// <summary>One probation.</summary>
    public sealed record Row(Guid MembershipId, string Name, string Institution, DateOnly StartsOn, DateOnly EndsOn, int Extensions, string Companion, ProbationStatus Status);

    /// <summary>A newcomer without a probation: needed, or not known.</summary>
    public sealed record UnsettledRow(Guid Id, string Name, DateOnly JoinedOn, bool? Needed);
}
