using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Documents;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
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
        : assignment.AwaitsRuling ? new("awaits-ruling", "承办人已提出辞接，裁定以后再复函。", ["LAW-46"])
        : assignment.ReplyNumber is not null ? new("replied", $"已经复函（{assignment.ReplyNumber}）。", ["LAW-36"])
        : null;
}
