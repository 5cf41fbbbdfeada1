using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Assignment.Collective;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>What the centre's head, or the bureau, decides on a proposal.</summary>
/// <param name="Agrees">Agrees, or refuses and the turn is taken back.</param>
/// <param name="Note">The opinion; required with a refusal.</param>
/// <param name="SetsAside">With a refusal: the one proposed should not take this case at all; the next proposal passes them over.</param>
public sealed record ProposalVerdict(bool Agrees, string? Note = null, bool SetsAside = false);

/// <summary>
/// A proposal somebody else made is decided by whoever it was made for (BB-5): the centre's head, or the bureau after the centre's discussion and report.
/// Agreed to, or refused with a reason and the turn is taken back. All gates are looked at again; where the turn fell to a person, agreeing names the handler at once.
/// </summary>
public sealed class DecideAssignment(AidDb db, AssignmentFactsReader reader, DecidingPath path, HandlerNamings namings, NamingClock namingClock, OfficeClock clock, CurrentOfficer officer)
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
        var refusals = await WhyNotAsync(assignment, aidCase, verdict, ct);
        if (refusals.Count > 0)
        {
            return refusals.ToList();
        }

        (assignment.DecidedById, assignment.DecidedAtUtc, assignment.DecisionNote) = (officer.Id, clock.UtcNow, verdict.Note);
        assignment.SetsAside = verdict.SetsAside;
        db.Note(
            assignment.OfficeId, clock.UtcNow, verdict.Agrees ? Act.AssignmentApproved : Act.AssignmentRejected, aidCase.Id, officer.Id, verdict.Note,
            new { assignment = assignment.Id, setsAside = verdict.SetsAside });
        if (verdict.Agrees)
        {
            await ShortageNotices.RaiseAsync(db, assignment, aidCase, officer.Id, clock.UtcNow, ct);
        }

        await (verdict.Agrees ? ApproveAsync(assignment, aidCase, ct) : TakingBack.RejectAsync(db, assignment, aidCase, ct));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return assignment;
    }

    private async Task<IReadOnlyList<Refusal>> WhyNotAsync(CaseAssignment assignment, AidCase aidCase, ProposalVerdict verdict, CancellationToken ct)
    {
        var rules = await path.RulesAsync(assignment, ct);
        var clauses = WhoDecides.ClausesOf(assignment.DecidingBody, rules);
        Refusal? refusal =
            assignment.Status != AssignmentStatus.Proposed ? new("decided", "这项指派意见已经决定过了。", clauses)
            : await path.WhyNotDecideAsync(assignment, clauses, ct) is { } notYours ? notYours
            : !verdict.Agrees && string.IsNullOrWhiteSpace(verdict.Note) ? new("no-reason", "不同意须写明理由。", clauses)
            : verdict is { Agrees: true, SetsAside: true } ? new("agrees-and-sets-aside", "同意指派的，不能同时决定不由其承办。", clauses)
            : verdict.Agrees ? await path.WhyNotStillAsync(assignment, aidCase, rules, ct)
            : null;
        return refusal is not null ? [refusal]
            : !verdict.Agrees ? []
            : assignment.MembershipId is { } person ? await namings.WhyNotAsync(aidCase, assignment, [person], ct)
            : await WhyNotInstitutionAsync(aidCase, assignment.InstitutionId, ct);
    }

    private async Task<IReadOnlyList<Refusal>> WhyNotInstitutionAsync(AidCase aidCase, Guid institutionId, CancellationToken ct)
    {
        var queue = await reader.PresentQueueAsync(aidCase, ct);
        return ApprovalGates.WhyNotAgree(await reader.ReadAsync(aidCase, queue, clock.Now, null, ct), institutionId);
    }

    private async Task ApproveAsync(CaseAssignment assignment, AidCase aidCase, CancellationToken ct)
    {
        if (assignment.MembershipId is { } person)
        {
            await namings.RecordAsync(assignment, aidCase, [person], ct);
            return;
        }

        assignment.Status = AssignmentStatus.Approved;
        assignment.NamingDueAtUtc = await namingClock.DueAsync(aidCase, clock.Now, ct);
        aidCase.Status = CaseStatus.Assigned;
        aidCase.NextDueAtUtc = assignment.NamingDueAtUtc;
    }
}
