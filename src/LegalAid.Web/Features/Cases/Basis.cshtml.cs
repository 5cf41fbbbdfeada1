using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Decisions;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Cases;

/// <summary>依据与事实: the decision on an application as it was stored, drawn from its own record alone; the written reason is the case's.</summary>
[Authorize(Policy = Policies.Office)]
[LooksBelow]
public sealed class BasisModel(AidDb db) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public CaseHead Case { get; private set; } = null!;

    /// <summary>Null where nothing was examined, or not yet decided.</summary>
    public DecisionRecord? Record { get; private set; }

    public AidDecisionFacts Facts { get; private set; } = null!;

    public AidDecision Decision { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.Cases.AsNoTracking().Where(c => c.Id == Id).Select(c => new CaseHead(c.Number, c.Cause, c.Source, c.DecisionNumber, c.DecisionReason)).SingleOrDefaultAsync(ct) is not { } found)
        {
            return NotFound();
        }

        Case = found;
        Record = await db.Decisions.AsNoTracking().Where(d => d.SubjectId == Id && d.Kind == DecisionKinds.Admission).OrderByDescending(d => d.MadeAtUtc).ThenBy(d => d.Id).FirstOrDefaultAsync(ct);
        if (Record is not null)
        {
            (Facts, Decision) = (CanonicalJson.Read<AidDecisionFacts>(Record.Facts), CanonicalJson.Read<AidDecision>(Record.Result));
        }

        return Page();
    }

    /// <summary>What is told of the case itself.</summary>
    public sealed record CaseHead(string Number, string Cause, CaseSource Source, string? DecisionNumber, string? Reason);
}
