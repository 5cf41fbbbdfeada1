using LegalAid.Rules.Common;
using LegalAid.Rules.Training;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>The centre confirms that somebody whose code arrived later was there, or does not accept it (签到核实). Only a confirmed one counts.</summary>
public sealed class VerifySignIn(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<TrainingAttendance>?> RunAsync(Guid trainingId, Guid attendanceId, bool wasThere, CancellationToken ct)
    {
        if (await db.TrainingAttendances.Include(a => a.Event).SingleOrDefaultAsync(a => a.Id == attendanceId && a.EventId == trainingId && a.Event.CancelledAtUtc == null, ct) is not { } attendance)
        {
            return null;
        }

        if (attendance is not { SignedInAtUtc: null, SignInToldAtUtc: { } told })
        {
            return new Refusal("nothing-to-verify", "没有待核实的签到。", []);
        }

        (attendance.SignedInAtUtc, attendance.SignInToldAtUtc, attendance.SignedInById) = wasThere ? (told, told, officer.Id) : ((DateTime?)null, (DateTime?)null, (Guid?)null);
        attendance.SignInArrivedAtUtc = wasThere ? attendance.SignInArrivedAtUtc : null;
        db.Note(
            attendance.OfficeId, clock.UtcNow, wasThere ? Act.SignInConfirmed : Act.SignInNotAccepted, attendance.SubjectId, officer.Id,
            details: new { training = trainingId, lateMinutes = Attending.LateMinutes(attendance.Event.StartsAtUtc, told) });
        await db.SaveChangesAsync(ct);
        return attendance;
    }
}
