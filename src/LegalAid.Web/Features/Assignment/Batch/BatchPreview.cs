using System.Data;
using LegalAid.Rules.Assignment;
using LegalAid.Store;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.Batch;

/// <summary>A step as the page shows it.</summary>
public sealed record BatchRow(BatchStep Step, DecisionView? Decision);

/// <summary>
/// What proposing these cases together would come to: the very decisions, made on one moment's state, the co-defendants' lawyers already sketched included (CF-09).
/// Nothing is written and nothing locked for a look; what moves meanwhile is found when the batch is sent.
/// </summary>
public sealed class BatchPreview(AidDb db, BatchSteps steps, DecisionNames names)
{
    public async Task<IReadOnlyList<BatchRow>> DrawAsync(IReadOnlyCollection<Guid> caseIds, CancellationToken ct)
    {
        db.ChangeTracker.Clear();       // nothing a refused form left behind is to be looked at here
        IReadOnlyList<BatchStep> sketched;
        await using (var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct))
        {
            sketched = await steps.SketchAsync(caseIds, ct);
        }

        var named = await names.ReadAllAsync([.. sketched.Select(step => step.Decision).OfType<AssignmentDecision>()], ct);
        return [.. sketched.Select(step => new BatchRow(step, named.SingleOrDefault(view => ReferenceEquals(view.Decision, step.Decision))))];
    }
}
