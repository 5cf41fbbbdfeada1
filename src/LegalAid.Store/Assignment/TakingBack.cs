using LegalAid.Store.Intake;

namespace LegalAid.Store.Assignment;

/// <summary>Who takes an assignment back, when and why, in writing.</summary>
public sealed record TakenBack(Guid ById, DateTime AtUtc, string Reason);

/// <summary>Ends an assignment before a handler is named, before the person it fell to accepts, or when a handler turns out to have an interest (CF-16): it stays on record with its reason, and the case waits for another.</summary>
public static class TakingBack
{
    /// <summary>Refused by whoever had to decide it; the turn is given back.</summary>
    public static async Task RejectAsync(AidDb db, CaseAssignment assignment, AidCase aidCase, CancellationToken ct)
    {
        await TurnLedger.ReverseAsync(db, assignment, ct);
        await CaseLock.TakeAsync(db, aidCase.Id, ct);
        End(assignment, aidCase, AssignmentStatus.Rejected);
    }

    /// <summary>A proposal is withdrawn, an assignment agreed to is revoked.</summary>
    /// <param name="db">In the transaction that also notes it.</param>
    /// <param name="assignment">Proposed or approved.</param>
    /// <param name="aidCase">Its case.</param>
    /// <param name="taken">By whom and why.</param>
    /// <param name="keepsTurn">The turn counts as if the case had been taken.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task UndoAsync(AidDb db, CaseAssignment assignment, AidCase aidCase, TakenBack taken, bool keepsTurn, CancellationToken ct)
    {
        if (!keepsTurn)
        {
            await TurnLedger.ReverseAsync(db, assignment, ct);
        }

        await CaseLock.TakeAsync(db, aidCase.Id, ct);
        (assignment.UndoneById, assignment.UndoneAtUtc, assignment.UndoneReason) = (taken.ById, taken.AtUtc, taken.Reason);
        End(assignment, aidCase, assignment.Status == AssignmentStatus.Proposed ? AssignmentStatus.Withdrawn : AssignmentStatus.Revoked);
    }

    private static void End(CaseAssignment assignment, AidCase aidCase, AssignmentStatus status)
    {
        (assignment.Status, assignment.AwaitsRuling) = (status, false);
        aidCase.AwaitAssignmentAgain();
    }
}
