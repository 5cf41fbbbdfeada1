using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;

namespace LegalAid.Web.Access;

/// <summary>Whose cases an officer may open: the centre and its bureau all of the office's, an institution those assigned to it, a practitioner the own.</summary>
internal static class CaseAccess
{
    private static readonly AssignmentStatus[] Assigned = [AssignmentStatus.Approved, AssignmentStatus.HandlerNamed, AssignmentStatus.Replied];

    public static IQueryable<AidCase> VisibleTo(this IQueryable<AidCase> cases, AidDb db, CurrentOfficer officer)
    {
        if (officer.SeesWholeOffice)
        {
            return cases;
        }

        var (institution, membership) = (officer.InstitutionId, officer.MembershipId);
        return institution is not null
            ? cases.Where(c => db.Assignments.Any(a => a.CaseId == c.Id && a.InstitutionId == institution && Assigned.Contains(a.Status)))
            : cases.Where(c => db.Assignments.Any(a => a.CaseId == c.Id && a.Handlers.Any(h => h.MembershipId == membership)));
    }
}
