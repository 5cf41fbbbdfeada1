using LegalAid.Rules.Assignment;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Store.Assignment;

/// <summary>What has stopped the clocks of a case, whichever of its assignments did it. A proposal, one that was refused, and one that was declined and not ruled on, stop nothing.</summary>
public static class CaseMoments
{
    private static readonly AssignmentStatus[] Assigned = [AssignmentStatus.Approved, AssignmentStatus.HandlerNamed, AssignmentStatus.Replied];

    /// <summary>In the office's local time, as the rules count.</summary>
    public static async Task<AssignmentMoments> OfAsync(AidDb db, Guid caseId, CancellationToken ct) =>
        await db.Assignments.AsNoTracking().Where(a => a.CaseId == caseId && !a.AwaitsRuling && Assigned.Contains(a.Status))
            .Select(a => new { a.DecidedAtUtc, a.NamedAtUtc, a.ReceiptAtUtc }).SingleOrDefaultAsync(ct) is { } assignment
            ? new(Local(assignment.DecidedAtUtc), Local(assignment.NamedAtUtc), Local(assignment.ReceiptAtUtc))
            : new();

    private static DateTime? Local(DateTime? utc) => utc is { } moment ? OfficeClock.ToLocal(moment) : null;
}
