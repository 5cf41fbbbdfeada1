using LegalAid.Rules.Common;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Recusals;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Assignment.Batch;

/// <summary>Whom the page showed for a case.</summary>
public sealed record SeenStep(Guid CaseId, Guid InstitutionId, Guid? PractitionerId);

/// <summary>The proposals made together.</summary>
public sealed record ProposedBatch(IReadOnlyList<CaseAssignment> Assignments);

/// <summary>
/// Proposes several cases in one transaction (BB-5.1, BB-11.1): co-defendants of a letter, or cases of the waiting list. All of them as shown, or none:
/// one that cannot be proposed is named, and where anything moved since the page was drawn the clerk looks again.
/// </summary>
public sealed class ProposeBatch(AidDb db, BatchSteps steps, RecusalCheck recusals, CurrentOfficer officer)
{
    public async Task<Outcome<ProposedBatch>?> RunAsync(IReadOnlyList<SeenStep> seen, string? note, CancellationToken ct)
    {
        var ids = seen.Select(step => step.CaseId).ToHashSet();
        if (ids.Count == 0 || ids.Count != seen.Count || await db.Cases.CountAsync(c => ids.Contains(c.Id), ct) != ids.Count)
        {
            return null;
        }

        if (await recusals.WhyNotActAsync([.. ids], officer.Id, ct) is { } recused)
        {
            return recused;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var walked = await steps.WalkAsync(ids, note, ct);
        var refusals = walked.SelectMany(step => step.Refusals.Select(refusal => refusal with { Message = $"{step.Number}：{refusal.Message}" })).ToList();
        if (refusals.Count > 0)
        {
            return refusals;
        }

        if (Moved(walked, seen) is { } stale)
        {
            return stale;
        }

        await transaction.CommitAsync(ct);
        return new ProposedBatch([.. walked.Select(step => step.Assignment!)]);
    }

    private static Refusal? Moved(IReadOnlyList<BatchStep> walked, IReadOnlyList<SeenStep> seen)
    {
        var shown = seen.ToDictionary(step => step.CaseId, step => (step.InstitutionId, step.PractitionerId));
        var moved = walked.Where(step => shown[step.CaseId] != (step.Assignment!.InstitutionId, step.Assignment.MembershipId)).ToList();
        return moved.Count == 0 ? null : new(
            Refusal.StaleCode, "页面打开以后情况已经变动，现在的建议与您看到的不同，一件也没有提交。请看过新的结果再提交。",
            moved[0].Decision!.Steps[0].ClauseIds, string.Join('、', moved.Select(step => step.Number)));
    }
}
