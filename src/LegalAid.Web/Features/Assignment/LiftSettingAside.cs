using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>The centre's head, or the bureau where it decided, takes back that somebody should not take a case; the next proposal looks at them again.</summary>
public sealed class LiftSettingAside(AidDb db, OfficeBooks books, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<CaseAssignment>?> RunAsync(Guid assignmentId, CancellationToken ct)
    {
        var assignment = await db.Assignments.SingleOrDefaultAsync(a => a.Id == assignmentId, ct);
        if (assignment is null)
        {
            return null;
        }

        if (officer.Role != DeciderOf(assignment) || !assignment.SetsAside)
        {
            var clause = (await books.InForceOnAsync(assignment.OfficeId, clock.Today, ct)).Assignment.OrdinaryDecision.Clause;
            return assignment.SetsAside ? new Refusal("director-only", DeciderOf(assignment) == Roles.Bureau ? "司法局决定的，由司法局恢复。" : "由负责人恢复。", [clause]) : new Refusal("not-set-aside", "没有决定过本案不由其承办。", [clause]);
        }

        assignment.SetsAside = false;
        db.Note(assignment.OfficeId, clock.UtcNow, Act.SettingAsideLifted, assignment.CaseId, officer.Id, details: new { assignment = assignment.Id });
        await db.SaveChangesAsync(ct);
        return assignment;
    }

    /// <summary>What the bureau decided the bureau takes back (BB-5.3); a proposal withdrawn before its decision was the head's.</summary>
    internal static string DeciderOf(CaseAssignment assignment) => DeciderOf(assignment.DecidingBody, assignment.Status);

    internal static string DeciderOf(DecidingBody body, AssignmentStatus status) =>
        body == DecidingBody.BureauAfterDiscussion && status is (AssignmentStatus.Rejected or AssignmentStatus.Revoked) ? Roles.Bureau : Roles.Director;
}
