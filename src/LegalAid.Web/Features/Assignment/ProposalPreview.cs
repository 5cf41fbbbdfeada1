using LegalAid.Rules.Assignment;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment;

/// <summary>A decision as it would be now, the namesakes still to be looked at, and the turn of the queue it was drawn at.</summary>
public sealed record DrawnProposal(DecisionView Decision, IReadOnlyList<FoundConflict> ToRule, long Turn, AssignmentFacts Facts);

/// <summary>The decision as it would be now, drawn without lock or record.</summary>
public sealed class ProposalPreview(AidDb db, AssignmentFactsReader reader, ConflictSearch conflicts, DecisionNames names, OfficeClock clock)
{
    public async Task<DrawnProposal> DrawAsync(AidCase aidCase, OutOfTurn? outOfTurn, CancellationToken ct)
    {
        var kind = AssignmentFactsReader.QueueOf(aidCase.Kind);
        var queue = await db.RotationQueues.AsNoTracking().Include(q => q.Places).SingleOrDefaultAsync(q => q.Kind == kind, ct)
            ?? new RotationQueue { Id = Guid.Empty, OfficeId = aidCase.OfficeId, Kind = kind, Seed = "", Turn = 0 };
        var facts = await reader.ReadAsync(aidCase, queue, clock.Now, outOfTurn, ct);
        var decision = AssignmentDecision.Decide(facts);
        var toRule = (await conflicts.ForAsync(aidCase, ct)).Where(conflict => conflict.NeedsRuling).ToList();
        var view = await names.ReadAsync(decision, ct) with { Moments = await CaseMoments.OfAsync(db, aidCase.Id, ct) };
        return new(view, toRule, queue.Turn, facts);
    }
}
