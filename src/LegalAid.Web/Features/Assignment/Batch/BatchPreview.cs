using LegalAid.Store;

namespace LegalAid.Web.Features.Assignment.Batch;

/// <summary>A step as the page shows it.</summary>
public sealed record BatchRow(BatchStep Step, DecisionView? Decision);

/// <summary>
/// What proposing these cases together would come to: the very proposals, made in a transaction that is rolled back. So the preview cannot differ from what is then done,
/// the co-defendants' lawyers already proposed in it included (CF-09).
/// </summary>
public sealed class BatchPreview(AidDb db, BatchSteps steps, DecisionNames names)
{
    public async Task<IReadOnlyList<BatchRow>> DrawAsync(IReadOnlyCollection<Guid> caseIds, CancellationToken ct)
    {
        db.ChangeTracker.Clear();       // nothing a refused form left behind is to be saved here
        IReadOnlyList<BatchStep> walked;
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            walked = await steps.WalkAsync(caseIds, note: null, ct);
            await transaction.RollbackAsync(ct);
        }

        db.ChangeTracker.Clear();
        var rows = new List<BatchRow>();
        foreach (var step in walked)
        {
            rows.Add(new(step, step.Decision is { } decision ? await names.ReadAsync(decision, step.CaseId, ct) : null));
        }

        return rows;
    }
}
