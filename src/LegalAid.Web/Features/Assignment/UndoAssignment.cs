using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Store.Rulebooks;
using LegalAid.Web.Access;
using LegalAid.Web.Features.Assignment.Collective;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>Why an assignment is taken back, and what follows.</summary>
/// <param name="Reason">In writing.</param>
/// <param name="SetsAside">The institution or person should not take this case at all; the next proposal passes them over.</param>
/// <param name="KeepsTurn">The institution declined without good reason: the turn counts as if the case had been taken.</param>
public sealed record UndoOrder(string Reason, bool SetsAside = false, bool KeepsTurn = false);

/// <summary>
/// Takes an assignment back before a handler is named: the centre withdraws a proposal not yet decided, whoever agreed to one revokes it when the
/// institution cannot or will not carry it out: the centre's head, or the bureau what it decided (BB-5.3). The turn is given back and the case waits again.
/// </summary>
public sealed class UndoAssignment(AidDb db, OfficeBooks books, DecidingPath path, OfficeClock clock, CurrentOfficer officer)
{
    public async Task<Outcome<CaseAssignment>?> RunAsync(Guid assignmentId, UndoOrder order, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var assignment = await db.Assignments.SingleOrDefaultAsync(a => a.Id == assignmentId, ct);
        if (assignment is null)
        {
            return null;
        }

        var rules = (await books.InForceOnAsync(assignment.OfficeId, clock.Today, ct)).Assignment;
        var standing = assignment is { Status: AssignmentStatus.Approved, AwaitsRuling: false } ? await RevokingAsync(assignment, rules, ct) : new(WhyNot(assignment, order, rules.OrdinaryDecision.Clause));
        if (standing.WhyNot is { } refusal)
        {
            return refusal;
        }

        var aidCase = await db.Cases.SingleAsync(c => c.Id == assignment.CaseId, ct);
        await TakeBackAsync(assignment, aidCase, order, standing.Under?.Id, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return assignment;
    }

    private Refusal? WhyNot(CaseAssignment assignment, UndoOrder order, string clause) => assignment.Status switch
    {
        AssignmentStatus.Proposed when officer.Role == Roles.Bureau => new("centres", "指派意见由中心撤回；司法局可以不同意。", [clause]),
        AssignmentStatus.Proposed when order.KeepsTurn => new("keeps-turn", "尚未指派给机构，轮次应当退回。", [clause]),
        AssignmentStatus.Proposed when order.SetsAside && officer.Role != Roles.Director => new("director-only", "不再由其承办，由负责人决定。", [clause]),
        AssignmentStatus.Proposed => null,
        AssignmentStatus.Approved => new("awaits-ruling", "承办方已提出辞接，请先裁定。", [clause]),
        AssignmentStatus.HandlerNamed or AssignmentStatus.Replied => new("handler-named", "已安排承办人，不能撤销；需要更换承办人的，按更换程序办理。", [clause]),
        _ => new("undone", "这项指派已经不再有效。", [clause]),
    };

    // BB-5.3: what the bureau decided the centre does not undo.
    private async Task<DeciderStanding> RevokingAsync(CaseAssignment assignment, AssignmentRules rules, CancellationToken ct)
    {
        var clauses = WhoDecides.ClausesOf(assignment.DecidingBody, rules);
        return assignment.DecidingBody switch
        {
            DecidingBody.BureauAfterDiscussion => new(officer.Role == Roles.Bureau ? null : new("bureaus", "司法局决定的指派，由司法局撤销。", clauses)),
            _ => await path.ForHeadAsync(assignment, ActingPower.Revocations, new("director-only", "负责人同意以后，由负责人撤销。", clauses), ct),
        };
    }

    private async Task TakeBackAsync(CaseAssignment assignment, AidCase aidCase, UndoOrder order, Guid? underId, CancellationToken ct)
    {
        await TakingBack.UndoAsync(db, assignment, aidCase, new(officer.Id, clock.UtcNow, order.Reason), order.KeepsTurn, ct);
        (assignment.SetsAside, assignment.UndoneUnderId) = (order.SetsAside, underId);
        var act = assignment.Status == AssignmentStatus.Revoked ? Act.AssignmentRevoked : Act.AssignmentWithdrawn;
        db.Note(
            assignment.OfficeId, clock.UtcNow, act, aidCase.Id, officer.Id,
            details: new { assignment = assignment.Id, setsAside = order.SetsAside, keepsTurn = order.KeepsTurn, stead = underId });
    }
}
