using LegalAid.Rules.Assignment;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using LegalAid.Web.Parts.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>指派工作清单: cases on their way from grant to handler, the nearest deadline first.</summary>
[Authorize(Policy = Policies.Office)]
[ReadsByPost]
public sealed class IndexModel(AidDb db, AuthorityCheck authorities, CurrentOfficer officer, ListExports exports) : PageModel
{
    private const int PageSize = 50;
    private static readonly CaseStatus[] OnTheWay = [CaseStatus.AwaitingAssignment, CaseStatus.Proposed, CaseStatus.Assigned];

    private ActingAuthority? acting;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Several cases wait on this page, and the officer is one who proposes.</summary>
    public bool CanChoose => officer.Role is Roles.Clerk or Roles.Director && Rows.Count(row => row.Status == CaseStatus.AwaitingAssignment) > 1;

    public async Task OnGetAsync(CancellationToken ct)
    {
        acting = officer.Role == Roles.Clerk ? await authorities.FindAsync(officer.Id, ActingPower.Proposals, ct) : null;
        var cases = db.Cases.AsNoTracking().Where(c => OnTheWay.Contains(c.Status));
        Total = await cases.CountAsync(ct);
        var found = await Way(cases.OrderBy(c => c.NextDueAtUtc).ThenBy(c => c.Number).ThenBy(c => c.Id).Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize)).ToListAsync(ct);
        Rows = [.. found.Select(ToRow)];
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct)
    {
        var cases = Way(db.Cases.AsNoTracking().Where(c => OnTheWay.Contains(c.Status)));
        return await exports.SendAsync(Request, await ListToExport.OfAsync("指派", cases, Columns, ct), ct);
    }

    private IQueryable<OnTheWayCase> Way(IQueryable<AidCase> cases) =>
        from c in cases
        from a in db.Assignments.Where(a => a.CaseId == c.Id && !AssignmentStatuses.Undone.Contains(a.Status)).DefaultIfEmpty()
        from i in db.Institutions.Where(i => a != null && i.Id == a.InstitutionId).DefaultIfEmpty()
        orderby c.NextDueAtUtc, c.Number, c.Id
        select new OnTheWayCase(c.Id, c.Number, c.Cause, c.Status, c.NextDueAtUtc, a == null ? null : a.Id, a == null ? null : a.ProposedById, i == null ? null : i.Name,
            c.Parties.Where(p => p.Role == PartyRole.Recipient).OrderBy(p => p.Order).Select(p => p.Name).FirstOrDefault(), c.Headcount, a == null ? null : a.DecidingBody, a != null && a.DiscussedAtUtc != null, a != null && a.ReportNumber != null);

    private Row ToRow(OnTheWayCase c) => new(c.Id, c.Number, CaseWords.Recipient(c.Recipient, c.Headcount), c.Cause, c.Status, c.NextDueAtUtc, c.Institution, c.Stage, ActFor(c));

    private IReadOnlyList<ExportColumn<OnTheWayCase>> Columns =>
    [
        new("编号", c => c.Number), new("受援人", c => CaseWords.Recipient(c.Recipient, c.Headcount)), new("案由", c => c.Cause, 24), new("到哪一步", c => ToRow(c).Word, 18), new("期限", c => ExportCells.Until(c.NextDueAtUtc), 18), new("机构", c => c.Institution, 28),
    ];

    private (string Verb, string Url)? ActFor(OnTheWayCase c) => (c.Status, c.Stage, officer.Role) switch
    {
        (CaseStatus.AwaitingAssignment, _, Roles.Clerk or Roles.Director) => ("提出指派意见", $"/assignment/cases/{c.Id}/propose"),
        (CaseStatus.Proposed, ProposalStage.WithDirector, Roles.Director) when c.ProposedById != officer.Id => ("决定", $"/assignment/{c.AssignmentId}/approval"),
        (CaseStatus.Proposed, ProposalStage.WithDirector, Roles.Clerk) when acting is { } under && c.ProposedById != officer.Id && c.ProposedById != under.PrincipalId => ("决定", $"/assignment/{c.AssignmentId}/approval"),
        (CaseStatus.Proposed, ProposalStage.ToDiscuss, Roles.Clerk or Roles.Director) => ("集体讨论", $"/assignment/{c.AssignmentId}/discussion"),
        (CaseStatus.Proposed, ProposalStage.ToReport, Roles.Clerk or Roles.Director) => ("报请", $"/assignment/{c.AssignmentId}/discussion"),
        (CaseStatus.Proposed, ProposalStage.WithBureau, Roles.Bureau) => ("决定", $"/assignment/{c.AssignmentId}/approval"),
        (CaseStatus.Proposed or CaseStatus.Assigned, _, _) => ("查看理由", $"/assignment/{c.AssignmentId}"),
        _ => null,
    };

    /// <summary>A case on its way as it is read.</summary>
    private sealed record OnTheWayCase(
        Guid Id, string Number, string Cause, CaseStatus Status, DateTime? NextDueAtUtc, Guid? AssignmentId, Guid? ProposedById, string? Institution, string? Recipient, int Headcount, DecidingBody? Body, bool Discussed, bool Reported)
    {
        public ProposalStage? Stage => Status == CaseStatus.Proposed && Body is { } body ? ProposalStages.Of(body, Discussed, Reported) : null;
    }

    /// <summary>One case on its way.</summary>
    public sealed record Row(Guid CaseId, string Number, string Recipient, string Cause, CaseStatus Status, DateTime? NextDueAtUtc, string? Institution, ProposalStage? Stage, (string Verb, string Url)? Act)
    {
        public string Word => (Status, Stage) switch
        {
            (CaseStatus.AwaitingAssignment, _) => "待指派",
            (CaseStatus.Proposed, { } stage) => CaseWords.Of(stage),
            _ => "待机构安排承办人",
        };

        public Tone Tone => Status == CaseStatus.AwaitingAssignment ? Tone.Attention : Tone.Waiting;
    }
}
