using LegalAid.Store.Registry;

namespace LegalAid.Web.Access;

/// <summary>
/// Whose applications for the pool an officer may open: an applicant the own, an institution those handed to it, the office those that reached the centre.
/// Where people apply without their institution (QDN-4.1a), nothing is ever handed to it, and it sees nothing.
/// </summary>
internal static class ApplicationAccess
{
    public static IQueryable<PoolApplication> VisibleTo(this IQueryable<PoolApplication> applications, CurrentOfficer officer)
    {
        var (me, institution) = (officer.Id, officer.InstitutionId);
        return officer.Role switch
        {
            Roles.Clerk or Roles.Director or Roles.Section or Roles.Bureau => applications.ThatReachedCentre(),
            Roles.FirmAdministrator => applications.Where(a => a.InstitutionId == institution && a.HandedOverAtUtc != null && a.Status != ApplicationStatus.Withdrawn),
            Roles.Applicant or Roles.Practitioner => applications.Where(a => a.ApplicantId == me),
            _ => applications.Where(a => false),
        };
    }
}
