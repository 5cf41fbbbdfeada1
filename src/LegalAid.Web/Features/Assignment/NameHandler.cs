using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>The institution names who handles the case (BB-2.2).</summary>
public sealed class NameHandler(AidDb db, HandlerNamings namings, OfficeBooks books, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<CaseAssignment>?> RunAsync(Guid assignmentId, IReadOnlyList<Guid> handlerIds, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var assignment = await db.Assignments.SingleOrDefaultAsync(a => a.Id == assignmentId && a.InstitutionId == officer.InstitutionId, ct);
        if (assignment is null)
        {
            return null;
        }

        if (assignment.Status != AssignmentStatus.Approved)
        {
            var rules = (await books.InForceOnAsync(assignment.OfficeId, clock.Today, ct)).Assignment;
            return new Refusal("not-approved", "本案不在待安排承办人的状态。", [rules.NamingClause]);
        }

        if (assignment.AwaitsRuling)
        {
            return new Refusal("awaits-ruling", "已提出辞接，待中心负责人裁定。", ["LAW-46"]);
        }

        var aidCase = await db.Cases.Include(c => c.Parties).SingleAsync(c => c.Id == assignment.CaseId, ct);
        var refusals = await namings.WhyNotAsync(aidCase, assignment, handlerIds, ct);
        if (refusals.Count > 0)
        {
            return refusals.ToList();
        }

        await namings.RecordAsync(assignment, aidCase, handlerIds, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return assignment;
    }
}
