using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>What stands on the authority's receipt; with a reason when it corrects what was entered before.</summary>
public sealed record Receipt(DateTime AtUtc, string By, string? CorrectionReason = null);

/// <summary>Records the authority's receipt, or corrects it with a reason; the moment on it stops the statutory clock of a notice (LAW-36).</summary>
public sealed class RecordReceipt(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<CaseAssignment>?> RunAsync(Guid assignmentId, Receipt receipt, CancellationToken ct)
    {
        var assignment = await db.Assignments.SingleOrDefaultAsync(a => a.Id == assignmentId, ct);
        if (assignment is null)
        {
            return null;
        }

        if (WhyNot(assignment, receipt) is { } refusal)
        {
            return refusal;
        }

        var before = assignment.ReceiptAtUtc;
        assignment.Status = AssignmentStatus.Replied;
        (assignment.ReceiptAtUtc, assignment.ReceiptBy) = (receipt.AtUtc, receipt.By);
        var aidCase = await db.Cases.SingleAsync(c => c.Id == assignment.CaseId, ct);
        aidCase.NextDueAtUtc = null;
        db.Note(
            assignment.OfficeId, clock.UtcNow, before is null ? Act.ReceiptRecorded : Act.ReceiptCorrected, assignment.CaseId, officer.Id, receipt.CorrectionReason,
            new { assignment = assignment.Id, before, receivedAtUtc = assignment.ReceiptAtUtc });
        await db.SaveChangesAsync(ct);
        return assignment;
    }

    private Refusal? WhyNot(CaseAssignment assignment, Receipt receipt) =>
        assignment.ReplyNumber is null ? new("not-replied", "复函以后才能登记回执。", ["LAW-36"])
        : assignment.ReceiptAtUtc is not null && string.IsNullOrWhiteSpace(receipt.CorrectionReason) ? new("received", "回执已经登记；更正须写明理由。", ["LAW-36"])
        : receipt.AtUtc > clock.UtcNow ? new("future", "回执时间不能晚于现在。", ["LAW-36"])
        : assignment.RepliedAtUtc is { } replied && receipt.AtUtc < Minute(replied) ? new("too-early", "回执时间不能早于复函时间。", ["LAW-36"], $"回执 {Show.Moment(receipt.AtUtc, clock.Today)}，复函 {Show.Moment(replied, clock.Today)}")
        : null;

    // A receipt tells the minute, the letter's own moment has seconds.
    private static DateTime Minute(DateTime utc) => utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMinute));
}
