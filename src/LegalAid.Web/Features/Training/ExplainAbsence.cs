using LegalAid.Rules.Common;
using LegalAid.Rules.Training;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>Somebody invited says why they cannot or could not come (特殊情况, QDN-4.5b). It excuses nothing by itself: the training is made up.</summary>
public sealed class ExplainAbsence(AidDb db, OwnAttendances own, AttendElsewhere elsewhere, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<TrainingAttendance>?> RunAsync(Guid trainingId, string reason, CancellationToken ct)
    {
        if (await own.Standing().SingleOrDefaultAsync(a => a.EventId == trainingId, ct) is not { } attendance)
        {
            return null;
        }

        if (Attending.WhyNotExplain(attendance.FactsOf(attendance.Event)) is { } refusal)
        {
            return refusal;
        }

        if (elsewhere.Is(attendance))
        {
            return await elsewhere.ExplainAsync(attendance, reason.Trim(), new { training = trainingId }, ct);
        }

        attendance.Reason = reason.Trim();
        db.Note(attendance.OfficeId, clock.UtcNow, Act.AbsenceExplained, attendance.SubjectId, officer.Id, details: new { training = trainingId });
        await db.SaveChangesAsync(ct);
        return attendance;
    }
}
