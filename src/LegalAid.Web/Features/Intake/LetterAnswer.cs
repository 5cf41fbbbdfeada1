using LegalAid.Store;
using LegalAid.Store.Assignment;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Intake;

/// <summary>The reply to a letter for one of its cases, and when the authority received it; null until the receipt is back (LAW-36).</summary>
public sealed record LetterAnswer(Guid AssignmentId, string ReplyNumber, DateTime? ReceiptAtUtc)
{
    /// <summary>The replies for these cases, by case.</summary>
    public static Task<Dictionary<Guid, LetterAnswer>> ForAsync(AidDb db, IReadOnlyCollection<Guid> caseIds, CancellationToken ct) =>
        db.Assignments.AsNoTracking().Where(a => caseIds.Contains(a.CaseId) && a.ReplyNumber != null && !AssignmentStatuses.Undone.Contains(a.Status))
            .ToDictionaryAsync(a => a.CaseId, a => new LetterAnswer(a.Id, a.ReplyNumber!, a.ReceiptAtUtc), ct);
}
