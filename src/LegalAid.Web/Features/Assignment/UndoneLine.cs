using LegalAid.Store;
using LegalAid.Store.Assignment;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>An earlier assignment of the case that came to nothing.</summary>
public sealed record UndoneLine(AssignmentStatus Status, string Name, string? Reason, DateTime? AtUtc)
{
    /// <summary>The latest of the case, and why it came to nothing; null when there was none.</summary>
    public static Task<UndoneLine?> LastAsync(AidDb db, Guid caseId, CancellationToken ct) => (
        from a in db.Assignments.AsNoTracking()
        where a.CaseId == caseId && AssignmentStatuses.Undone.Contains(a.Status)
        join i in db.Institutions on a.InstitutionId equals i.Id
        orderby a.ProposedAtUtc descending
        select new UndoneLine(a.Status, db.Memberships.Where(m => m.Id == a.MembershipId).Select(m => m.RosterName ?? m.Person.Name).FirstOrDefault() ?? i.Name, a.UndoneReason ?? a.DecisionNote, a.UndoneAtUtc ?? a.DecidedAtUtc)).FirstOrDefaultAsync(ct);
}
