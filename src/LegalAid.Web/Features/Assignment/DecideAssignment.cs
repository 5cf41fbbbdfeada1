using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Store.Recusals;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Assignment.Collective;
using LegalAid.Web.Sending;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>What the centre's head, or the bureau, decides on a proposal.</summary>
/// <param name="Agrees">Agrees, or refuses and the turn is taken back.</param>
/// <param name="Note">The opinion; required with a refusal.</param>
/// <param name="SetsAside">With a refusal: the one proposed should not take this case at all; the next proposal passes them over.</param>
/// <param name="AssistantId">With agreeing, where the turn fell to a person: a colleague as 协办（B岗, QDN-4.4）.</param>
public sealed record ProposalVerdict(bool Agrees, string? Note = null, bool SetsAside = false, Guid? AssistantId = null);

/// <summary>
/// A proposal somebody else made is decided by whoever it was made for (BB-5): the centre's head, or the bureau after the centre's discussion and report.
/// Agreed to, or refused with a reason and the turn is taken back. All gates are looked at again; where the turn fell to a person, agreeing names the handler at once.
/// </summary>
public sealed class DecideAssignment(AidDb db, ApprovalCheck check, RecusalCheck recusals, DecidingPath path, HandlerNamings namings, NamingClock namingClock, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<CaseAssignment>?> RunAsync(Guid assignmentId, ProposalVerdict verdict, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var assignment = await db.Assignments.SingleOrDefaultAsync(a => a.Id == assignmentId, ct);
        if (assignment is null)
        {
            return null;
        }

        var aidCase = await db.Cases.Include(c => c.Parties).SingleAsync(c => c.Id == assignment.CaseId, ct);
        var clauses = WhoDecides.ClausesOf(assignment.DecidingBody, await path.RulesAsync(assignment, ct));
        var standing = await path.StandingAsync(assignment, clauses, ct);
        var refusals = WhyNot(assignment, standing, verdict, clauses) is { } refusal ? [refusal] : verdict.Agrees ? await WhyNotAgreeAsync(assignment, aidCase, verdict, ct) : [];
        if (refusals.Count > 0)
        {
            return refusals.ToList();
        }

        Record(assignment, verdict, standing.Under?.Id);
        if (verdict.Agrees)
        {
            await ShortageNotices.RaiseAsync(db, assignment, aidCase, officer.Id, clock.UtcNow, ct);
        }

        await (verdict.Agrees ? ApproveAsync(assignment, aidCase, verdict, ct) : TakingBack.RejectAsync(db, assignment, aidCase, ct));
        db.TellOfVerdict(aidCase, assignment, clock.UtcNow);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return assignment;
    }

    private static Refusal? WhyNot(CaseAssignment assignment, DeciderStanding standing, ProposalVerdict verdict, IReadOnlyList<string> clauses) =>
        assignment.Status != AssignmentStatus.Proposed ? new("decided", "这项指派意见已经决定过了。", clauses)
        : standing.WhyNot is { } notYours ? notYours
        : !verdict.Agrees && string.IsNullOrWhiteSpace(verdict.Note) ? new("no-reason", "不同意须写明理由。", clauses)
        : verdict.AssistantId is not null && (!verdict.Agrees || assignment.MembershipId is null) ? new("assistant-not-here", "只有同意指派给个人的，才在这里安排协办。", clauses)
        : verdict is { Agrees: true, SetsAside: true } ? new("agrees-and-sets-aside", "同意指派的，不能同时决定不由其承办。", clauses)
        : null;

    // Recusal comes last: the queue is locked before the case, as everywhere.
    private async Task<IReadOnlyList<Refusal>> WhyNotAgreeAsync(CaseAssignment assignment, AidCase aidCase, ProposalVerdict verdict, CancellationToken ct)
    {
        var refusals = await check.WhyNotAgreeAsync(assignment, aidCase, locks: true, ct);
        if (refusals.Count == 0 && verdict.AssistantId is not null)
        {
            refusals = await namings.WhyNotAsync(aidCase, assignment, Named(assignment, verdict), ct);
        }

        return refusals.Count > 0 ? refusals
            : await recusals.WhyNotAgreeAsync(aidCase.Id, officer.Id, assignment.ProposedById, ct) is { } aside ? [aside]
            : [];
    }

    private void Record(CaseAssignment assignment, ProposalVerdict verdict, Guid? underId)
    {
        (assignment.DecidedById, assignment.DecidedAtUtc, assignment.DecidedUnderId, assignment.DecisionNote) = (officer.Id, clock.UtcNow, underId, verdict.Note);
        assignment.SetsAside = verdict.SetsAside;
        db.Note(
            assignment.OfficeId, clock.UtcNow, verdict.Agrees ? Act.AssignmentApproved : Act.AssignmentRejected, assignment.CaseId, officer.Id,
            details: new { assignment = assignment.Id, setsAside = verdict.SetsAside, stead = underId });
    }

    private static List<Guid> Named(CaseAssignment assignment, ProposalVerdict verdict) => [.. new[] { assignment.MembershipId, verdict.AssistantId }.OfType<Guid>()];

    private async Task ApproveAsync(CaseAssignment assignment, AidCase aidCase, ProposalVerdict verdict, CancellationToken ct)
    {
        if (assignment.MembershipId is not null)
        {
            await namings.RecordAsync(assignment, aidCase, Named(assignment, verdict), ct);
            return;
        }

        assignment.Status = AssignmentStatus.Approved;
        assignment.NamingDueAtUtc = await namingClock.DueAsync(aidCase, clock.Now, ct);
        aidCase.Status = CaseStatus.Assigned;
        aidCase.NextDueAtUtc = assignment.NamingDueAtUtc;
    }
}
