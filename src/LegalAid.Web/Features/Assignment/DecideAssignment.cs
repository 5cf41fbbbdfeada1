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

/// <summary>
/// The centre's head decides a proposal somebody else made (BB-5.1): agrees, or refuses with a reason and the turn is taken back.
/// Where the turn fell to a person, agreeing names the handler at once, after the gates were looked at again.
/// </summary>
public sealed class DecideAssignment(AidDb db, OfficeBooks books, HandlerNamings namings, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<CaseAssignment>?> RunAsync(Guid assignmentId, bool agrees, string? note, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var assignment = await db.Assignments.SingleOrDefaultAsync(a => a.Id == assignmentId, ct);
        if (assignment is null)
        {
            return null;
        }

        var aidCase = await db.Cases.Include(c => c.Parties).SingleAsync(c => c.Id == assignment.CaseId, ct);
        var rules = (await books.InForceOnAsync(assignment.OfficeId, clock.Today, ct)).Assignment;
        var refusals = await WhyNotAsync(assignment, aidCase, agrees, note, rules, ct);
        if (refusals.Count > 0)
        {
            return refusals.ToList();
        }

        (assignment.DecidedById, assignment.DecidedAtUtc, assignment.DecisionNote) = (officer.Id, clock.UtcNow, note);
        db.Note(assignment.OfficeId, clock.UtcNow, agrees ? Act.AssignmentApproved : Act.AssignmentRejected, aidCase.Id, officer.Id, note, new { assignment = assignment.Id });
        await (agrees ? ApproveAsync(assignment, aidCase, rules, ct) : RejectAsync(assignment, aidCase, ct));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return assignment;
    }

    private async Task<IReadOnlyList<Refusal>> WhyNotAsync(CaseAssignment assignment, AidCase aidCase, bool agrees, string? note, AssignmentRules rules, CancellationToken ct)
    {
        Refusal? refusal =
            assignment.Status != AssignmentStatus.Proposed ? new("decided", "这项指派意见已经决定过了。", [rules.OrdinaryDecision.Clause])
            : assignment.ProposedById == officer.Id ? new("own-proposal", "提出意见的人不能自己决定，请由另一位负责人决定。", [rules.OrdinaryDecision.Clause])
            : !agrees && string.IsNullOrWhiteSpace(note) ? new("no-reason", "不同意须写明理由。", [rules.OrdinaryDecision.Clause])
            : null;
        return refusal is not null ? [refusal]
            : agrees && assignment.MembershipId is { } person ? await namings.WhyNotAsync(aidCase, assignment, [person], ct)
            : [];
    }

    private async Task ApproveAsync(CaseAssignment assignment, AidCase aidCase, AssignmentRules rules, CancellationToken ct)
    {
        if (assignment.MembershipId is { } person)
        {
            await namings.RecordAsync(assignment, aidCase, [person], ct);
            return;
        }

        DateTime? naming = rules.NamingClock is { } period
            ? OfficeClock.ToUtc(Deadline.Count(clock.Now, period, await WorkCalendars.FromAsync(db, clock.Today, ct)).DueAt)
            : null;
        assignment.Status = AssignmentStatus.Approved;
        assignment.NamingDueAtUtc = Earlier(naming, aidCase.StatutoryDueAtUtc);
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

    private static DateTime? Earlier(DateTime? one, DateTime? other) => one is null || other < one ? other ?? one : one;
}
