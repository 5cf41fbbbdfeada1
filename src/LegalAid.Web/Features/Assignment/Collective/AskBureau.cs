using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Documents;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Sending;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.Collective;

/// <summary>Asks the bureau in writing to decide on a discussed proposal (BB-5.3): gives the 请示 its number. The case's clocks run on.</summary>
public sealed class AskBureau(AidDb db, DecidingPath path, BureauReports reports, AssignmentPapers papers, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<CaseAssignment>?> RunAsync(Guid assignmentId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var assignment = await db.Assignments.SingleOrDefaultAsync(a => a.Id == assignmentId, ct);
        if (assignment is null)
        {
            return null;
        }

        var aidCase = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == assignment.CaseId, ct);
        if (await WhyNotAsync(assignment, aidCase, ct) is { } refusal)
        {
            return refusal;
        }

        assignment.ReportNumber = await DocumentNumbers.NextAsync(db, assignment.OfficeId, DocumentKind.BureauReport, clock.Today.Year, ct);
        (assignment.ReportedAtUtc, assignment.ReportedById) = (clock.UtcNow, officer.Id);
        papers.IssueReport(assignment, await reports.ComposeAsync(assignment, ct));
        db.Note(assignment.OfficeId, clock.UtcNow, Act.BureauAsked, assignment.CaseId, officer.Id, details: new { assignment = assignment.Id, report = assignment.ReportNumber });
        await db.TellBureauAsync(aidCase, assignment.Id, clock.UtcNow, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return assignment;
    }

    private async Task<Refusal?> WhyNotAsync(CaseAssignment assignment, AidCase aidCase, CancellationToken ct)
    {
        var rules = await path.RulesAsync(assignment, ct);
        var clauses = WhoDecides.ClausesOf(assignment.DecidingBody, rules);
        return
            assignment.Status != AssignmentStatus.Proposed ? new("not-proposed", "这项指派意见已经决定或者撤回，不再报请。", clauses)
            : assignment.DiscussedAtUtc is null ? new("not-discussed", "先记录中心集体讨论，再书面报请。", clauses)
            : assignment.ReportNumber is not null ? new("reported", $"已经报请（{assignment.ReportNumber}）。", clauses)
            : !await db.CollectiveDiscussions.AnyAsync(d => d.AssignmentId == assignment.Id && d.Agrees, ct)
                ? new("discussed-against", "集体讨论没有同意经办意见，请撤回指派意见后重新提出。", clauses)
            : await path.WhyNotStillAsync(assignment, aidCase, rules, ct);
    }
}
