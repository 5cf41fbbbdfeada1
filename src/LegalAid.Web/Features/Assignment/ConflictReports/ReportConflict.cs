using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Store.Notices;
using LegalAid.Web.Access;
using LegalAid.Web.Sending;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.ConflictReports;

/// <summary>A handler, or the institution for one, reports an interest found while handling the case (CF-16); the centre has to decide.</summary>
public sealed class ReportConflict(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<ConflictReport>?> RunAsync(Guid assignmentId, Guid handlerId, string reason, CancellationToken ct)
    {
        var assignment = await HandledHere.Of(db, officer).Include(a => a.Handlers).SingleOrDefaultAsync(a => a.Id == assignmentId, ct);
        if (assignment is null)
        {
            return null;
        }

        var isHandler = assignment.Handlers.Exists(h => h.MembershipId == handlerId) && (officer.MembershipId is null || officer.MembershipId == handlerId);
        var waits = await db.ConflictReports.AnyAsync(r => r.AssignmentId == assignmentId && r.Status == ConflictReportStatus.Waiting, ct);
        if (ConflictReporting.WhyNotReport(new(assignment.Status is AssignmentStatus.HandlerNamed or AssignmentStatus.Replied, isHandler, waits)) is { } refusal)
        {
            return refusal;
        }

        var report = new ConflictReport
        {
            Id = Guid.CreateVersion7(),
            OfficeId = assignment.OfficeId,
            AssignmentId = assignmentId,
            MembershipId = handlerId,
            Reason = reason,
            ReportedById = officer.Id,
            ReportedAtUtc = clock.UtcNow,
            Status = ConflictReportStatus.Waiting,
        };
        db.Add(report);
        db.Note(assignment.OfficeId, clock.UtcNow, Act.ConflictReported, assignment.CaseId, officer.Id, details: new { assignment = assignmentId, handler = handlerId });      // the words may name people: they stand with the report alone
        await db.TellHeadsAsync(NoticeKind.ConflictReported, ActingPower.Revocations, await db.Cases.SingleAsync(c => c.Id == assignment.CaseId, ct), assignment, clock.UtcNow, ct);
        await db.SaveChangesAsync(ct);
        return report;
    }
}
