using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Calendar;
using LegalAid.Store.Rulebooks;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>Counts a case's clocks by the books in force on the day that starts them; ends in UTC.</summary>
public sealed class CaseClocks(AidDb db, RuleBooks ruleBooks)
{
    public async Task<DateTime> ExaminationDueAsync(DateTime startedAt, CancellationToken ct)
    {
        var day = DateOnly.FromDateTime(startedAt);
        return Utc(Admission.Examination(startedAt, ruleBooks.National(day).Intake, await WorkCalendars.FromAsync(db, day, ct)));
    }

    /// <summary>The office's own clock (BB-6) and the statute's (LAW-36, LAW-43), both from the same moment.</summary>
    public async Task<(DateTime Own, DateTime Statutory)> AssignmentDueAsync(Guid officeId, CaseSource source, CaseKind kind, DateTime startedAt, CancellationToken ct)
    {
        var day = DateOnly.FromDateTime(startedAt);
        var code = await db.Offices.Where(o => o.Id == officeId).Select(o => o.Code).SingleAsync(ct);
        var own = ruleBooks.InForceOn(code, day).Assignment;
        var statute = ruleBooks.National(day).Assignment;
        var calendar = await WorkCalendars.FromAsync(db, day, ct);
        return (
            Utc(Deadline.Count(startedAt, kind == CaseKind.Criminal ? own.CriminalClock : own.OtherClock, calendar)),
            Utc(Deadline.Count(startedAt, source == CaseSource.Notification ? statute.AfterNotice : statute.AfterGrant, calendar)));
    }

    private static DateTime Utc(Deadline deadline) => OfficeClock.ToUtc(deadline.DueAt);
}
