using LegalAid.Rules.Common;
using LegalAid.Rules.Quality;
using LegalAid.Store;
using LegalAid.Store.Assignment;
using LegalAid.Store.Intake;
using LegalAid.Store.Journal;
using LegalAid.Store.Offices;
using LegalAid.Store.Quality;
using LegalAid.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Reviews;

/// <summary>Gives a case to a reviewer until a day; never to somebody of the institution that handles it (CF-17).</summary>
public sealed class GiveReview(AidDb db, OfficeClock clock, CurrentOfficer officer)
{
    /// <returns>Null when the office has no such case or reviewer.</returns>
    public async Task<Outcome<CaseReview>?> RunAsync(Guid caseId, Guid reviewerId, DateOnly dueOn, CancellationToken ct)
    {
        var aidCase = await db.Cases.AsNoTracking().Include(c => c.Parties).SingleOrDefaultAsync(c => c.Id == caseId, ct);
        var reviewer = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == reviewerId && u.OfficeId == officer.OfficeId && u.Role == Roles.Reviewer, ct);
        if (aidCase is null || reviewer is null)
        {
            return null;
        }

        if (ReviewGiving.WhyNotGive(await GiftAsync(aidCase, reviewer, dueOn, ct)) is { } refusal)
        {
            return refusal;
        }

        var review = new CaseReview
        {
            Id = Guid.CreateVersion7(),
            OfficeId = aidCase.OfficeId,
            CaseId = caseId,
            ReviewerId = reviewerId,
            DueOn = dueOn,
            GivenById = officer.Id,
            GivenAtUtc = clock.UtcNow,
        };
        db.Add(review);
        db.Note(aidCase.OfficeId, clock.UtcNow, Act.ReviewGiven, caseId, officer.Id, details: new { reviewer = reviewerId, dueOn });
        await db.SaveChangesAsync(ct);
        return review;
    }

    private async Task<ReviewGift> GiftAsync(AidCase aidCase, Officer reviewer, DateOnly dueOn, CancellationToken ct)
    {
        var name = TextCleaning.PersonName(reviewer.DisplayName);
        return new(
            aidCase.Status == CaseStatus.HandlerNamed,
            await db.CaseReviews.AnyAsync(r => r.CaseId == aidCase.Id && r.ReviewerId == reviewer.Id && r.TakenBackAtUtc == null, ct),
            reviewer.PractisesAtId is { } own && await db.Assignments.AnyAsync(a => a.CaseId == aidCase.Id && a.InstitutionId == own && !AssignmentStatuses.Undone.Contains(a.Status), ct),
            aidCase.Parties.Exists(p => !p.IsOrganisation && TextCleaning.PersonName(p.Name) == name),
            dueOn,
            clock.Today);
    }
}
