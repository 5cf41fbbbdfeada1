using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Web.Access;
using LegalAid.Web.Sending;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>What the clerk saw when pressing the button: whom the page proposed and at which turn of the queue.</summary>
public sealed record SeenProposal(Guid InstitutionId, Guid? PractitionerId, long Turn);

/// <summary>An order to propose.</summary>
/// <param name="Seen">Whom it must fall to, or the clerk looks again; null when it may fall to whoever is next.</param>
/// <param name="Note">The clerk's remark.</param>
/// <param name="OutOfTurn">A request to leave the office's order; null to follow it.</param>
public sealed record ProposalOrder(SeenProposal? Seen, string? Note = null, OutOfTurnRequest? OutOfTurn = null)
{
    /// <summary>Proposals of the same preview before this one; nothing of them is written.</summary>
    internal IReadOnlyList<Sketch> After { get; init; } = [];
}

/// <summary>A request to leave the office's order (BB-11.1, WZ-21.2), with its reason in writing.</summary>
public sealed record OutOfTurnRequest(OrderStep Step, string? Reason, Guid? PractitionerId)
{
    public bool HasReason => !string.IsNullOrWhiteSpace(Reason);

    public OutOfTurn Fact => new(Step, HasReason, PractitionerId);
}

/// <summary>
/// Proposes who takes a case (BB-5.1). The turn is given and paid here, under the queue's lock, from facts gathered behind it;
/// if the queue moved since the page was drawn and somebody else is next, the clerk is told and looks again.
/// </summary>
public sealed class ProposeAssignment(AidDb db, AssignmentDrafts drafts, CaseReservations reservations, OfficeClock clock, CurrentOfficer officer)
{
    /// <summary>How often an overtaken order is weighed without the lock; somebody else moved the queue each time, so after that it waits its turn behind it.</summary>
    private const int MostLooks = 3;

    public async Task<Outcome<CaseAssignment>?> RunAsync(Guid caseId, ProposalOrder order, CancellationToken ct)
    {
        if (await QueueOfAsync(caseId, ct) is not { } kind)
        {
            return null;
        }

        var turn = order.Seen?.Turn;
        for (var looks = 0; ; looks++)
        {
            await using (var transaction = await db.Database.BeginTransactionAsync(ct))
            {
                var queue = await TurnLedger.LockAsync(db, kind, ct);
                if (turn is null || turn == queue.Turn || looks == MostLooks)
                {
                    var outcome = await GiveAsync(caseId, queue, order, ct);
                    if (outcome.Value is not null)
                    {
                        await transaction.CommitAsync(ct);
                    }

                    return outcome;
                }
            }

            // Overtaken: mostly somebody else is next now, and nobody should wait behind the lock while that is found out.
            db.ChangeTracker.Clear();
            var look = await drafts.LookAsync(caseId, order, ct);
            if (look.Value is not { } still)
            {
                return look.Refusals.ToList();
            }

            turn = still.Facts.QueueTurn;
        }
    }

    /// <summary>As above, inside a transaction the caller ends: one of several cases proposed together.</summary>
    internal async Task<Outcome<CaseAssignment>?> WithinAsync(Guid caseId, ProposalOrder order, CancellationToken ct) =>
        await QueueOfAsync(caseId, ct) is { } kind ? await GiveAsync(caseId, await TurnLedger.LockAsync(db, kind, ct), order, ct) : null;

    private async Task<QueueKind?> QueueOfAsync(Guid caseId, CancellationToken ct) =>
        await db.Cases.Where(c => c.Id == caseId).Select(c => (CaseKind?)c.Kind).SingleOrDefaultAsync(ct) is { } kind ? AssignmentFactsReader.QueueOf(kind) : null;

    private async Task<Outcome<CaseAssignment>> GiveAsync(Guid caseId, RotationQueue queue, ProposalOrder order, CancellationToken ct)
    {
        var aidCase = await db.Cases.Include(c => c.Parties).SingleAsync(c => c.Id == caseId, ct);      // behind the lock: as it now stands
        var outcome = await drafts.DrawAsync(aidCase, queue, order, ct);
        if (outcome.Value is not { } drawn)
        {
            return outcome.Refusals.ToList();
        }

        if (PassedOver.WhyNotInSilence(drawn.Facts, drawn.Decision, order.Note) is { } silent)
        {
            return silent;
        }

        var assignment = drafts.Record(drawn, order);
        if (drawn.Decision.Proposal!.Turn is { } turn)
        {
            TurnLedger.Write(db, queue, turn, assignment.Id);
        }

        aidCase.Status = CaseStatus.Proposed;
        db.Note(aidCase.OfficeId, clock.UtcNow, Act.AssignmentProposed, aidCase.Id, officer.Id, details: new { assignment = assignment.Id, decision = assignment.DecisionId, turn = queue.Turn });
        await db.TellOfProposalAsync(aidCase, assignment, clock.UtcNow, ct);
        if (drawn.IsHeld)
        {
            await reservations.ReleaseAsync(caseId, officer.Id, ct);
        }

        await db.SaveChangesAsync(ct);
        return assignment;
    }
}
