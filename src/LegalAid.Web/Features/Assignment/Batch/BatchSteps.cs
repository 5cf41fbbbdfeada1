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
/// Goes through cases one after the other in the transaction it is called in, the nearest deadline first, so that each turn is computed on what those before left behind.
/// The walk proposes them behind the queues' locks; the sketch comes to the same on a copy of the queues, for a transaction that is rolled back, and keeps nobody waiting.
/// </summary>
public sealed class BatchSteps(AidDb db, ProposeAssignment propose, AssignmentDrafts drafts)
{
    /// <summary>A page of the work list.</summary>
    public const int Most = 50;

    private static Outcome<CaseAssignment> NoQueue => new Refusal("no-queue", "还没有轮候队列，请先登记机构和人员。", ["LAW-36"]);

    public async Task<IReadOnlyList<BatchStep>> WalkAsync(IReadOnlyCollection<Guid> caseIds, string? note, CancellationToken ct)
    {
        var cases = await CasesAsync(caseIds, ct);
        var hasQueues = await LockAsync(KindsOf(cases), ct);
        return await EachAsync(cases, c => hasQueues ? propose.WithinAsync(c.Id, new(Seen: null, note), ct) : Task.FromResult<Outcome<CaseAssignment>?>(NoQueue));
    }

    public async Task<IReadOnlyList<BatchStep>> SketchAsync(IReadOnlyCollection<Guid> caseIds, CancellationToken ct)
    {
        var cases = await CasesAsync(caseIds, ct);
        var kinds = KindsOf(cases);
        var queues = await db.RotationQueues.AsNoTracking().Include(q => q.Places).Where(q => kinds.Contains(q.Kind)).ToDictionaryAsync(q => q.Kind, ct);
        return await EachAsync(cases, c => queues.Count == kinds.Count ? SketchAsync(c.Id, queues[AssignmentFactsReader.QueueOf(c.Kind)], ct) : Task.FromResult<Outcome<CaseAssignment>?>(NoQueue));
    }

    // The queue is a copy in memory; only what the next one's conflict check and loads look at is written, so nobody who proposes waits for it.
    private async Task<Outcome<CaseAssignment>?> SketchAsync(Guid caseId, RotationQueue queue, CancellationToken ct)
    {
        var aidCase = await db.Cases.AsNoTracking().Include(c => c.Parties).SingleAsync(c => c.Id == caseId, ct);
        var outcome = await drafts.DrawAsync(aidCase, queue, new(Seen: null), ct);
        if (outcome.Value is not { } drawn)
        {
            return outcome.Refusals.ToList();
        }

        var assignment = drafts.Record(drawn, new(Seen: null));
        if (drawn.Decision.Proposal!.Turn is { } turn)
        {
            TurnLedger.Apply(queue, turn, assignment.Id);
        }

        await db.SaveChangesAsync(ct);
        return assignment;
    }

    private static HashSet<QueueKind> KindsOf(List<Waiting> cases) => [.. cases.Select(c => AssignmentFactsReader.QueueOf(c.Kind))];

    private async Task<List<BatchStep>> EachAsync(List<Waiting> cases, Func<Waiting, Task<Outcome<CaseAssignment>?>> step)
    {
        var steps = new List<BatchStep>();
        foreach (var c in cases)
        {
            var outcome = await step(c) ?? throw new InvalidOperationException("A case read in this transaction is there.");
            steps.Add(new(c.Id, c.Number, c.Recipient, c.Cause, outcome.Value, Decision(outcome.Value), outcome.Refusals));
        }

        return steps;
    }

    private Task<List<Waiting>> CasesAsync(IReadOnlyCollection<Guid> caseIds, CancellationToken ct) =>
        db.Cases.AsNoTracking().Where(c => caseIds.Contains(c.Id)).OrderBy(c => c.NextDueAtUtc).ThenBy(c => c.Number).ThenBy(c => c.Id)
            .Select(c => new Waiting(c.Id, c.Number, c.Cause, c.Kind, c.Parties.Where(p => p.Role == PartyRole.Recipient).OrderBy(p => p.Order).Select(p => p.Name).FirstOrDefault()))
            .ToListAsync(ct);

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

    private sealed record Waiting(Guid Id, string Number, string Cause, CaseKind Kind, string? Recipient);
}
