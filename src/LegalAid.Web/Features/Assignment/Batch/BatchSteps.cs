using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.Batch;

/// <summary>One of several cases proposed together: to whom it falls after those before it, or why it cannot be proposed.</summary>
public sealed record BatchStep(Guid CaseId, string Number, string? Recipient, string Cause, CaseAssignment? Assignment, AssignmentDecision? Decision, IReadOnlyList<Refusal> Refusals);

/// <summary>
/// Proposes cases one after the other in the transaction it is called in, the nearest deadline first, so that each turn is computed on what those before left behind.
/// Whoever calls it decides whether the transaction stands: the proposal commits, the preview rolls back.
/// </summary>
public sealed class BatchSteps(AidDb db, ProposeAssignment propose)
{
    /// <summary>A page of the work list.</summary>
    public const int Most = 50;

    public async Task<IReadOnlyList<BatchStep>> WalkAsync(IReadOnlyCollection<Guid> caseIds, string? note, CancellationToken ct)
    {
        var cases = await db.Cases.AsNoTracking().Where(c => caseIds.Contains(c.Id)).OrderBy(c => c.NextDueAtUtc).ThenBy(c => c.Number).ThenBy(c => c.Id)
            .Select(c => new { c.Id, c.Number, c.Cause, c.Kind, c.Headcount, Recipient = c.Parties.Where(p => p.Role == PartyRole.Recipient).OrderBy(p => p.Order).Select(p => p.Name).FirstOrDefault() })
            .ToListAsync(ct);
        var hasQueues = await LockAsync([.. cases.Select(c => AssignmentFactsReader.QueueOf(c.Kind))], ct);
        var steps = new List<BatchStep>();
        foreach (var c in cases)
        {
            Outcome<CaseAssignment> outcome = !hasQueues ? new Refusal("no-queue", "还没有轮候队列，请先登记机构和人员。", ["LAW-36"])
                : await propose.WithinAsync(c.Id, new(Seen: null, note), ct) ?? throw new InvalidOperationException("A case read in this transaction is there.");
            steps.Add(new(c.Id, c.Number, c.Recipient, c.Cause, outcome.Value, Decision(outcome.Value), outcome.Refusals));
        }

        return steps;
    }

    // Both queues in one order, whoever asks, so that two batches never wait for each other; false where the office has no queue yet.
    private async Task<bool> LockAsync(HashSet<QueueKind> kinds, CancellationToken ct)
    {
        if (await db.RotationQueues.CountAsync(q => kinds.Contains(q.Kind), ct) != kinds.Count)
        {
            return false;
        }

        foreach (var kind in kinds.Order())
        {
            await TurnLedger.LockAsync(db, kind, ct);
        }

        return true;
    }

    private AssignmentDecision? Decision(CaseAssignment? assignment) =>
        assignment is null ? null : CanonicalJson.Read<AssignmentDecision>(db.Decisions.Local.Single(record => record.Id == assignment.DecisionId).Result);
}
