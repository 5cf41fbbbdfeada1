using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>指派工作清单: cases on their way from grant to handler, the nearest deadline first.</summary>
[Authorize(Policy = Policies.Office)]
public sealed class IndexModel(AidDb db, CurrentOfficer officer) : PageModel
{
    private const int PageSize = 50;
    private static readonly CaseStatus[] OnTheWay = [CaseStatus.AwaitingAssignment, CaseStatus.Proposed, CaseStatus.Assigned];

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var cases = db.Cases.AsNoTracking().Where(c => OnTheWay.Contains(c.Status));
        Total = await cases.CountAsync(ct);
        var found = await (
            from c in cases.OrderBy(c => c.NextDueAtUtc).ThenBy(c => c.Number).Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize)
            from a in db.Assignments.Where(a => a.CaseId == c.Id && !AssignmentStatuses.Undone.Contains(a.Status)).DefaultIfEmpty()
            from i in db.Institutions.Where(i => a != null && i.Id == a.InstitutionId).DefaultIfEmpty()
            orderby c.NextDueAtUtc, c.Number
            select new { c.Id, c.Number, c.Cause, c.Status, c.NextDueAtUtc, AssignmentId = a == null ? (Guid?)null : a.Id, ProposedById = a == null ? (Guid?)null : a.ProposedById, Institution = i == null ? null : i.Name }).ToListAsync(ct);
        Rows = [.. found.Select(c => new Row(c.Id, c.Number, c.Cause, c.Status, c.NextDueAtUtc, c.Institution, ActFor(c.Status, c.Id, c.AssignmentId, c.ProposedById)))];
    }

    private (string Verb, string Url)? ActFor(CaseStatus status, Guid caseId, Guid? assignmentId, Guid? proposedById) => (status, officer.Role) switch
    {
        (CaseStatus.AwaitingAssignment, Roles.Clerk or Roles.Director) => ("提出指派意见", $"/assignment/cases/{caseId}/propose"),
        (CaseStatus.Proposed, Roles.Director) when proposedById != officer.Id => ("决定", $"/assignment/{assignmentId}/approval"),
        (CaseStatus.Proposed or CaseStatus.Assigned, _) => ("查看理由", $"/assignment/{assignmentId}"),
        _ => null,
    };

    /// <summary>One case on its way.</summary>
    public sealed record Row(Guid CaseId, string Number, string Cause, CaseStatus Status, DateTime? NextDueAtUtc, string? Institution, (string Verb, string Url)? Act)
    {
        public string Word => Status switch
        {
            CaseStatus.AwaitingAssignment => "待指派",
            CaseStatus.Proposed => "待负责人决定",
            _ => "待机构安排承办人",
        };

        public Tone Tone => Status == CaseStatus.AwaitingAssignment ? Tone.Attention : Tone.Waiting;
    }
}
