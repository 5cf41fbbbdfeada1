using LegalAid.Rules.Common;
using LegalAid.Rules.Conduct;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Conduct;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Conduct;

/// <summary>A clerk records that a case is handled by somebody else than was approved (擅自变更承办人, QJ-5.4c), and how it was found: a matter of conduct opens, the rest is the head's.</summary>
public sealed class RecordHandlerChange(AidDb db, OfficeBooks books, OfficeClock clock, CurrentOfficer officer)
{
    /// <param name="assignmentId">The approved assignment.</param>
    /// <param name="againstHandler">Against the person approved; otherwise the institution.</param>
    /// <param name="finding">What was found, and how.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<ConductMatter>?> RunAsync(Guid assignmentId, bool againstHandler, string finding, CancellationToken ct)
    {
        if (await db.Assignments.Include(a => a.Handlers).SingleOrDefaultAsync(a => a.Id == assignmentId, ct) is not { } assignment)
        {
            return null;
        }

        var rule = (await books.InForceOnAsync(assignment.OfficeId, clock.Today, ct)).Handling?.UnapprovedHandlerChange;
        var named = assignment.Status == AssignmentStatus.HandlerNamed && assignment.Handlers.Count > 0;
        var open = await db.ConductMatters.AnyAsync(m => m.AssignmentId == assignmentId && m.ClosedAtUtc == null, ct);
        if (HandlerChanges.WhyNotRecord(rule, named, open) is { } refusal)
        {
            return refusal;
        }

        var person = againstHandler ? assignment.Handlers.OrderBy(h => h.Id).Select(h => (Guid?)h.MembershipId).First() : null;
        var matter = ConductMatters.Open(db, assignment, (rule!.Clause, finding, person), (officer.Id, clock.UtcNow));
        await db.SaveChangesAsync(ct);
        return matter;
    }
}
