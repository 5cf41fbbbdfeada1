using LegalAid.Store;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>The trainings the signed-in practitioner is invited to.</summary>
public sealed class OwnAttendances(AidDb db, CurrentOfficer officer)
{
    /// <summary>Those that take place.</summary>
    public IQueryable<TrainingAttendance> Standing()
    {
        var me = officer.MembershipId;
        return db.TrainingAttendances.Include(a => a.Event).Where(a => a.MembershipId == me && a.Event.CancelledAtUtc == null);
    }
}
