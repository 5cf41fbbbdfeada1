using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;

namespace LegalAid.Web.Access;

/// <summary>Whose cases an officer may open: the centre and its bureau all of the office's, an institution those assigned to it, a practitioner the own, a station those it sent in.</summary>
internal static class CaseAccess
{
    private static readonly AssignmentStatus[] Assigned = [AssignmentStatus.Approved, AssignmentStatus.HandlerNamed, AssignmentStatus.Replied];

    public static IQueryable<AidCase> VisibleTo(this IQueryable<AidCase> cases, AidDb db, CurrentOfficer officer)
    {
        if (officer.SeesWholeOffice)
        {
            return cases;
        }

        if (officer.StationId is { } station)
        {
            return cases.Where(c => c.StationId == station);
        }

        var (institution, membership) = (officer.InstitutionId, officer.MembershipId);
        return institution is not null
            ? cases.Where(c => db.Assignments.Any(a => a.CaseId == c.Id && a.InstitutionId == institution && Assigned.Contains(a.Status)))
            : cases.Where(c => db.Assignments.Any(a => a.CaseId == c.Id && !AssignmentStatuses.Undone.Contains(a.Status) && a.Handlers.Any(h => h.MembershipId == membership)));
    }

    /// <summary>The assignments whose papers one may read: as above.</summary>
    public static IQueryable<CaseAssignment> SeenBy(this IQueryable<CaseAssignment> assignments, CurrentOfficer officer)
    {
        var (institution, membership) = (officer.InstitutionId, officer.MembershipId);
        return officer.SeesWholeOffice ? assignments
            : institution is not null ? assignments.Where(a => a.InstitutionId == institution)
            : assignments.Where(a => !AssignmentStatuses.Undone.Contains(a.Status) && a.Handlers.Any(h => h.MembershipId == membership));
    }

    /// <summary>
    /// The assignments by which one has to reach the people of the case: the centre all, institution and handler those that stand. The bureau supervises and calls nobody.
    /// </summary>
    public static IQueryable<CaseAssignment> ReachedBy(this IQueryable<CaseAssignment> assignments, CurrentOfficer officer) => officer.Role switch
    {
        Roles.Clerk or Roles.Director => assignments,
        Roles.FirmAdministrator or Roles.Practitioner => assignments.SeenBy(officer).Where(a => Assigned.Contains(a.Status)),
        _ => assignments.Where(a => false),
    };
}
