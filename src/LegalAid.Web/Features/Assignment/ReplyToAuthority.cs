using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Documents;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>Sends the authority the reply letter that names the lawyer (LAW-36): gives it its number.</summary>
public sealed class ReplyToAuthority(AidDb db, AssignmentPapers papers, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<CaseAssignment>?> RunAsync(Guid assignmentId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var assignment = await db.Assignments.SingleOrDefaultAsync(a => a.Id == assignmentId, ct);
        if (assignment is null)
        {
            return null;
        }

        var source = await db.Cases.Where(c => c.Id == assignment.CaseId).Select(c => c.Source).SingleAsync(ct);
        if (WhyNot(assignment, source) is { } refusal)
        {
            return refusal;
        }

        assignment.ReplyNumber = await DocumentNumbers.NextAsync(db, assignment.OfficeId, DocumentKind.Reply, clock.Today.Year, ct);
        assignment.RepliedAtUtc = clock.UtcNow;
        await papers.IssueReplyAsync(assignment, ct);
        db.Note(assignment.OfficeId, clock.UtcNow, Act.ReplySent, assignment.CaseId, officer.Id, details: new { assignment = assignment.Id, reply = assignment.ReplyNumber });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return assignment;
    }

    private static Refusal? WhyNot(CaseAssignment assignment, CaseSource source) =>
        source != CaseSource.Notification ? new("no-authority", "申请案件没有通知机关，不需要复函。", ["LAW-36"])
        : assignment.Status != AssignmentStatus.HandlerNamed ? new("not-named", "机构安排承办人以后才能复函。", ["LAW-36"])
        : assignment.ReplyNumber is not null ? new("replied", $"已经复函（{assignment.ReplyNumber}）。", ["LAW-36"])
        : null;
}

/// <summary>
/// Records the authority's receipt; the moment on it stops the statutory clock of a notice (LAW-36). Nobody can have received a letter before it was
/// made: an earlier moment would hide a delay.
/// </summary>
public sealed class RecordReceipt(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<CaseAssignment>?> RunAsync(Guid assignmentId, DateTime receivedAtUtc, string receivedBy, CancellationToken ct)
    {
        var assignment = await db.Assignments.SingleOrDefaultAsync(a => a.Id == assignmentId, ct);
        if (assignment is null)
        {
            return null;
        }

        if (WhyNot(assignment, receivedAtUtc) is { } refusal)
        {
            return refusal;
        }

        assignment.Status = AssignmentStatus.Replied;
        assignment.ReceiptAtUtc = receivedAtUtc;
        assignment.ReceiptBy = receivedBy;
        var aidCase = await db.Cases.SingleAsync(c => c.Id == assignment.CaseId, ct);
        aidCase.NextDueAtUtc = null;
        db.Note(assignment.OfficeId, clock.UtcNow, Act.ReceiptRecorded, assignment.CaseId, officer.Id, details: new { assignment = assignment.Id, receivedAtUtc = assignment.ReceiptAtUtc });
        await db.SaveChangesAsync(ct);
        return assignment;
    }

    private Refusal? WhyNot(CaseAssignment assignment, DateTime receivedAtUtc) =>
        assignment.ReplyNumber is null ? new("not-replied", "复函以后才能登记回执。", ["LAW-36"])
        : assignment.ReceiptAtUtc is not null ? new("received", "回执已经登记。", ["LAW-36"])
        : receivedAtUtc > clock.UtcNow ? new("future", "回执时间不能晚于现在。", ["LAW-36"])
        : assignment.RepliedAtUtc is { } replied && receivedAtUtc < Minute(replied) ? new("too-early", "回执时间不能早于复函时间。", ["LAW-36"], $"回执 {Show.Moment(receivedAtUtc, clock.Today)}，复函 {Show.Moment(replied, clock.Today)}")
        : null;

    // A receipt tells the minute, the letter's own moment has seconds.
    private static DateTime Minute(DateTime utc) => utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMinute));
}
