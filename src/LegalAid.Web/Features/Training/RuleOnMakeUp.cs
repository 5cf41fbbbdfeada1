using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Training;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Training;

/// <summary>The centre confirms that a training was made up, or sends the proof back with a reason and, if it wants, a new day (QDN-4.5b).</summary>
public sealed class RuleOnMakeUp(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<TrainingAttendance>?> RunAsync(Guid attendanceId, MakeUpRulingForm form, CancellationToken ct)
    {
        if (await db.TrainingAttendances.SingleOrDefaultAsync(a => a.Id == attendanceId && db.MakeUpProofs.Any(p => p.AttendanceId == a.Id), ct) is not { } attendance)
        {
            return null;
        }

        var confirms = form.Confirms!.Value;
        if (WhyNot(attendance, form, confirms) is { } refusal)
        {
            return refusal;
        }

        attendance.RuledById = officer.Id;
        if (confirms)
        {
            (attendance.MadeUp, attendance.ReturnReason) = (true, null);
        }
        else
        {
            (attendance.MakeUpSentAtUtc, attendance.ReturnReason) = (null, form.Reason!.Trim());
            attendance.MakeUpDueAtUtc = form.DueOn is { } day ? OfficeClock.ToUtc(day.AddDays(1).ToDateTime(TimeOnly.MinValue)) : attendance.MakeUpDueAtUtc;
        }

        db.Note(attendance.OfficeId, clock.UtcNow, confirms ? Act.MakeUpConfirmed : Act.MakeUpReturned, attendance.SubjectId, officer.Id, details: new { training = attendance.EventId });
        await db.SaveChangesAsync(ct);
        return attendance;
    }

    private Refusal? WhyNot(TrainingAttendance attendance, MakeUpRulingForm form, bool confirms) =>
        attendance.MadeUp ? new("made-up", "已经确认补课。", [])
        : attendance.MakeUpSentAtUtc is null ? new("nothing-sent", "没有待确认的补课材料。", [])
        : !confirms && string.IsNullOrWhiteSpace(form.Reason) ? new("no-reason", "退回的，请写明原因。", [])
        : !confirms && form.DueOn < clock.Today ? new("due-past", "重新提交的期限不能早于今天。", [])
        : null;
}
