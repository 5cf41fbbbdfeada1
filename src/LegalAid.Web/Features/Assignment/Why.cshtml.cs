using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Decisions;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Assignment.Collective;
using LegalAid.Web.Features.Assignment.Conflicts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>为什么是他: the stored decision, drawn from its own record alone; looked up beside it are the names, what has happened to the case since and the steps of the way to the decision.</summary>
[Authorize(Policy = Policies.Office)]
[LooksBelow]
public sealed class WhyModel(AidDb db, DecisionNames names, CollectiveSteps steps, AuthorityCheck authorities, OfficeBooks books, OfficeClock clock, CurrentOfficer officer) : PageModel
{
    private ActingAuthority? acting;

    [FromRoute]
    public Guid Id { get; set; }

    public AssignmentRow Row { get; private set; } = null!;

    public DecisionRecord Record { get; private set; } = null!;

    public DecisionView Decision { get; private set; } = null!;

    /// <summary>The conflict check as the decision keeps it; null in records from before it was kept.</summary>
    public ConflictRadar? Radar { get; private set; }

    public CaseBrief Brief { get; private set; } = null!;

    /// <summary>Who handles it, two with their roles (QDN-4.4); empty until named.</summary>
    public IReadOnlyList<string> Handlers { get; private set; } = [];

    /// <summary>The way to the bureau with its steps (BB-5.2, BB-5.3); null where the centre's head decides.</summary>
    public CollectiveView? Path { get; private set; }

    public bool CanDecide => Row.Status == AssignmentStatus.Proposed && (Row.Stage, officer.Role) switch
    {
        (ProposalStage.WithDirector, Roles.Director) => Row.ProposedById != officer.Id,
        (ProposalStage.WithDirector, Roles.Clerk) => acting is { } under && Row.ProposedById != officer.Id && Row.ProposedById != under.PrincipalId,
        (ProposalStage.WithBureau, Roles.Bureau) => true,
        _ => false,
    };

    public bool CanPrepare => Row is { Status: AssignmentStatus.Proposed, Stage: ProposalStage.ToDiscuss or ProposalStage.ToReport } && officer.Role is (Roles.Clerk or Roles.Director);

    /// <summary>The book has the centre open a matter where somebody else handles the case (QJ-5.4c); the own centre does.</summary>
    public bool FindsHandlerChange { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await AssignmentRow.Of(db, Id).SingleOrDefaultAsync(ct) is not { } row)
        {
            return NotFound();
        }

        Row = row;
        acting = officer.Role == Roles.Clerk ? await authorities.FindAsync(officer.Id, ActingPower.Proposals, ct) : null;
        FindsHandlerChange = row.Status == AssignmentStatus.HandlerNamed && officer.Role is Roles.Clerk or Roles.Director
            && (await books.InForceOnAsync(officer.OfficeId, clock.Today, ct)).Handling is { UnapprovedHandlerChange.Value: true } && await db.Assignments.AnyAsync(a => a.Id == Id && a.OfficeId == officer.OfficeId, ct);
        Brief = await CaseBrief.ReadAsync(db, row.CaseId, ct);
        Handlers = await db.CaseHandlers.AsNoTracking().Where(h => h.AssignmentId == Id).OrderBy(h => h.Role == HandlerRole.Assistant).ThenBy(h => h.Id)
            .Select(h => HandlerRoles.Told(h.Membership.RosterName ?? h.Membership.Person.Name, h.Role, db.CaseHandlers.Count(other => other.AssignmentId == h.AssignmentId))).ToListAsync(ct);
        Path = await steps.ReadAsync(row, ct);
        Record = await db.Decisions.AsNoTracking().SingleAsync(d => d.Id == row.DecisionId, ct);
        Decision = await names.ReadAsync(CanonicalJson.Read<AssignmentDecision>(Record.Result), row.CaseId, ct);
        var check = CanonicalJson.Read<AssignmentFacts>(Record.Facts).ConflictCheck;
        Radar = check is null ? null : ConflictRadar.Of(check, Decision.Decision.Conflicts ?? []);
        return Page();
    }
}
