using LegalAid.Rules.Common;
using LegalAid.Rules.Registry.Vetting;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.Vetting;

/// <summary>入库名单: who was chosen in a round and who came in, the published number, objections.</summary>
[Authorize(Policy = Policies.Centre)]
[ReadsByPost]
public sealed class ResultsModel(AidDb db, ListExports exports, OfficeClock clock, CurrentOfficer officer) : PageModel
{
    public const int PageSize = 50;
    private static readonly ApplicationStatus[] OnList = [ApplicationStatus.Selected, ApplicationStatus.Admitted];

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public RecruitmentRound Round { get; private set; } = null!;

    public RoundTally Tally { get; private set; } = null!;

    public int Total { get; private set; }

    public IReadOnlyList<ResultRow> Rows { get; private set; } = [];

    public IReadOnlyList<ObjectionRow> Objections { get; private set; } = [];

    public bool MayPublish => officer.Role == Roles.Director && Round.Status == RoundStatus.Published && Round.ClosesAtUtc <= clock.UtcNow;

    public bool MayAdmit => officer.Role == Roles.Director && Tally.Selected > 0 && (Round.Status == RoundStatus.ResultsPublished || Round.ClosesAtUtc is null);

    public bool TakesObjections => Round.ObjectionsUntil >= clock.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        ExportColumn<ResultRow>[] columns =
        [
            new("姓名", row => row.Name), new("身份", row => LegalAid.Rules.Registry.Vetting.VettingWords.Of(row.As)), new("执业机构", row => row.Institution, 30), new("执业证号", row => row.LicenceNumber, 20),
            new("意向", row => Words.Of(row.Intents), 30), new("库别", row => VettingLooks.Of(row.Pools)), new("状态", row => RecruitmentWords.Of(row.Status).Word), new("理由", row => row.Reason, 40),
        ];
        return await exports.SendAsync(Request, await ListToExport.OfAsync("入库名单", All(), columns, ct), ct);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.RecruitmentRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == Id, ct) is not { } round)
        {
            return false;
        }

        Round = round;
        Tally = await RoundTally.ReadAsync(db, Id, ct);
        Total = await All().CountAsync(ct);
        Rows = await All().Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        Objections = await (
            from o in db.ResultObjections.AsNoTracking()
            where o.RoundId == Id
            join a in db.PoolApplications on o.ApplicationId equals a.Id
            orderby o.RecordedAtUtc, o.Id
            select new ObjectionRow(o.Id, a.Name, o.RaisedOn, o.Statement, o.Upheld, o.Answer)).Take(PageSize).ToListAsync(ct);
        return true;
    }

    // By name alone: the published list ranks nobody.
    private IQueryable<ResultRow> All() => db.PoolApplications.AsNoTracking().Where(a => a.RoundId == Id && OnList.Contains(a.Status)).OrderBy(a => EF.Functions.Collate(a.Name, ShownNames.PinyinOrder)).ThenBy(a => a.Id).Select(a => new ResultRow(
        a.Id, a.Name, a.As, db.Institutions.Where(i => i.Id == a.InstitutionId).Select(i => i.Name).FirstOrDefault() ?? "—", a.LicenceNumber ?? "—",
        db.SelectionMinutes.Where(m => m.ApplicationId == a.Id).OrderByDescending(m => m.AtUtc).ThenByDescending(m => m.Id).Join(db.Decisions, m => m.DecisionId, d => d.Id, (_, d) => d.Result).FirstOrDefault(),
        a.Status, a.DecisionReason, a.MembershipId));
}

/// <summary>Somebody on the list.</summary>
public sealed record ResultRow(
    Guid Id, string Name, LegalAid.Rules.Registry.PoolPerson As, string Institution, string LicenceNumber, string? Vetting, ApplicationStatus Status, string? Reason, Guid? MembershipId)
{
    // What was found good when they were chosen, not what they asked for.
    private readonly VettingDecision? granted = Vetting is null ? null : CanonicalJson.Read<VettingDecision>(Vetting);

    public LegalAid.Rules.Registry.ServiceIntents Intents => granted?.Intents ?? LegalAid.Rules.Registry.ServiceIntents.None;

    public LegalAid.Rules.Registry.Pools Pools => granted?.Pools ?? LegalAid.Rules.Registry.Pools.None;
}

/// <summary>An objection as it is listed.</summary>
public sealed record ObjectionRow(Guid Id, string Name, DateOnly RaisedOn, string Statement, bool? Upheld, string? Answer);
