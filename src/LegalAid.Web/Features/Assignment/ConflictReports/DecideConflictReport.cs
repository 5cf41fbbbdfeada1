using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Store.Notices;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Assignment.Collective;
using LegalAid.Web.Sending;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.ConflictReports;

/// <summary>What the centre finds.</summary>
/// <param name="Upheld">There is such an interest: the assignment is taken back.</param>
/// <param name="WholeInstitution">Nobody else of the institution takes the case either.</param>
/// <param name="Reason">In writing.</param>
public sealed record ConflictReportOrder(bool Upheld, bool WholeInstitution, string Reason);

/// <summary>
/// The centre's head decides on a reported interest (CF-16). Upheld, the assignment is taken back, the turn given back, and the case waits for another; the
/// interest is put on the handler's record, so the next check finds it whoever proposes. What the bureau had decided goes to it again as a new assignment (BB-5.2).
/// </summary>
public sealed class DecideConflictReport(AidDb db, DecidingPath path, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<CaseAssignment>?> RunAsync(Guid assignmentId, ConflictReportOrder order, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var assignment = await db.Assignments.SingleOrDefaultAsync(a => a.Id == assignmentId, ct);
        var report = await db.ConflictReports.Where(r => r.AssignmentId == assignmentId).OrderByDescending(r => r.ReportedAtUtc).FirstOrDefaultAsync(ct);
        if (assignment is null || report is null)
        {
            return null;
        }

        var standing = ConflictReporting.WhyNotDecide(report.Status == ConflictReportStatus.Waiting, !AssignmentStatuses.Undone.Contains(assignment.Status)) is { } over
            ? new(over)
            : await path.ForHeadAsync(assignment, ActingPower.Revocations, new("director-only", "由负责人决定。", ["CF-16"]), ct);
        if (standing.WhyNot is { } refusal)
        {
            return refusal;
        }

        var aidCase = await db.Cases.SingleAsync(c => c.Id == assignment.CaseId, ct);
        Record(report, order, standing.Under?.Id);
        if (order.Upheld)
        {
            await ChangeAsync(assignment, aidCase, report, order, ct);
        }

        db.Note(
            assignment.OfficeId, clock.UtcNow, order.Upheld ? Act.ConflictReportUpheld : Act.ConflictReportDismissed, assignment.CaseId, officer.Id,
            details: new { assignment = assignment.Id, handler = report.MembershipId, setsAside = order.Upheld && order.WholeInstitution, stead = standing.Under?.Id });
        db.TellReceiver(NoticeKind.ConflictDecided, aidCase, assignment, clock.UtcNow);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return assignment;
    }

    private void Record(ConflictReport report, ConflictReportOrder order, Guid? underId)
    {
        report.Status = order.Upheld ? ConflictReportStatus.Upheld : ConflictReportStatus.Dismissed;
        (report.DecidedById, report.DecidedAtUtc, report.DecidedUnderId, report.DecisionReason) = (officer.Id, clock.UtcNow, underId, order.Reason);
    }

    private async Task ChangeAsync(CaseAssignment assignment, AidCase aidCase, ConflictReport report, ConflictReportOrder order, CancellationToken ct)
    {
        await TakingBack.UndoAsync(db, assignment, aidCase, new(officer.Id, clock.UtcNow, "承办中发现利害关系，更换承办"), keepsTurn: false, ct);
        (assignment.SetsAside, assignment.UndoneUnderId) = (order.WholeInstitution && assignment.MembershipId is null, report.DecidedUnderId);
        db.Add(new MemberTie
        {
            Id = Guid.CreateVersion7(),
            OfficeId = assignment.OfficeId,
            MembershipId = report.MembershipId,
            Kind = TieKind.Interest,
            Interest = InterestKind.Other,
            MatterNumber = Ties.MatterNumber(aidCase.Number),
        });
    }
}
