using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Decisions;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>为什么是他: the stored decision, drawn from its own record alone; only names are looked up.</summary>
[Authorize(Policy = Policies.Office)]
[LooksBelow]
public sealed class WhyModel(AidDb db, DecisionNames names, CurrentOfficer officer) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public AssignmentRow Row { get; private set; } = null!;

    public DecisionRecord Record { get; private set; } = null!;

    public DecisionView Decision { get; private set; } = null!;

    public CaseBrief Brief { get; private set; } = null!;

    public bool CanDecide => Row.Status == AssignmentStatus.Proposed && officer.Role == Roles.Director && Row.ProposedById != officer.Id;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await AssignmentRow.Of(db, Id).SingleOrDefaultAsync(ct) is not { } row)
        {
            return NotFound();
        }

        Row = row;
        Brief = await CaseBrief.ReadAsync(db, row.CaseId, ct);
        Record = await db.Decisions.AsNoTracking().SingleAsync(d => d.Id == row.DecisionId, ct);
        Decision = await names.ReadAsync(CanonicalJson.Read<AssignmentDecision>(Record.Result), row.CaseId, ct);
        return Page();
    }
}
