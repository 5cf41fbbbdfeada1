using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Quality;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Reviews;

/// <summary>Takes a case back from a reviewer: from then on they do not see it.</summary>
public sealed class TakeReviewBack(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    /// <returns>Null when nothing of the kind stands.</returns>
    public async Task<CaseReview?> RunAsync(Guid caseId, Guid reviewId, CancellationToken ct)
    {
        if (await db.CaseReviews.SingleOrDefaultAsync(r => r.Id == reviewId && r.CaseId == caseId && r.TakenBackAtUtc == null, ct) is not { } review)
        {
            return null;
        }

        review.TakenBackAtUtc = clock.UtcNow;
        db.Note(review.OfficeId, clock.UtcNow, Act.ReviewTakenBack, caseId, officer.Id, details: new { reviewer = review.ReviewerId });
        await db.SaveChangesAsync(ct);
        return review;
    }
}
