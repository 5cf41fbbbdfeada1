using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Web.Access;

namespace LegalAid.Web.Features.Assignment.ConflictReports;

/// <summary>The assignments an officer may report an interest in: an institution's own, a handler's own; also what was taken back on such a report, to read what came of it.</summary>
internal static class HandledHere
{
    public static IQueryable<CaseAssignment> Of(AidDb db, CurrentOfficer officer)
    {
        var (institution, member) = (officer.InstitutionId, officer.MembershipId);
        return db.Assignments.Where(a => a.NamedAtUtc != null && (!AssignmentStatuses.Undone.Contains(a.Status) || db.ConflictReports.Any(r => r.AssignmentId == a.Id))
            && (institution != null ? a.InstitutionId == institution : member != null && a.Handlers.Any(h => h.MembershipId == member)));
    }
}
