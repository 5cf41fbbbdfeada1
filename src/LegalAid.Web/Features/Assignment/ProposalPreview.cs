using LegalAid.Rules.Assignment;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;

namespace LegalAid.Web.Features.Assignment;

/// <summary>A decision as it would be now, the conflicts behind it, and the turn of the queue it was drawn at.</summary>
public sealed record DrawnProposal(DecisionView Decision, FoundConflicts Conflicts, long Turn, AssignmentFacts Facts);

/// <summary>The decision as it would be now, drawn without lock or record.</summary>
public sealed class ProposalPreview(AssignmentFactsReader reader, DecisionNames names, OfficeClock clock)
{
    public async Task<DrawnProposal> DrawAsync(AidCase aidCase, OutOfTurn? outOfTurn, CancellationToken ct)
    {
        var queue = await reader.PresentQueueAsync(aidCase, ct);
        var conflicts = await reader.ConflictsAsync(aidCase, ct);
        var facts = await reader.ReadAsync(aidCase, queue, clock.Now, outOfTurn, conflicts, ct);
        var decision = AssignmentDecision.Decide(facts);
        return new(await names.ReadAsync(decision, aidCase.Id, ct), conflicts, queue.Turn, facts);
    }
}
