using LegalAid.Rules.Assignment;
using LegalAid.Rules.Common;
using LegalAid.Rules.Intake;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.Batch;

/// <summary>One of several cases proposed together: to whom it falls after those before it, or why it cannot be proposed.</summary>
/// <param name="Assignment">What was made of it; null in a sketch.</param>
/// <param name="PassedOver">What the clerk has to give a reason for; only a sketch says it.</param>
public sealed record BatchStep(Guid CaseId, string Number, string? Recipient, string Cause, CaseAssignment? Assignment, AssignmentDecision? Decision, IReadOnlyList<PassedOverRule> PassedOver, IReadOnlyList<Refusal> Refusals);

/// <summary>
/// Goes through cases one after the other in the transaction it is called in, the nearest deadline first, so that each turn is computed on what those before left behind.
/// The walk proposes them behind the queues' locks; the sketch comes to the same on a copy of the queues, writes nothing and keeps nobody waiting.
/// </summary>
public sealed class BatchSteps(AidDb db, ProposeAssignment propose, AssignmentDrafts drafts)
{
    /// <summary>A page of the work list.</summary>
    public const int Most = 50;

    private static Outcome<Made> NoQueue => new Refusal("no-queue", "还没有轮候队列，请先登记机构和人员。", ["LAW-36"]);

    public async Task<IReadOnlyList<BatchStep>> WalkAsync(IReadOnlyCollection<Guid> caseIds, string? note, CancellationToken ct)
    {
        var cases = await CasesAsync(caseIds, ct);
        var hasQueues = await LockAsync(KindsOf(cases), ct);
        return await EachAsync(cases, c => hasQueues ? WalkAsync(c.Id, note, ct) : Task.FromResult(NoQueue));
    }

    public async Task<IReadOnlyList<BatchStep>> SketchAsync(IReadOnlyCollection<Guid> caseIds, CancellationToken ct)
    {
        var cases = await CasesAsync(caseIds, ct);
        var kinds = KindsOf(cases);
        var queues = await db.RotationQueues.AsNoTracking().Include(q => q.Places).Where(q => kinds.Contains(q.Kind)).ToDictionaryAsync(q => q.Kind, ct);
        var sketches = new List<Sketch>();
        return await EachAsync(cases, c => queues.Count == kinds.Count ? SketchAsync(c.Id, queues[AssignmentFactsReader.QueueOf(c.Kind)], sketches, ct) : Task.FromResult(NoQueue));
    }

    private async Task<Outcome<Made>> WalkAsync(Guid caseId, string? note, CancellationToken ct)
    {
        var outcome = await propose.WithinAsync(caseId, new(Seen: null, note), ct) ?? throw new InvalidOperationException("A case read in this transaction is there.");
        return outcome.Value is { } assignment
            ? new Made(assignment, CanonicalJson.Read<AssignmentDecision>(db.Decisions.Local.Single(record => record.Id == assignment.DecisionId).Result), [])
            : outcome.Refusals.ToList();
    }

    // The queue is a copy in memory, and so is what the next one's conflict check and loads have to count.
    private async Task<Outcome<Made>> SketchAsync(Guid caseId, RotationQueue queue, List<Sketch> sketches, CancellationToken ct)
    {
        var aidCase = await db.Cases.AsNoTracking().Include(c => c.Parties).SingleAsync(c => c.Id == caseId, ct);
        var outcome = await drafts.DrawAsync(aidCase, queue, new(Seen: null) { After = sketches }, ct);
        if (outcome.Value is not { } drawn)
        {
            return outcome.Refusals.ToList();
        }

        var proposal = drawn.Decision.Proposal!;
        if (proposal.Turn is { } turn)
        {
            TurnLedger.Apply(queue, turn, Guid.Empty);
        }

        sketches.Add(new(aidCase, proposal.InstitutionId, proposal.PractitionerId));
        return new Made(null, drawn.Decision, [.. PassedOver.RulesOf(drawn.Facts, drawn.Decision).Where(rule => !rule.HasOwnReason)]);
    }

    private static HashSet<QueueKind> KindsOf(List<Waiting> cases) => [.. cases.Select(c => AssignmentFactsReader.QueueOf(c.Kind))];

    private static async Task<List<BatchStep>> EachAsync(List<Waiting> cases, Func<Waiting, Task<Outcome<Made>>> step)
    {
        var steps = new List<BatchStep>();
        foreach (var c in cases)
        {
            var outcome = await step(c);
            steps.Add(new(c.Id, c.Number, c.Recipient, c.Cause, outcome.Value?.Assignment, outcome.Value?.Decision, outcome.Value?.PassedOver ?? [], outcome.Refusals));
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

    private sealed record Made(CaseAssignment? Assignment, AssignmentDecision Decision, IReadOnlyList<PassedOverRule> PassedOver);

    private sealed record Waiting(Guid Id, string Number, string Cause, CaseKind Kind, string? Recipient);
}
