using LegalAid.Store;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>
/// The trainings the one signed in is invited to: as a member, as a cadre with the own account, or as one of the corps by the prefecture above (QDN-4.5a).
/// </summary>
public sealed class OwnAttendances(AidDb db, CurrentOfficer officer)
{
    /// <summary>Those that take place.</summary>
    public IQueryable<TrainingAttendance> Standing()
    {
        var (me, account) = (officer.MembershipId, officer.Id);
        return TrainingsInSight.Attendances(db).Include(a => a.Event).Where(a => a.Event.CancelledAtUtc == null && (
            a.OfficerId == account
            || (me != null && (a.MembershipId == me || db.Memberships.Any(m => m.Id == me && m.PersonId == a.CorpsMember!.PersonId)))));
    }
}
