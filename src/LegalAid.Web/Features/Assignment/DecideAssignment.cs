using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Calendar;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>The centre's head decides a proposal somebody else made (BB-5.1): agrees, or refuses with a reason and the turn is taken back.</summary>
public sealed class DecideAssignment(AidDb db, RuleBooks ruleBooks, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<CaseAssignment>?> RunAsync(Guid assignmentId, bool agrees, string? note, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var assignment = await db.Assignments.SingleOrDefaultAsync(a => a.Id == assignmentId, ct);
        if (assignment is null)
        {
            return null;
        }

        var aidCase = await db.Cases.SingleAsync(c => c.Id == assignment.CaseId, ct);
        var books = await BooksAsync(aidCase, ct);
        if (WhyNotDecide(assignment, agrees, note, books.Rules) is { } refusal)
        {
            return refusal;
        }

        assignment.DecidedById = officer.Id;
        assignment.DecidedAtUtc = clock.UtcNow;
        assignment.DecisionNote = note;
        if (agrees)
        {
            Approve(assignment, aidCase, books);
        }
        else
        {
            await RejectAsync(assignment, aidCase, ct);
        }

        db.Note(assignment.OfficeId, clock.UtcNow, agrees ? Act.AssignmentApproved : Act.AssignmentRejected, aidCase.Id, officer.Id, note, new { assignment = assignment.Id });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return assignment;
    }

    private Refusal? WhyNotDecide(CaseAssignment assignment, bool agrees, string? note, AssignmentRules rules) =>
        assignment.Status != AssignmentStatus.Proposed ? new("decided", "这项指派意见已经决定过了。", [rules.OrdinaryDecision.Clause])
        : assignment.ProposedById == officer.Id ? new("own-proposal", "提出意见的人不能自己决定，请由另一位负责人决定。", [rules.OrdinaryDecision.Clause])
        : !agrees && string.IsNullOrWhiteSpace(note) ? new("no-reason", "不同意须写明理由。", [rules.OrdinaryDecision.Clause])
        : null;

    private void Approve(CaseAssignment assignment, AidCase aidCase, Books books)
    {
        var now = clock.Now;
        var naming = Deadline.Count(now, books.Rules.NamingClock, books.Calendar);
        assignment.Status = AssignmentStatus.Approved;
        assignment.NamingDueAtUtc = Earlier(OfficeClock.ToUtc(naming.DueAt), aidCase.StatutoryDueAtUtc);
        aidCase.Status = CaseStatus.Assigned;
        aidCase.NextDueAtUtc = assignment.NamingDueAtUtc;
    }

    private async Task RejectAsync(CaseAssignment assignment, AidCase aidCase, CancellationToken ct)
    {
        await TurnLedger.ReverseAsync(db, assignment, ct);
        assignment.Status = AssignmentStatus.Rejected;
        aidCase.Status = CaseStatus.AwaitingAssignment;
        aidCase.NextDueAtUtc = Earlier(aidCase.OwnDueAtUtc, aidCase.StatutoryDueAtUtc);
    }

    private async Task<Books> BooksAsync(AidCase aidCase, CancellationToken ct)
    {
        var code = await db.Offices.Where(o => o.Id == aidCase.OfficeId).Select(o => o.Code).SingleAsync(ct);
        return new(ruleBooks.InForceOn(code, clock.Today).Assignment, await WorkCalendars.FromAsync(db, clock.Today, ct));
    }

    private static DateTime? Earlier(DateTime? one, DateTime? other) => one is null || other < one ? other ?? one : one;

    private sealed record Books(AssignmentRules Rules, WorkCalendar Calendar);
}
